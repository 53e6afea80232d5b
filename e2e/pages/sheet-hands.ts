import { expect, type Locator, type Page } from "@playwright/test";
import type { Place, Role } from "../../lib/poster/schema";
import type { Speech } from "./speech";

/** The block of a role as one takes hold of it on the sheet. */
export const onSheet = (page: Page, t: Speech, role: Role) =>
  page
    .locator("[data-target]")
    .and(page.getByRole("button", { name: new RegExp(`^${t(`roles.${role}`)}[ “]`, "u") }));

/** The card of a role in the list. */
export const card = (page: Page, t: Speech, role: Role) =>
  page.locator("ol > li").filter({ has: page.getByText(t(`roles.${role}`), { exact: true }) });

/** A button of the sheet as a whole. */
export const tool = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first();

/** The block says that it stands there. */
export async function expectPlace(block: Locator, t: Speech, place: Place): Promise<void> {
  await expect(block).toHaveAccessibleName(new RegExp(`[，,] ?${t(`places.${place}`)}[，,]`, "u"));
}

/** Where one points at it. */
export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A point of the sheet by shares of its width and height. */
export async function pointOf(page: Page, right: number, down: number) {
  const box = await page.getByTestId("sheet").boundingBox();
  if (!box) throw new Error("the sheet is not in sight");
  return { x: box.x + box.width * right, y: box.y + box.height * down };
}

/** Touches as the browser itself sends them. */
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: { x: number; y: number }[],
  ) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (point: { x: number; y: number }) => send("touchStart", [point]),
    to: (point: { x: number; y: number }) => send("touchMove", [point]),
    up: () => send("touchEnd", []),
  };
}
