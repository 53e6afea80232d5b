import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./pages/fixtures";
import { finger, middleOf } from "./pages/sheet-hands";
import type { Speech } from "./pages/speech";
import type { StudioPage } from "./pages/studio-page";

/** Makes a free draft and gives its id. */
async function makeDraft(page: Page, studio: StudioPage, t: Speech): Promise<string> {
  await page.getByRole("button", { name: new RegExp(t("make.draft"), "u") }).click();
  await studio.expectPainted(1);
  const link = studio.jobs().first().locator('a[href^="/gallery/"]').first();
  return (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
}

/** Opens a picture on the mending table once it has been read. */
async function openRead(page: Page, t: Speech, id: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/gallery/${id}/mend`);
    await expect(page.getByText(t("mend.unread"))).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 50_000 });
}

const sizeIn = async (target: Locator) =>
  Number(/(\d+) (?:px|像素)$/u.exec((await target.getAttribute("aria-label")) ?? "")?.[1]);

test("a title is set in real type by keys and hand, and saved as a version at ¥0.00", async ({
  page,
  studio,
  asked,
  expectAccessible,
  isMobile,
  t,
}) => {
  test.slow();
  await studio.begin("一字不差");
  const parent = await makeDraft(page, studio, t);
  await openRead(page, t, parent);

  const role = t("roles.title");
  // Read wrong or unsure, it is in the mend already.
  const add = page.getByRole("button", { name: t("mend.add", { role, words: "一字不差" }) });
  const edit = page.getByRole("button", { name: t("mend.edit", { role, words: "一字不差" }) });
  await add.or(edit).click();
  const target = page
    .locator("[data-target]")
    .and(page.getByRole("button", { name: new RegExp(`^${role}`, "u") }));
  await expect(target).toHaveAccessibleName(new RegExp(`^${role}.*一字不差`, "u"));
  const [before, at] = [await sizeIn(target), await middleOf(target)];
  await target.focus();
  for (const key of ["ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "-", "-"]) {
    await page.keyboard.press(key);
  }
  expect(await sizeIn(target)).toBeLessThan(before);
  expect((await middleOf(target)).y).toBeGreaterThan(at.y + 5);
  await page.keyboard.press("Control+z");
  expect(await sizeIn(target)).toBe(before);
  await page.keyboard.press("Control+Shift+z");
  expect(await sizeIn(target)).toBeLessThan(before);

  const from = await middleOf(target);
  const to = { x: from.x, y: from.y + 40 };
  if (isMobile) {
    const touch = await finger(page);
    await touch.down(from);
    await touch.to({ x: from.x, y: from.y + 20 });
    await touch.to(to);
    await touch.up();
  } else {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  }
  expect((await middleOf(target)).y).toBeGreaterThan(from.y + 25);

  const cover = (kind: "plate" | "inpaint") =>
    page.getByRole("radio", { name: new RegExp(`^${t(`mend.covers.${kind}`)}`, "u") });
  await cover("plate").check();
  await expect(page.getByLabel(t("mend.plate"))).toBeVisible();
  await cover("inpaint").check();
  await expectAccessible();

  const orders = (await asked()).length;
  await page.getByRole("button", { name: t("mend.save", { cost: "¥0.00" }) }).click();
  await page.waitForURL((url) => /\/gallery\/[0-9a-f-]{36}$/u.test(url.pathname));
  expect(page.url()).not.toContain(parent);
  await expect(page.getByRole("link", { name: t("mend.fromValue") })).toHaveAttribute(
    "href",
    `/gallery/${parent}`,
  );
  await expect(page.getByText("¥0.00").first()).toBeVisible();
  await page.goto("/gallery");
  const newest = page.getByTestId("image").first();
  await expect(newest).toContainText("一字不差");
  await expect(newest).toContainText("¥0.00");
  expect(await asked(), "nobody was asked to paint").toHaveLength(orders);
});

test("words that cannot be set are not saved, and nothing leaves the picture", async ({
  page,
  studio,
  t,
}) => {
  test.slow();
  await studio.begin("永和九年");
  const id = await makeDraft(page, studio, t);
  await page.goto(`/gallery/${id}/mend?all`);
  const save = page.getByRole("button", { name: t("mend.save", { cost: "¥0.00" }) });
  const text = page.getByRole("textbox", { name: t("mend.text"), exact: true });
  await text.fill("  ");
  await expect(page.getByText(t("mend.blank"))).toBeVisible();
  await expect(save).toBeDisabled();
  await text.fill("永和九年岁在癸丑");
  await expect(save).toBeEnabled();
  const target = page.locator("[data-target]").first();
  await target.focus();
  for (let count = 0; count < 60; count += 1) await page.keyboard.press("Shift+ArrowUp");
  const [box, sheet] = [
    await target.boundingBox(),
    await page.locator("main svg[role=img]").first().boundingBox(),
  ];
  expect(box?.y).toBeGreaterThanOrEqual((sheet?.y ?? 0) - 1);
  await page.goto("/gallery/0198c8a0-0000-7000-8000-000000000000/mend");
  await expect(page.getByText(t("notFound.title"))).toBeVisible();
});
