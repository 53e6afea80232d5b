import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./pages/fixtures";
import type { Speech } from "./pages/speech";
import type { StudioPage } from "./pages/studio-page";

const upper = "天增岁月人增寿";
const lower = "春满乾坤福满门";

async function startCouplet(page: Page, studio: StudioPage, t: Speech): Promise<Locator> {
  await studio.startFrom("couplet");
  const editor = page.getByRole("region", { name: t("couplet.heading") });
  await expect(editor.getByRole("table")).toBeVisible();
  return editor;
}

/** An empty title with the cursor in it. */
async function startBlank(page: Page, studio: StudioPage, t: Speech): Promise<void> {
  await studio.open();
  await studio.startFrom("blank");
  const name = t("words.add", { role: t("roles.title") });
  await page.getByRole("button", { name, exact: true }).click();
  await expect(studio.text("title")).toBeFocused();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await page.keyboard.press("ControlOrMeta+V");
}

const rowOf = (editor: Locator, number: number) => editor.getByRole("row").nth(number);

test("a couplet's tones are weighed character against character", async ({
  page,
  studio,
  t,
  expectAccessible,
}) => {
  await studio.open();
  const editor = await startCouplet(page, studio, t);
  await studio.text("upperScroll").fill(upper);
  await studio.text("lowerScroll").fill("春风乾坤福满");
  await expect(
    editor.getByText(t("couplet.findings.length", { upper: "7", lower: "6" })),
  ).toBeVisible();
  await expect(rowOf(editor, 2)).toContainText("增");
  await expect(rowOf(editor, 2)).toContainText("风");
  await expect(rowOf(editor, 2)).toContainText(t("couplet.clashes.strict"));
  await expect(rowOf(editor, 7)).toContainText(t("couplet.nothing"));
  const finding = t("couplet.findings.tone", { positions: "2" });
  await editor.getByText(finding).click();
  await expect(editor.getByText(t("couplet.reasons.tone"))).toBeVisible();
  await expectAccessible();

  await studio.text("lowerScroll").fill(lower);
  await expect(editor.getByText(t("couplet.summary", { count: 0 }))).toBeVisible();
  await expect(editor.getByText(finding)).toHaveCount(0);
  await expect(page.getByTestId("sheet")).toContainText("坤");
  // Advice never stands in the way.
  await studio.text("upperScroll").fill(lower);
  await expect(studio.makeButton(1)).toBeEnabled();
});

test("a reading chosen by hand turns the tone, and is kept", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await studio.open();
  const editor = await startCouplet(page, studio, t);
  await studio.text("upperScroll").fill("海水朝朝朝朝朝朝朝落");
  await studio.text("lowerScroll").fill("浮云长长长长长长长消");
  await expect(rowOf(editor, 4)).toContainText(t("couplet.clashes.strict"));
  const role = t("roles.lowerScroll");
  const name = t("couplet.reading", { character: "长", position: "4", role });
  const reading = editor.getByRole("combobox", { name });
  await reading.selectOption("zhǎng");
  await expect(rowOf(editor, 4)).toContainText(t("couplet.tones.oblique"));
  await expect(rowOf(editor, 4)).not.toContainText(t("couplet.clashes.strict"));
  await expect(rowOf(editor, 6)).toContainText(t("couplet.clashes.strict"));
  await page.waitForTimeout(500);
  await page.reload();
  // Readings come at the first sign of a hand.
  await studio.text("lowerScroll").press("End");
  await expect(reading).toHaveValue("zhǎng");
});

test("the scrolls change sides, on the sheet and in their columns", async ({ page, studio, t }) => {
  await studio.open();
  const editor = await startCouplet(page, studio, t);
  const sides = async () => {
    const upperBox = await studio.text("upperScroll").boundingBox();
    const lowerBox = await studio.text("lowerScroll").boundingBox();
    const cells = await rowOf(editor, 1).getByRole("cell").allTextContents();
    return { isUpperRight: (upperBox?.x ?? 0) > (lowerBox?.x ?? 0), firstCell: cells[0]?.[0] };
  };
  expect(await sides()).toEqual({ isUpperRight: true, firstCell: "春" });
  await editor.getByRole("combobox", { name: t("couplet.order") }).selectOption("modern");
  await expect(async () => {
    expect(await sides()).toEqual({ isUpperRight: false, firstCell: "天" });
  }).toPass();
  const look = t("words.options", { role: t("roles.upperScroll") });
  await expect(page.getByRole("button", { name: look })).toContainText(t("places.left"));
});

test("writing goes on where it was when the editor takes the scrolls over", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  await startBlank(page, studio, t);
  await page.getByRole("button", { name: t("words.more") }).click();
  const add = (role: "upperScroll" | "lowerScroll") =>
    page.getByRole("button", { name: t("words.add", { role: t(`roles.${role}`) }), exact: true });
  await add("upperScroll").click();
  await page.keyboard.type(upper);
  await add("lowerScroll").click();
  const editor = page.getByRole("region", { name: t("couplet.heading") });
  await expect(editor.getByRole("textbox")).toHaveCount(2);
  await expect(studio.text("lowerScroll")).toBeFocused();
  await page.keyboard.type(lower);
  await expect(studio.text("upperScroll")).toHaveValue(upper);
  await expect(studio.text("lowerScroll")).toHaveValue(lower);
  await expect(editor.getByText(t("couplet.summary", { count: 0 }))).toBeVisible();
  // Taken away, the other scroll is a card like any other.
  const remove = t("words.remove", { role: t("roles.lowerScroll") });
  await page.getByRole("button", { name: remove }).click();
  await expect(editor).toHaveCount(0);
  await studio.text("upperScroll").fill("春");
  await expect(page.getByTestId("sheet")).toContainText("春");
});

test("starting anew from the same example leaves a couplet one can write on", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  await studio.open();
  await startCouplet(page, studio, t);
  await startCouplet(page, studio, t);
  await studio.text("upperScroll").fill("云开");
  await expect(page.getByTestId("sheet")).toContainText("云");
  const editor = await startCouplet(page, studio, t);
  await expect(studio.text("upperScroll")).not.toHaveValue("云开");
  await expect(rowOf(editor, 1)).not.toContainText("云");
});

test("a pasted pair becomes a couplet, and goes back", { tag: "@once" }, async ({
  page,
  studio,
  t,
  expectAccessible,
}) => {
  await startBlank(page, studio, t);
  const pasted = `上联：${upper}\n下联：${lower}\n横批：四季长安`;
  await paste(page, pasted);
  await expect(studio.text("title")).toHaveValue(pasted);
  const offer = page.getByRole("group", { name: t("paste.label") });
  await expect(offer).toBeVisible();
  await expectAccessible();
  await expect(studio.text("title")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(offer.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(studio.text("upperScroll")).toHaveValue(upper);
  await expect(studio.text("upperScroll")).toBeFocused();
  await expect(studio.text("lowerScroll")).toHaveValue(lower);
  await expect(studio.text("horizontalScroll")).toHaveValue("四季长安");
  await expect(studio.text("title")).toHaveCount(0);
  await page.getByText(t("site.undo"), { exact: true }).click();
  await expect(studio.text("title")).toHaveValue(pasted);
});

test("a pair pasted into a couplet takes its place", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await studio.open();
  await startCouplet(page, studio, t);
  await studio.text("upperScroll").selectText();
  await paste(page, `${upper}，${lower}`);
  await page.getByRole("button", { name: t("paste.couplet"), exact: true }).click();
  await expect(studio.text("upperScroll")).toHaveValue(upper);
  await expect(studio.text("lowerScroll")).toHaveValue(lower);
  await expect(studio.text("horizontalScroll")).toHaveValue("四季长安");
  await page.getByText(t("site.undo"), { exact: true }).click();
  await expect(studio.text("upperScroll")).toHaveValue(`${upper}，${lower}`);
});

test("pasted lines become blocks by role, or stay as they are", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await startBlank(page, studio, t);
  const pasted = "夏日清凉节\n全场五折起\n\n海风、冰饮与好心情，都在这里等你。\n\n7月1日 ¥9.9 起";
  await paste(page, pasted);
  await page.getByRole("button", { name: t("paste.keep") }).click();
  await expect(page.getByRole("group", { name: t("paste.label") })).toHaveCount(0);
  await expect(studio.text("title")).toHaveValue(pasted);
  await expect(studio.text("title")).toBeFocused();

  await studio.text("title").selectText();
  await paste(page, pasted);
  const split = page.getByRole("button", { name: t("paste.blocks", { count: "4" }) });
  await split.click();
  await expect(studio.text("title")).toHaveValue("夏日清凉节");
  await expect(studio.text("subtitle")).toHaveValue("全场五折起");
  await expect(studio.text("body")).toHaveValue("海风、冰饮与好心情，都在这里等你。");
  await expect(studio.text("smallPrint")).toHaveValue("7月1日 ¥9.9 起");
  await page.getByText(t("site.undo"), { exact: true }).click();
  await expect(studio.text("title")).toHaveValue(pasted);
  await expect(studio.text("subtitle")).toHaveCount(0);
});

test("an offer leaves as soon as the text is changed", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await startBlank(page, studio, t);
  await paste(page, "Fair\nLights");
  const offer = page.getByRole("group", { name: t("paste.label") });
  await expect(offer).toBeVisible();
  await studio.text("title").press("End");
  await page.keyboard.type("!");
  await expect(offer).toHaveCount(0);
  await expect(studio.text("title")).toHaveValue("Fair\nLights!");
});

test("the dictionary of readings is no part of the page as it opens", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  const largeScripts: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    const body = await response.text().catch(() => "");
    if (body.includes("zhuàng")) largeScripts.push(response.url());
  });
  // In Chinese the studio opens with a couplet; no hand is near it yet.
  await studio.open();
  await page.waitForLoadState("networkidle");
  expect(largeScripts).toEqual([]);
  await startCouplet(page, studio, t);
  await expect.poll(() => largeScripts.length).toBe(1);
});
