import { expect, test } from "./pages/fixtures";
import { card, expectPlace, finger, middleOf, onSheet, pointOf, tool } from "./pages/sheet-hands";

test.describe("moving a block", () => {
  test("by mouse it goes to the cell it is dropped on, and back by undo", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(isMobile, "a phone has no mouse");
    await studio.open();
    await studio.write("Drag me");
    const title = onSheet(page, t, "title");
    const from = await middleOf(title);
    const to = await pointOf(page, 0.9, 0.9);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await expect(page.locator("[data-cell=bottom-right]")).toBeVisible();
    await page.mouse.up();
    await expectPlace(title, t, "bottom-right");
    await expect(page.getByTestId("prompt")).toContainText(/右下|bottom[- ]right/u);
    await page.keyboard.press("Control+z");
    await expectPlace(title, t, "top");
    await page.keyboard.press("Control+Shift+z");
    await expectPlace(title, t, "bottom-right");
  });

  test("Escape lets a dragged block go where it was", async ({ page, studio, t, isMobile }) => {
    test.skip(isMobile, "a phone has no mouse");
    await studio.open();
    await studio.write("Stay");
    const title = onSheet(page, t, "title");
    const from = await middleOf(title);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 250, { steps: 4 });
    await expect(page.getByTestId("drag")).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("drag")).not.toBeAttached();
    await page.mouse.up();
    await expectPlace(title, t, "top");
  });

  test("by finger a tap takes it up and a second touch drags it", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(!isMobile, "a desk has no finger");
    await studio.open();
    await studio.write("Touch me");
    await studio.tab("tabScene");
    const title = onSheet(page, t, "title");
    await title.tap();
    await expect(title).toHaveAttribute("aria-pressed", "true");
    // Taking a block up opens the words, its card in sight beside the sheet.
    await expect(studio.text("title")).toBeInViewport();
    await expect(title).toBeInViewport();
    const touch = await finger(page);
    await touch.down(await middleOf(title));
    await touch.to(await pointOf(page, 0.5, 0.4));
    await touch.to(await pointOf(page, 0.1, 0.5));
    await touch.up();
    await expectPlace(title, t, "left");
    await tool(page, t("sheet.undo")).tap();
    await expectPlace(title, t, "top");
    await title.tap();
    await expect(studio.text("title")).toBeFocused();
  });

  test("a finger on a block not taken up scrolls the page", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(!isMobile, "a desk has no finger");
    await studio.open();
    await studio.write("Scroll");
    const subtitle = onSheet(page, t, "subtitle");
    const touch = await finger(page);
    const from = await middleOf(subtitle);
    await touch.down(from);
    for (let step = 1; step <= 8; step += 1) await touch.to({ x: from.x, y: from.y - step * 8 });
    await touch.up();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expectPlace(subtitle, t, "top");
  });

  test("by keys it walks the grid, and each step is said", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(isMobile, "a phone has no arrow keys");
    await studio.open();
    await studio.write("Walk");
    const title = onSheet(page, t, "title");
    await title.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expectPlace(title, t, "left");
    await expect(title).toBeFocused();
    const said = t("sheet.placed", { role: t("roles.title"), place: t("places.left") });
    await expect(page.getByText(said)).toBeAttached();
  });
});

test.describe("emphasis", () => {
  test("by the corner, the drawing following at once, one step to undo", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    await studio.open();
    await studio.write("Louder");
    const block = onSheet(page, t, "smallPrint");
    if (isMobile) await block.tap();
    else await block.click();
    const sizeOf = () =>
      page.locator("[data-testid=sheet] text").last().getAttribute("font-size").then(Number);
    const before = await sizeOf();
    const corner = await middleOf(page.locator("[data-resize]"));
    const far = { x: corner.x + 70, y: corner.y + 70 };
    if (isMobile) {
      const touch = await finger(page);
      await touch.down(corner);
      await touch.to({ x: corner.x + 40, y: corner.y + 40 });
      await touch.to(far);
      await touch.up();
    } else {
      await page.mouse.move(corner.x, corner.y);
      await page.mouse.down();
      await page.mouse.move(far.x, far.y, { steps: 8 });
      await expect.poll(sizeOf).toBeGreaterThan(before);
      await page.mouse.up();
    }
    await expect(block).toHaveAccessibleName(new RegExp(`${t("emphases.strong")}$`, "u"));
    await tool(page, t("sheet.undo")).click();
    await expect(block).toHaveAccessibleName(new RegExp(`${t("emphases.normal")}$`, "u"));
  });

  test("by plus and minus", async ({ page, studio, t, isMobile }) => {
    test.skip(isMobile, "a phone has no such keys");
    await studio.open();
    await studio.write("Quieter");
    const title = onSheet(page, t, "title");
    await title.focus();
    await page.keyboard.press("Minus");
    await expect(title).toHaveAccessibleName(new RegExp(`${t("emphases.normal")}$`, "u"));
    await page.keyboard.press("Shift+Equal");
    await expect(title).toHaveAccessibleName(new RegExp(`${t("emphases.strong")}$`, "u"));
  });
});

test.describe("selection", () => {
  test("on the sheet marks the card, in a field marks the sheet, Escape lets go", async ({
    page,
    studio,
    t,
    isMobile,
  }) => {
    test.skip(isMobile, "told by touch above");
    await studio.open();
    await studio.write("Both ways");
    const subtitle = onSheet(page, t, "subtitle");
    await subtitle.click();
    await expect(card(page, t, "subtitle")).toHaveClass(/border-seal/u);
    await studio.text("title").focus();
    await expect(onSheet(page, t, "title")).toHaveAttribute("aria-pressed", "true");
    await expect(subtitle).toHaveAttribute("aria-pressed", "false");
    await subtitle.focus();
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-target][aria-pressed=true]")).toHaveCount(0);
  });

  test("Enter and a double click lead to the text", async ({ page, studio, t, isMobile }) => {
    test.skip(isMobile, "told by touch above");
    await studio.open();
    await studio.write("To the text");
    await onSheet(page, t, "subtitle").focus();
    await page.keyboard.press("Enter");
    await expect(studio.text("subtitle")).toBeFocused();
    await onSheet(page, t, "title").dblclick();
    await expect(studio.text("title")).toBeFocused();
  });
});

test("guides lie over the sheet and are remembered", async ({
  page,
  studio,
  t,
  expectAccessible,
}) => {
  await studio.open();
  await studio.write("Guided");
  const toggle = tool(page, t("sheet.guides"));
  await toggle.click();
  await expect(page.getByTestId("guides")).toBeAttached();
  // On the screen only: the sheet itself is what the draft draws.
  await expect(page.getByTestId("sheet").getByTestId("guides")).toHaveCount(0);
  await onSheet(page, t, "title").focus();
  await expectAccessible();
  await page.reload();
  await page.mouse.move(5, 5);
  await expect(page.getByTestId("guides")).toBeAttached();
  await tool(page, t("sheet.guides")).click();
  await expect(page.getByTestId("guides")).not.toBeAttached();
});
