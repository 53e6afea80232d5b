import { expect, test } from "./pages/fixtures";
import { onSheet } from "./pages/sheet-hands";

test.describe("text that will not be taken is named beside its block at once", () => {
  test("too long, and typing stays quick", async ({ page, studio, t, expectAccessible }) => {
    await studio.open();
    await studio.write("Long");
    const title = studio.text("title");
    await title.fill("云".repeat(10_000));
    await expect(page.getByText(t("sheet.limit", { used: "10000", limit: "600" }))).toBeVisible();
    await expect(title).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("alert").filter({ hasText: "10000" }).first()).toBeVisible();
    await expectAccessible();
    const startedAt = Date.now();
    await title.press("End");
    for (let count = 0; count < 10; count += 1) await page.keyboard.type("雨");
    await expect(page.getByText("10010 / 600")).toBeVisible();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await title.fill("短");
    await expect(title).toHaveAttribute("aria-invalid", "false");
  });

  test("what no printer can set, with a way to take it out", { tag: "@once" }, async ({
    page,
    studio,
    t,
  }) => {
    await studio.open();
    await studio.write("Odd");
    const title = studio.text("title");
    await title.fill("铃\u0007声");
    await expect(page.getByText(t("sheet.unprintable", { count: 1 }))).toBeVisible();
    await page.getByRole("button", { name: t("sheet.clean") }).click();
    await expect(title).toHaveValue("铃声");
    await expect(page.getByText(t("sheet.unprintable", { count: 1 }))).toHaveCount(0);
    await title.fill("   ");
    await expect(page.getByText(t("sheet.blank"))).toBeVisible();
  });

  test("markup is words like any other", { tag: "@once" }, async ({ page, studio, t }) => {
    await studio.open();
    await studio.write("<script>alert(1)</script>");
    await expect(page.getByTestId("sheet")).toContainText("alert(1)");
    await expect(onSheet(page, t, "title")).toHaveAccessibleName(/<script>/u);
    await studio.text("title").fill("a\u200bb👩‍👩‍👧\u0301");
    await expect(page.getByTestId("sheet")).toContainText("👩‍👩‍👧");
  });
});
