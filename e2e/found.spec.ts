import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { writeNote } from "../lib/image/note";
import { withText } from "../lib/testing/png-text";
import { tinyPng } from "./fake-upstream/png";
import { expect, test } from "./pages/fixtures";
import { posterOf } from "./servers/action-call";
import { startStudio } from "./servers/studio";

test("found pictures are shown, and taken into the gallery with their words", async ({
  page,
  t,
  expectAccessible,
}) => {
  test.slow();
  const { url, dataDir, stop } = await startStudio({ NEBULA_API_KEY: "" });
  const longAgo = new Date(Date.now() - 7_200_000);
  const put = (under: string, bytes: Uint8Array | string) => {
    const file = path.join(dataDir, "images", under);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    utimesSync(file, longAgo, longAgo);
  };
  const id = v7();
  const png = await tinyPng();
  put(`${id.slice(-2)}/${id}.png`, png);
  const note = writeNote({
    jobId: v7(),
    orderId: v7(),
    parentId: null,
    painter: "nebula",
    model: "qwen-image-plus",
    ratio: "4:3",
    poster: JSON.stringify(posterOf("Yesterday", 1)),
    prompt: "A poster that says “Yesterday”",
    negativePrompt: "",
    costFen: 18,
    tookMs: 9000,
    upstreamRequestId: null,
    createdAt: longAgo.getTime(),
  });
  put(`${id.slice(-2)}/${id}.json`, note);
  put("other tool #1.png", withText(png, "parameters", "Sign that says “Elsewhere”"));
  put("broken.png", "no picture");

  await page.goto(`${url}/gallery/found`);
  await expect(page.getByTestId("found")).toHaveCount(3);
  await expect(page.getByTestId("found").filter({ hasText: "Yesterday" })).toBeVisible();
  await expectAccessible();
  const one = page.getByTestId("found").filter({ hasText: "Elsewhere" });
  await one.getByRole("button").click();
  await expect(page.getByTestId("found")).toHaveCount(2);
  await page.getByRole("button", { name: t("found.adoptAll", { count: 2 }) }).click();
  await expect(page.getByText(t("found.refused", { count: 1 }))).toBeVisible();
  await expect(page.getByTestId("found")).toHaveCount(1);

  await page.goto(`${url}/gallery`);
  await expect(page.getByText(t("found.count", { count: 1 }))).toBeVisible();
  await expect(page.getByTestId("image")).toHaveCount(2);
  await page
    .getByTestId("image")
    .filter({ hasText: "Yesterday" })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Yesterday" })).toBeVisible();
  await stop();
});
