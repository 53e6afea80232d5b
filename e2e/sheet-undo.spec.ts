import { expect, test } from "./pages/fixtures";
import { card, onSheet, tool } from "./pages/sheet-hands";

test.describe("undo", () => {
  test("typing is one step, in the field itself, and comes back", { tag: "@once" }, async ({
    page,
    studio,
    t,
  }) => {
    await studio.open();
    await studio.write("First");
    const title = studio.text("title");
    await title.focus();
    await page.keyboard.press("End");
    await page.waitForTimeout(1200);
    await page.keyboard.type(" and more");
    await expect(page.getByTestId("sheet")).toContainText("more");
    await page.keyboard.press("Control+z");
    await expect(title).toHaveValue("First");
    await expect(title).toBeFocused();
    await expect(page.getByText(t("sheet.undoDone"))).toBeAttached();
    await page.keyboard.press("Control+y");
    await expect(title).toHaveValue("First and more");
    await page.keyboard.press("Control+z");
    await page.keyboard.type("!");
    await expect(tool(page, t("sheet.redo"))).toBeDisabled();
    await expect(title).toHaveValue("First!");
  });

  test("a removed block, an example and every choice come back, and are kept", {
    tag: "@once",
  }, async ({ page, studio, t }) => {
    await studio.open();
    await studio.write("Mine");
    const role = t("roles.subtitle");
    await page.getByRole("button", { name: t("words.remove", { role }) }).click();
    await expect(card(page, t, "subtitle")).toHaveCount(0);
    await studio.startFrom("couplet");
    await expect(studio.text("upperScroll")).toBeVisible();
    await studio.tab("tabKeepOut");
    await page.getByRole("checkbox", { name: t("settings.watermark") }).uncheck();
    const undo = tool(page, t("sheet.undo"));
    await undo.click();
    await expect(page.getByRole("checkbox", { name: t("settings.watermark") })).toBeChecked();
    await undo.click();
    await studio.tab("tabWords");
    await expect(studio.text("title")).toHaveValue("Mine");
    await expect(page.getByRole("button", { name: /^9:16 —/u, pressed: true })).toBeVisible();
    await undo.click();
    await expect(studio.text("subtitle")).toHaveValue(/./u);
    await expect(page.getByTestId("sheet").locator("[data-block]")).toHaveCount(3);
    await page.waitForTimeout(400);
    await page.reload();
    await expect(studio.text("title")).toHaveValue("Mine");
    await expect(undo).toBeDisabled();
  });

  test("words of an input method are one step, however slowly composed", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(isMobile, "composed the same way");
    await studio.open();
    await studio.write("");
    const title = studio.text("title");
    await title.fill("一");
    await page.waitForTimeout(1200);
    await title.focus();
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("z");
    await page.waitForTimeout(1200);
    await compose("zi");
    await session.send("Input.insertText", { text: "字" });
    await expect(title).toHaveValue("一字");
    await page.keyboard.press("Control+z");
    await expect(title).toHaveValue("一");
    await expect(page.getByText(t("sheet.undoDone"))).toBeAttached();
  });
});

test("a duplicate stands after its original, and is refused when the poster is full", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  await studio.open();
  await studio.write("Twice");
  const duplicate = t("sheet.duplicate", { role: t("roles.title") });
  await page.getByRole("button", { name: duplicate }).first().click();
  const titles = page.getByRole("textbox", {
    name: t("words.text", { role: t("roles.title") }),
    exact: true,
  });
  await expect(titles).toHaveCount(2);
  await expect(titles.nth(1)).toHaveValue("Twice");
  await titles.nth(1).fill("Once");
  await expect(titles.first()).toHaveValue("Twice");
  for (let count = 4; count < 24; count += 1) {
    await page.getByRole("button", { name: duplicate }).first().click();
  }
  await expect(page.locator("ol > li")).toHaveCount(24);
  await page.getByRole("button", { name: duplicate }).first().click();
  await expect(page.getByText(t("errors.tooManyBlocks", { limit: "24" }))).toBeVisible();
  await expect(page.locator("ol > li")).toHaveCount(24);
});

test("a block is duplicated and removed by keys on the sheet", async ({
  page,
  studio,
  t,
  isMobile,
}) => {
  test.skip(isMobile, "a phone has no such keys");
  await studio.open();
  await studio.write("Keys");
  await onSheet(page, t, "title").focus();
  await page.keyboard.press("Control+d");
  await expect(onSheet(page, t, "title")).toHaveCount(2);
  await expect(onSheet(page, t, "title").nth(1)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(onSheet(page, t, "title")).toHaveCount(1);
  const said = t("sheet.removed", { role: t("roles.title") });
  await expect(page.getByText(said)).toBeAttached();
  await page.keyboard.press("Control+z");
  await expect(onSheet(page, t, "title")).toHaveCount(2);
});
