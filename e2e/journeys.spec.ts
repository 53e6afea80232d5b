import { expect, test } from "./pages/fixtures";

test("make one: from words to a finished picture with its cost in the gallery", async ({
  page,
  studio,
  asked,
  t,
}) => {
  await studio.begin("一字不差 Verbatim 9.9");
  await expect(studio.makeButton(1)).toContainText("¥0.18");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);

  const [wire] = await asked();
  expect(wire?.prompt).toContain("“一字不差 Verbatim 9.9”");
  expect(wire?.size).toBe("928*1664");
  expect(wire?.prompt_extend).toBe(false);
  expect(wire?.watermark).toBe(true);

  await page.goto("/gallery");
  const newest = page.getByTestId("image").first();
  await expect(newest).toContainText("一字不差 Verbatim 9.9");
  await expect(newest).toContainText("¥0.18");
  await newest.getByRole("link").click();
  await expect(page.getByText("928×1664")).toBeVisible();
  await expect(page.getByText("qwen-image-plus")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("image.download") }).click();
  expect((await download).suggestedFilename()).toMatch(
    /^一字不差-Verbatim-9-9-9x16-[0-9a-f]{6}\.png$/u,
  );
  // No page shows where the upstream kept the picture.
  expect(await page.content()).not.toContain("Signature=");
});

test("make eight in two ratios, and follow them through a reload", async ({
  page,
  studio,
  asked,
}) => {
  await studio.begin("Eight of them");
  await studio.choose("1:1", "3:4");
  await studio.count(4);
  await expect(studio.makeButton(8)).toContainText("¥1.44");
  await studio.makeButton(8).click();
  await studio.tab("tabProofs");
  await expect(studio.jobs()).toHaveCount(8);
  await page.reload();
  await studio.expectPainted(8);
  const sizes = (await asked()).map((request) => request.size).sort();
  expect(sizes).toEqual([
    ...Array.from({ length: 4 }, () => "1140*1472"),
    ...Array.from({ length: 4 }, () => "1328*1328"),
  ]);
});

test("a reload in the middle loses neither the words nor the picture", async ({
  page,
  studio,
  asked,
  upstream,
}) => {
  await upstream({ latencyMs: 2000 });
  await studio.begin("Midway");
  await studio.makeButton(1).click();
  await studio.tab("tabProofs");
  await expect(studio.jobs("painting")).toHaveCount(1);
  await studio.tab("tabWords");
  await studio.text("subtitle").fill("typed while painting");
  await page.waitForTimeout(500);
  await page.reload();
  await expect(studio.text("subtitle")).toHaveValue("typed while painting");
  const other = await page.context().newPage();
  await other.goto("/");
  await studio.expectPainted(1);
  expect(await asked()).toHaveLength(1);
});

test("remix opens the studio with exactly those settings", async ({ page, studio, t }) => {
  await studio.begin("Remix me");
  await studio.choose("16:9");
  await studio.tab("tabKeepOut");
  await page.getByRole("button", { name: t("keepOut.presets.product") }).click();
  await page.getByRole("textbox", { name: t("keepOut.own") }).fill("fog, rain");
  await page.getByRole("checkbox", { name: t("settings.watermark") }).uncheck();
  await studio.makeButton(1).click();
  await studio.expectPainted(1);

  await studio.write("Something else");
  await page.goto("/gallery");
  await page.getByTestId("image").first().getByRole("link").click();
  await page.getByRole("link", { name: t("image.remix"), exact: true }).click();
  await expect(studio.text("title")).toHaveValue("Remix me");
  await expect(page.getByRole("button", { name: /^16:9 —/u })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await studio.tab("tabKeepOut");
  await expect(page.getByRole("textbox", { name: t("keepOut.own") })).toHaveValue("fog, rain");
  await expect(page.getByRole("checkbox", { name: t("settings.watermark") })).not.toBeChecked();
  // The unfinished poster is one Undo away.
  const toast = page.getByText(t("studio.remixed")).locator("..");
  await toast.getByRole("button", { name: t("site.undo") }).click();
  await studio.tab("tabWords");
  await expect(studio.text("title")).toHaveValue("Something else");
});

test("delete and undo", async ({ page, studio, t }) => {
  await studio.begin("Delete me");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await page.goto("/gallery");
  const card = page.getByTestId("image").filter({ hasText: "Delete me" });
  const many = await card.count();
  await card.first().getByRole("button").click();
  await expect(card).toHaveCount(many - 1);
  await page.getByRole("button", { name: t("site.undo") }).click();
  await expect(card).toHaveCount(many);
});
