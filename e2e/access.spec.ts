import { expect, test } from "./pages/fixtures";

test("no axe violations on any page, in either light", async ({
  page,
  studio,
  expectAccessible,
  isMobile,
}) => {
  test.slow();
  await studio.begin("Accessible");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  // A desk shows all parts at once.
  const parts = ["tabWords", "tabScene", "tabKeepOut", "tabPrompt", "tabProofs"] as const;
  for (const part of isMobile ? parts : parts.slice(0, 1)) {
    await studio.tab(part);
    await expectAccessible();
  }
  await page.goto("/gallery");
  await expectAccessible();
  await page.getByTestId("image").first().getByRole("link").click();
  await page.waitForURL(/\/gallery\/.+/u);
  await expect(page).toHaveTitle(/Accessible/u);
  await expectAccessible();
  for (const path of ["/rates", "/nowhere"]) {
    await page.goto(path);
    await expectAccessible();
  }
});

test("the keyboard alone writes, reorders, makes and opens", async ({
  page,
  studio,
  t,
  isMobile,
}) => {
  test.skip(isMobile, "a phone has no keyboard to tab with");
  await studio.begin("By keys");
  const role = t("roles.subtitle");
  const handle = page.getByRole("button", { name: t("words.drag", { role }) });
  await handle.focus();
  await page.keyboard.press("ArrowUp");
  await expect(
    page.getByText(t("words.moved", { role, position: "1", total: "3" })),
  ).toBeAttached();
  await expect(page.locator("ol > li").first()).toContainText(role);
  await studio.makeButton(1).focus();
  await page.keyboard.press("Enter");
  await studio.expectPainted(1);
  await studio.jobs().first().getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]{36}$/u);
});

test("blocks are dragged to another position", async ({ page, studio, t }) => {
  await studio.open();
  await studio.write("By hand");
  const items = page.locator("ol > li");
  const handle = page.getByRole("button", {
    name: t("words.drag", { role: t("roles.smallPrint") }),
  });
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await items.first().boundingBox();
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + 5, { steps: 8 });
  await page.mouse.up();
  await expect(items.first()).toContainText(t("roles.smallPrint"));
});

test("language and light are switched and kept", async ({ page, studio, t }) => {
  await studio.open();
  await page.getByRole("button", { name: t("site.language") }).click();
  const other = (await page.locator("html").getAttribute("lang")) ?? "";
  await expect(page.locator("html")).not.toHaveAttribute(
    "lang",
    t("studio.heading") === "Poster studio" ? "en" : "zh-CN",
  );
  expect(other).not.toBe("");
  await page
    .getByRole("button", { name: /Switch to|切换到(深|浅)色/u })
    .last()
    .click();
  const theme = await page.locator("html").getAttribute("data-theme");
  expect(["light", "dark"]).toContain(theme);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme ?? "");
});
