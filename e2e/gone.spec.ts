import type { Page } from "@playwright/test";
import type { Board } from "../lib/job/schema";
import { expect, test } from "./pages/fixtures";
import { StudioPage } from "./pages/studio-page";
import { paintingWith, startStudio } from "./servers/studio";

const connection = (page: Page) => page.locator("[data-bar]");

test.describe("an old tab after an upgrade", () => {
  test("says so at the press, and a reload keeps the words", async ({ page, studio, t, asked }) => {
    await studio.begin("Old Tab");
    await page.route("**/*", (route) => {
      const headers = route.request().headers();
      const action = headers["next-action"];
      return route.continue(
        action
          ? { headers: { ...headers, "next-action": action.replace(/.{8}$/u, "deadbeef") } }
          : {},
      );
    });
    await studio.makeButton(1).click();
    await expect(page.getByRole("alert").getByText(t("errors.newVersion"))).toBeVisible();
    await page.unroute("**/*");
    await studio.text("title").fill("Typed at the last moment");
    await page
      .getByRole("button", { name: t("connection.reload") })
      .last()
      .click();
    await expect(studio.text("title")).toHaveValue("Typed at the last moment");
    expect(await asked()).toEqual([]);
  });

  test("says so by itself when the server is of another build", { tag: "@once" }, async ({
    page,
    studio,
    t,
  }) => {
    await studio.open();
    await page.route("**/api/jobs*", async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(/\?.*$/u, "") });
      return route.fulfill({ json: { ...(await response.json()), build: "another" } });
    });
    await expect(connection(page).getByText(t("errors.newVersion"))).toBeVisible();
  });

  test("says so when a part of the page is gone from the server", { tag: "@once" }, async ({
    page,
    studio,
    t,
  }) => {
    await studio.open();
    await page.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
    await studio.makeButton(1).click();
    await expect(page.getByRole("alert").getByText(t("errors.newVersion"))).toBeVisible();
  });
});

test("the order is what stood on the sheet at the press", async ({ page, studio, asked }) => {
  await studio.begin("At the press");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    await held;
    await route.continue();
  });
  await studio.makeButton(1).click();
  await studio.tab("tabWords");
  await studio.text("title").fill("Typed too late");
  await page.waitForTimeout(300);
  release();
  await expect.poll(async () => (await asked()).length).toBe(1);
  const [order] = await asked();
  expect(order?.prompt).toContain("At the press");
  expect(order?.prompt).not.toContain("too late");
  // An order that is placed shows its results, on a phone in place of the words.
  await studio.tab("tabWords");
  await expect(studio.text("title")).toHaveValue("Typed too late");
});

test.describe("the server gone", () => {
  test("offline is said within 5 s, the clock stands, and all goes on by itself", async ({
    page,
    studio,
    upstream,
    context,
    t,
  }) => {
    await upstream({ latencyMs: 9000 });
    await studio.begin("Offline");
    await studio.makeButton(1).click();
    await studio.tab("tabProofs");
    await expect(studio.jobs("painting")).toHaveCount(1);
    await context.setOffline(true);
    await expect(connection(page).getByText(t("connection.offline"))).toBeVisible({
      timeout: 5000,
    });
    const clock = studio.jobs("painting").locator("span").first();
    const stood = await clock.textContent();
    await page.waitForTimeout(2500);
    expect(await clock.textContent()).toBe(stood);
    await context.setOffline(false);
    await expect(connection(page)).toHaveCount(0);
    await expect(studio.jobs("done")).toHaveCount(1);
  });

  test("is said on every page, and pictures that broke meanwhile come when it is back", {
    tag: "@once",
  }, async ({ page, fake, t }) => {
    test.slow();
    const server = await startStudio(paintingWith(fake.url, 20));
    try {
      const studio = new StudioPage(page, t);
      await studio.open(server.url);
      await studio.write("Gone and back");
      await studio.makeButton(1).click();
      await studio.expectPainted(1);
      // As good as gone for pictures, and then gone.
      await page.route("**/api/images/**", (route) => route.abort());
      await page.goto(`${server.url}/gallery`);
      await expect(page.getByTestId("broken")).toHaveCount(1);
      await server.leave();
      await expect(connection(page).getByText(t("connection.serverGone"))).toBeVisible({
        timeout: 5000,
      });
      await page.unroute("**/api/images/**");
      await server.comeBack();
      await expect(connection(page)).toHaveCount(0);
      await expect(page.getByTestId("broken")).toHaveCount(0);
      const image = page.getByTestId("image").first().getByRole("img").first();
      await expect
        .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  });
});

test("a board that is as it was is not told again", { tag: "@once" }, async ({ request }) => {
  const board: Board = await (await request.get("/api/jobs")).json();
  const asked = (after: string, at: number) => request.get(`/api/jobs?after=${after}&at=${at}`);
  expect((await asked(board.revision, board.now)).status()).toBe(204);
  // A change, another start of the server, or too long ago.
  expect((await asked("another", board.now)).status()).toBe(200);
  expect((await asked(board.revision, board.now - 60_000)).status()).toBe(200);
});
