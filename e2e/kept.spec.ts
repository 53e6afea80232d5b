import { expect, test } from "./pages/fixtures";
import { StudioPage } from "./pages/studio-page";

/** Long enough for what is typed to be kept (250 ms), with room for a busy machine. */
const keptMs = 1000;

test.describe("a browser that keeps nothing", () => {
  for (const name of ["localStorage", "sessionStorage", "both"] as const) {
    test(`throws at ${name}: the studio works, and says once that work is not kept`, {
      tag: "@once",
    }, async ({ page, studio, t }) => {
      await page.addInitScript((refused) => {
        const names = refused === "both" ? ["localStorage", "sessionStorage"] : [refused];
        for (const each of names) {
          Object.defineProperty(window, each, {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }
      }, name);
      await studio.open();
      await studio.startFrom("sale");
      await studio.text("title").fill("Kept by nobody");
      await page.waitForTimeout(keptMs);
      await expect(page.getByTestId("sheet")).toContainText("Kept");
      if (name !== "sessionStorage") await expect(page.getByText(t("kept.not"))).toBeVisible();
      // Other pages and back: what was typed lives as long as the page does.
      await page
        .getByRole("link", { name: t("site.gallery") })
        .first()
        .click();
      await page.waitForURL("**/gallery");
      await page
        .getByRole("link", { name: t("site.studio") })
        .first()
        .click();
      await expect(studio.text("title")).toHaveValue("Kept by nobody");
      // The browser's own copy outlives the tab: without the tab's nothing is lost.
      if (name !== "sessionStorage")
        await page.getByRole("button", { name: t("kept.understood") }).click();
      await expect(page.getByText(t("kept.not"))).toBeHidden();
    });
  }

  test("is full: it is said, and unsaid once there is room", { tag: "@once" }, async ({
    page,
    studio,
    t,
  }) => {
    await studio.open();
    await studio.startFrom("sale");
    await page.evaluate(() => {
      const own = Storage.prototype.setItem;
      Object.assign(window, { makeRoom: () => Object.assign(Storage.prototype, { setItem: own }) });
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await studio.text("title").fill("Too much");
    await expect(page.getByText(t("kept.not"))).toBeVisible();
    await page.evaluate(() => (window as typeof window & { makeRoom: () => void }).makeRoom());
    await studio.text("title").fill("Enough room");
    await expect(page.getByText(t("kept.not"))).toBeHidden();
    await page.reload();
    await expect(studio.text("title")).toHaveValue("Enough room");
  });
});

test("of two tabs on one poster neither takes the other's work", { tag: "@once" }, async ({
  page,
  studio,
  context,
  t,
}) => {
  await studio.open();
  await studio.startFrom("blank");
  await page.getByRole("button", { name: t("words.add", { role: t("roles.title") }) }).click();
  await studio.text("title").fill("First tab");
  await page.waitForTimeout(keptMs);
  const second = new StudioPage(await context.newPage(), t);
  await second.page.goto(page.url());
  await expect(second.text("title")).toHaveValue("First tab");
  await second.text("title").fill("Second tab");
  await expect(page.getByText(t("kept.contested"))).toBeVisible();
  await studio.text("title").fill("First tab goes on");
  await page.waitForTimeout(keptMs);
  await page.reload();
  await expect(studio.text("title")).toHaveValue("First tab goes on");
  await second.page.reload();
  await expect(second.text("title")).toHaveValue("Second tab");
  await expect(second.page.getByText(t("kept.contested"))).toBeHidden();

  await page.getByRole("button", { name: t("kept.take") }).click();
  await expect(studio.text("title")).toHaveValue("Second tab");
  await expect(page.getByText(t("kept.contested"))).toBeHidden();
  await page.waitForTimeout(keptMs);
  await expect(second.page.getByText(t("kept.contested"))).toBeHidden();

  await second.text("title").fill("Second again");
  await page.getByRole("button", { name: t("kept.mine") }).click();
  await expect(second.page.getByText(t("kept.contested"))).toBeVisible();
  await expect(second.text("title")).toHaveValue("Second again");
});
