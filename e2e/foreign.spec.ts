import { expect, test } from "./pages/fixtures";
import { changedTexts, inhabit, translate, watchTexts } from "./pages/foreign-hands";
import { StudioPage } from "./pages/studio-page";

test("a translated page lives, tells true prices, and leaves the words alone", async ({
  page,
  studio,
  t,
}) => {
  await studio.begin("One Word");
  expect(await translate(page)).toBeGreaterThan(50);
  await studio.text("title").fill("Another Word");
  await studio.tab("tabPrompt");
  await expect(page.getByTestId("prompt")).toContainText("Another Word");
  await expect(page.getByTestId("prompt")).not.toContainText("«");
  await expect(page.getByTestId("sheet")).not.toContainText("«");
  await studio.count(3);
  await expect(page.getByRole("button", { name: /0\.54/u })).toBeVisible();
  await page.getByRole("button", { name: /0\.54/u }).click();
  await expect(studio.jobs("done")).toHaveCount(3, { timeout: 30_000 });
  await expect(page.getByText(t("part.tripped"))).toHaveCount(0);
});

test("no text that changes shares its element with another", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await watchTexts(page);
  await studio.begin("Alone");
  for (const text of ["New Words", "x".repeat(401), "  ", "春风又绿江南岸 龘", "ok"]) {
    await studio.text("title").fill(text);
    await page.waitForTimeout(400);
  }
  await studio.choose("1:1", "16:9");
  await studio.count(70);
  await studio.makeButton(140).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await studio.count(1);
  await studio.choose("1:1");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await studio.makeButton(1).click();
  await page.getByRole("button", { name: t("make.offerDismiss") }).click();
  await studio.startFrom("couplet");
  await page.getByRole("button", { name: t("prompt.edit") }).click();
  await page.getByRole("textbox", { name: t("prompt.heading") }).fill("A “poster”");
  await page.getByRole("button", { name: t("prompt.back") }).click();
  expect(await changedTexts(page)).toEqual([]);
});

test("a page that extensions live in works, and lives on when they go", async ({ context, t }) => {
  // React says that it found what it had not made, and makes the page anew: that is no fault of ours.
  const page = await context.newPage();
  const studio = new StudioPage(page, t);
  await inhabit(page);
  await studio.open();
  // The page is made anew around what is foreign; whoever presses finds it ready.
  await studio.startFrom("sale");
  await studio.text("title").fill("Inhabited");
  await expect(page.getByTestId("sheet")).toContainText("Inhab");
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("foreign-helper, foreign-bar"))
      element.remove();
  });
  await studio.startFrom("couplet");
  await expect(page.getByTestId("sheet").locator("text").first()).toBeVisible();
});

test("a part that falls falls alone, keeps what was written, and is shown again", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  await studio.open();
  await studio.write("Written before");
  /** Somebody else's script takes a card away; React trips over it when it takes away the card itself. */
  const steal = async () => {
    const cards = page.locator("[data-card]");
    await cards.last().evaluate((card) => card.remove());
    await page.evaluate(() => document.body.focus());
    await page.keyboard.press("Control+z");
  };
  const add = page.getByRole("button", { name: t("words.add", { role: t("roles.title") }) });
  await add.click();
  await steal();
  // Shown anew unasked, with all that was there.
  await expect(page.locator("[data-card]")).toHaveCount(3);
  await expect(studio.text("title")).toHaveValue("Written before");
  await add.click();
  await steal();
  await page.getByRole("button", { name: t("part.again") }).click();
  await expect(studio.text("title")).toHaveValue("Written before");
  await expect(page.getByTestId("sheet")).toContainText("Writ");
});

test("without field-sizing a text of five lines shows all five", { tag: "@once" }, async ({
  page,
  studio,
}) => {
  await page.addInitScript(() => {
    const own = CSS.supports.bind(CSS);
    CSS.supports = (...asked: [string, string?]) =>
      asked[0] === "field-sizing" ? false : own(...(asked as [string, string]));
    document.addEventListener("DOMContentLoaded", () => {
      const style = document.createElement("style");
      style.textContent = "textarea { field-sizing: fixed !important }";
      document.head.append(style);
    });
  });
  await studio.open();
  await studio.startFrom("sale");
  const field = studio.text("title");
  const hidden = () =>
    field.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  await field.fill("1\n2\n3\n4\n5");
  await expect.poll(hidden).toBeLessThanOrEqual(1);
  // Set by the form, not typed.
  await page.keyboard.press("Control+z");
  await expect.poll(() => field.evaluate(({ clientHeight }) => clientHeight)).toBeLessThan(80);
});
