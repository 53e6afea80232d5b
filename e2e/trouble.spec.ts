import { expect, test } from "./pages/fixtures";

test.describe("bad input", () => {
  test("an empty poster says what to do, at the words, and nothing is sent", async ({
    page,
    studio,
    asked,
    t,
  }) => {
    await studio.open();
    await studio.startFrom("blank");
    await expect(page.getByText(t("words.none"))).toBeVisible();
    await studio.makeButton(1).click();
    await expect(page.getByText(t("errors.empty")).first()).toBeVisible();
    expect(await asked()).toEqual([]);
  });

  test("too long a prompt or keep-out is counted, explained and keeps what was typed", {
    tag: "@once",
  }, async ({ page, studio, asked, t }) => {
    await studio.open();
    await studio.write("Long");
    await studio.tab("tabPrompt");
    await page.getByRole("button", { name: t("prompt.edit") }).click();
    const prompt = page.getByRole("textbox", { name: t("prompt.heading") });
    await prompt.fill("云".repeat(801));
    await expect(page.getByText(/^801 \/ 800$/u)).toBeVisible();
    await studio.makeButton(1).click();
    await expect(page.getByRole("alert").filter({ hasText: "800" }).first()).toBeVisible();
    await expect(prompt).toHaveValue("云".repeat(801));
    await page.getByRole("button", { name: t("prompt.back") }).click();
    await studio.tab("tabKeepOut");
    await page.getByRole("textbox", { name: t("keepOut.own") }).fill("x".repeat(490));
    await expect(page.getByRole("alert").filter({ hasText: "500" }).first()).toBeVisible();
    await studio.makeButton(1).click();
    expect(await asked()).toEqual([]);
  });

  for (const count of [0, 21]) {
    test(`${count} images are refused with a sentence`, async ({ page, studio, asked, t }) => {
      await studio.open();
      await studio.write("Count");
      await studio.count(count);
      await page.getByRole("button", { name: new RegExp(t("make.draft"), "u") }).click();
      await expect(page.getByRole("alert").filter({ hasText: "20" }).first()).toBeVisible();
      expect(await asked()).toEqual([]);
    });
  }

  test("addresses that lead nowhere say so", { tag: "@once" }, async ({ page, request, t }) => {
    for (const path of [
      "/gallery/not-an-id",
      "/gallery/01a20a10-e781-7283-9e68-16d6757cca66",
      "/nowhere",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: t("notFound.title") })).toBeVisible();
    }
    for (const id of ["..%2F..%2Fverbatim.db", "....", "01a20a10-e781-7283-9e68-16d6757cca66"]) {
      expect((await request.get(`/api/images/${id}`)).status()).toBe(404);
      expect((await request.get(`/api/images/${id}/thumb`)).status()).toBe(404);
    }
  });
});

test.describe("a troubled upstream", () => {
  const rows = [
    { scenario: "e7", failure: "auth" },
    { scenario: "e10", failure: "balance" },
    { scenario: "e3", failure: "moderatedInput" },
    { scenario: "reset", failure: "unknownOutcome" },
    { scenario: "notpng", failure: "notPicture" },
  ] as const;

  for (const { scenario, failure } of rows) {
    const tag = scenario === "e7" ? [] : ["@once"];
    test(`${scenario} is explained as ${failure} and costs nothing on screen`, { tag }, async ({
      page,
      studio,
      upstream,
      t,
    }) => {
      await upstream({ scenarios: [scenario] });
      await studio.begin("Trouble");
      await studio.makeButton(1).click();
      await studio.tab("tabProofs");
      await expect(studio.jobs().getByText(t(`failures.${failure}`))).toBeVisible();
      expect(await page.content()).not.toContain("sk-fake");
    });
  }

  test("a failed one is retried by a click and then succeeds", { tag: "@once" }, async ({
    page,
    studio,
    upstream,
    t,
  }) => {
    await upstream({ scenarios: ["e3o"] });
    await studio.begin("Retry");
    await studio.makeButton(1).click();
    await studio.tab("tabProofs");
    await page.getByRole("button", { name: t("board.retry") }).click();
    await studio.expectPainted(1);
  });

  test("one that is refused for haste is tried again by itself, and says so meanwhile", {
    tag: "@once",
  }, async ({ studio, upstream, asked, t }) => {
    await upstream({ scenarios: ["e16r"] });
    await studio.begin("Haste");
    await studio.makeButton(1).click();
    await studio.tab("tabProofs");
    const waits = new RegExp(t("board.retrying", { seconds: "\\d+" }), "u");
    await expect(studio.jobs().getByText(waits)).toBeVisible();
    await studio.expectPainted(1);
    expect(await asked()).toHaveLength(2);
  });

  test("one that waits can be cancelled", { tag: "@once" }, async ({
    page,
    studio,
    upstream,
    asked,
    t,
  }) => {
    await upstream({ latencyMs: 3000 });
    await studio.begin("Too many");
    await studio.count(12);
    await studio.makeButton(12).click();
    await studio.tab("tabProofs");
    await expect(studio.jobs("painting").first()).toBeVisible();
    await page
      .getByRole("button", { name: t("board.cancel") })
      .first()
      .click();
    await expect(studio.jobs("cancelled")).toHaveCount(1);
    await expect(studio.jobs("done")).toHaveCount(11, { timeout: 50_000 });
    expect(await asked()).toHaveLength(11);
  });
});

test("without a key the whole journey works with free drafts", async ({
  page,
  studio,
  t,
  keyless,
}) => {
  await page.goto(keyless);
  await expect(page.getByTestId("sheet").locator("text").first()).toBeVisible();
  await studio.clearBoard();
  await studio.write("免费草稿");
  await page
    .getByRole("button", { name: new RegExp(`^${t("make.button", { images: 1 })}`, "u") })
    .click();
  await studio.expectPainted(1);
  await expect(studio.jobs().first()).toContainText("¥0.00");
  await expect(studio.jobs().first()).toContainText(t("board.draftBadge"));
  await studio.jobs().first().getByRole("link").first().click();
  await expect(page.getByText(t("image.draftPainter"))).toBeVisible();
});
