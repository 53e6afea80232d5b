import { expect, test } from "./pages/fixtures";

// Reading a picture keeps a busy core for seconds; the models are loaded with the first.
const soon = { timeout: 45_000 };

test("without a key: a planted typo is found, mended in real type, and read back exact", async ({
  page,
  studio,
  keyless,
  expectAccessible,
  t,
}) => {
  test.slow();
  await page.goto(keyless);
  await expect(page.getByTestId("sheet").locator("text").first()).toBeVisible();
  await studio.clearBoard();
  await studio.write("天道酬勤");
  await page
    .getByRole("button", { name: new RegExp(`^${t("make.button", { images: 1 })}`, "u") })
    .click();
  await studio.expectPainted(1);
  const badges = studio.jobs().getByTestId("proof");
  await expect(badges.first()).toHaveAttribute("data-says", "exact", soon);

  await page.getByRole("button", { name: t("board.plant") }).click();
  await expect(studio.jobs()).toHaveCount(2);
  await expect(badges.first()).toHaveAttribute("data-says", "slip", soon);
  await expect(badges.first()).toContainText("天→夫");

  await studio.jobs().first().getByRole("link").first().click();
  const wrong = page.locator('[data-testid="block-proof"][data-verdict="wrong"]');
  await expect(wrong).toHaveCount(1);
  await expectAccessible();
  await wrong.getByRole("link", { name: t("proof.mend") }).click();
  await page.getByRole("button", { name: t("mend.save", { cost: "¥0.00" }) }).click();
  await page.waitForURL(/\/gallery\/[0-9a-f-]{36}$/u);
  await expect(page.getByTestId("proof").first()).toHaveAttribute("data-says", "exact", soon);
  await expect(page.getByRole("link", { name: t("mend.fromValue") })).toBeVisible();
});

test("a person's word stands above the machine's, is said to be one, and can be taken back", async ({
  page,
  studio,
  upstream,
  t,
}) => {
  test.slow();
  await upstream({ scenarios: ["words:typo"] });
  await studio.begin("Right by hand");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await expect(studio.jobs().getByTestId("proof").first()).not.toHaveAttribute(
    "data-says",
    "reading",
    soon,
  );
  await studio.jobs().first().getByRole("link").first().click();
  const wrong = page.locator('[data-testid="block-proof"][data-verdict="wrong"]').first();
  await wrong.getByRole("button", { name: t("proof.accept") }).click();
  const accepted = page.getByText(t("proof.saidRight"));
  await expect(accepted).toBeVisible();
  await page.reload();
  await expect(accepted).toBeVisible();
  await page.getByRole("button", { name: t("proof.takeBack") }).click();
  await expect(wrong).toBeVisible();
});

test("a batch is ranked, the best is marked, and a wrong one is rolled until exact", {
  tag: "@once",
}, async ({ page, studio, upstream, asked, expectAccessible, t }) => {
  test.slow();
  await upstream({ scenario: "words", scenarios: ["words:typo", "words"] });
  await studio.begin("Roll on");
  await studio.count(2);
  await studio.makeButton(2).click();
  await studio.expectPainted(2);
  const badges = studio.jobs().getByTestId("proof");
  await expect(badges.and(page.locator('[data-says="exact"]'))).toHaveCount(1, soon);
  const bad = studio
    .jobs()
    .filter({ has: page.locator('[data-testid="proof"]:not([data-says="exact"])') });
  await expect(bad.getByTestId("proof")).not.toHaveAttribute("data-says", "reading", soon);
  await bad.getByRole("link").first().click();

  const batch = page.getByRole("region", { name: t("proof.batch") });
  await expect(batch.getByRole("listitem").first().getByTestId("proof")).toHaveAttribute(
    "data-says",
    "exact",
  );
  await batch.getByRole("button", { name: t("proof.keepBest") }).click();
  await expect(batch.getByText(t("proof.best"), { exact: true })).toBeVisible();
  await expectAccessible();

  await upstream({ scenario: "words", scenarios: ["words:typo"] });
  await page.getByRole("textbox", { name: t("roll.orUpTo") }).fill("0.30");
  await page.getByRole("button", { name: t("roll.start", { cost: "¥0.18" }) }).click();
  const money = t("roll.states.money", { limit: "¥0.30" });
  await expect(page.getByText(money)).toBeVisible({ timeout: 90_000 });

  await page.getByRole("button", { name: t("roll.start", { cost: "¥0.54" }) }).click();
  await expect(page.getByText(t("roll.states.exact"))).toBeVisible({ timeout: 90_000 });
  expect(await asked(), "two ordered, one rolled wrong for its money, one exact").toHaveLength(4);
});

test("a couplet painted with its scrolls on the wrong sides is told", async ({
  page,
  studio,
  upstream,
  t,
}) => {
  test.slow();
  await upstream({ scenarios: ["words:swapped"] });
  await studio.open();
  await studio.clearBoard();
  await studio.startFrom("couplet");
  await studio.text("upperScroll").fill("春回大地千山秀");
  await studio.text("lowerScroll").fill("日照神州百业兴");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  const badge = studio.jobs().getByTestId("proof");
  await expect(badge).toHaveText(t("proof.badge.swapped"), soon);
  await studio.jobs().getByRole("link").first().click();
  await expect(page.getByText(t("proof.swapped"))).toBeVisible();
});

test("painted without words, a poster has them set in real type, and only then compared", async ({
  page,
  studio,
  upstream,
  asked,
  expectAccessible,
  t,
}) => {
  test.slow();
  await upstream({ scenarios: ["words"] });
  await studio.begin("Set later");
  await page.getByRole("checkbox", { name: t("settings.bare") }).check();
  await studio.tab("tabPrompt");
  await expect(page.getByTestId("prompt")).not.toContainText("Set later");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  const [request] = await asked();
  expect(request?.prompt).not.toMatch(/Set later|[“”]/u);
  await expect(studio.jobs().getByTestId("proof")).toHaveText(t("proof.badge.bare"), soon);
  await expectAccessible();

  await studio
    .jobs()
    .getByRole("link", { name: t("board.setWords") })
    .click();
  await expect(page.getByText(t("mend.leadBare"))).toBeVisible();
  await page.getByRole("button", { name: t("mend.save", { cost: "¥0.00" }) }).click();
  await page.waitForURL(/\/gallery\/[0-9a-f-]{36}$/u);
  const exact = t("proof.badge.exact", { exact: "3", blocks: "3" });
  await expect(page.getByTestId("proof").first()).toHaveText(exact, soon);
  expect(await asked(), "only the picture was paid for").toHaveLength(1);
});
