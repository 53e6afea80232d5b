import { readFile } from "node:fs/promises";
import { formatFen } from "../lib/poster/cost";
import { test as base, expect } from "./pages/fixtures";
import { SpendPage } from "./pages/spend-page";

/** A journey whose budgets are gone when it ends: the servers are shared by what comes after. */
const test = base.extend<{ spend: SpendPage }>({
  spend: async ({ page, t, studio: _watched }, use) => {
    const spend = new SpendPage(page, t);
    await use(spend);
    await spend.budget({});
  },
});

// Each goes from page to page, makes a picture or two, and puts the budgets back.
test.describe.configure({ timeout: 150_000 });

/** Words of its own, so that no earlier picture is offered. */
const title = (words: string) => `${words} ${Date.now()}`;
const yuan = (fen: number) => (fen / 100).toFixed(2);

test("a day's budget lets one picture through, not two, and says what is left", async ({
  page,
  studio,
  spend,
  asked,
  t,
}) => {
  await spend.budget({ dayFen: "1000" });
  const room = 100_000 - (await spend.leftToday()) + 20;
  await spend.budget({ dayFen: yuan(room) });
  const before = await spend.billed();

  await studio.begin(title("Budget"));
  await studio.count(2);
  await studio.makeButton(2).click();
  await expect(page.getByText(t("errors.overDay"))).toBeVisible();
  expect(await asked()).toEqual([]);
  await studio.tab("tabProofs");
  await expect(studio.jobs()).toHaveCount(0);

  await studio.tab("tabWords");
  await studio.count(1);
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  const left = page.getByText(t("make.leftDay", { left: formatFen(2) }));
  await expect(left.filter({ visible: true })).toHaveCount(1);

  await page.locator("header").getByRole("link").filter({ hasText: "¥" }).click();
  await expect(page).toHaveURL(/\/spend$/u);
  await expect(page.getByTestId("billed")).toHaveText(formatFen(before + 18));
  const said = t("budget.left", { left: formatFen(2), limit: formatFen(room) });
  await expect(page.getByText(said)).toBeVisible();
  expect(await asked()).toHaveLength(1);
});

test("what is no amount is explained at its field and changes nothing", { tag: "@once" }, async ({
  page,
  spend,
  t,
}) => {
  await spend.budget({ dayFen: "1000", orderFen: "¥4.5" });
  await expect(spend.field("orderFen")).toHaveValue("4.50");
  await spend.field("monthFen").fill("a lot");
  await spend.press();
  await expect(spend.field("monthFen")).toHaveAccessibleDescription(t("errors.amount"));
  await expect(spend.field("monthFen")).toBeFocused();
  await page.reload();
  await expect(spend.field("monthFen")).toHaveValue("");
  await expect(spend.field("dayFen")).toHaveValue("1000");
});

test("an order that may have been charged is asked about, and the answer put right", async ({
  page,
  studio,
  spend,
  upstream,
  t,
}) => {
  await upstream({ scenarios: ["e27"] });
  const words = title("Lost");
  await studio.begin(words);
  await studio.makeButton(1).click();
  await studio.tab("tabProofs");
  await expect(studio.jobs("unknown")).toHaveCount(1);
  await spend.open();
  const before = await spend.billed();
  const charge = spend.charge(words);
  await expect(charge).toContainText(formatFen(18));
  await charge.getByRole("button", { name: t("openCharges.charged"), exact: true }).click();
  await expect(page.getByText(/^(Noted|已记下)/u)).toBeVisible();
  await expect(charge).toHaveCount(0);
  await expect.poll(() => spend.billed()).toBeGreaterThanOrEqual(before + 18);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a browser gets a name, and the month leaves as a table", { tag: "@once" }, async ({
  page,
  studio,
  spend,
  t,
}) => {
  await studio.begin(title("Table"));
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await spend.open();
  const row = page.getByRole("row").filter({ hasText: t("spend.thisBrowser") });
  await expect(row).toContainText(/··[0-9a-f]{4}/u);
  await spend.name(' =Anna "A", B ');
  await expect(row).toContainText('=Anna "A", B');
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("spend.csv"), exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^verbatim-spend-\d{4}-\d{2}\.csv$/u);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^\uFEFFtime \((.+)\),ordered \(\1\),kind,/u);
  expect(text).toContain(`,"'=Anna ""A"", B",qwen-image-plus,`);
  expect(text).toContain(",12329,0.024658\r\n");
  await spend.name("");
  await expect(row).toContainText(/··[0-9a-f]{4}/u);
});

test("other months are a press away, and what is no month is this one", { tag: "@once" }, async ({
  page,
  studio,
  spend,
  t,
}) => {
  await studio.begin(title("Month"));
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await spend.open("?month=2026-13");
  await expect(page.getByTestId("billed")).toBeVisible();
  await spend.open("?month=2001-05");
  await expect(page.getByText(/2001/u).first()).toBeVisible();
  await expect(page.getByRole("link", { name: t("spend.toStudio") })).toBeVisible();
  await page.getByRole("link", { name: t("spend.later", { month: "2001-06" }) }).click();
  await expect(page).toHaveURL(/month=2001-06$/u);
});

test("no axe violations, in either light", async ({
  studio,
  spend,
  upstream,
  expectAccessible,
}) => {
  await upstream({ scenarios: ["v1", "e27"] });
  await studio.begin(title("Seen and unseen"));
  await studio.count(2);
  await studio.makeButton(2).click();
  await studio.tab("tabProofs");
  await expect(studio.jobs("unknown")).toHaveCount(1);
  await expect(studio.jobs("done")).toHaveCount(1);
  await spend.budget({ dayFen: "1000", monthFen: "2000" });
  await expectAccessible();
  await spend.field("monthFen").fill("a lot");
  await spend.press();
  await expect(spend.field("monthFen")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible();
  await spend.open("?month=2001-05");
  await expectAccessible();
});
