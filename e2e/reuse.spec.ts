import { expect, test } from "./pages/fixtures";

test("the same order again is offered what is there, free, or made anew when one insists", async ({
  page,
  studio,
  asked,
  expectAccessible,
  t,
}) => {
  await studio.begin("Again");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);

  await studio.makeButton(1).click();
  const offer = page.getByRole("region", { name: t("make.offerLabel") });
  await expect(offer.getByText(t("make.offerStored", { images: 1 }))).toBeVisible();
  await expectAccessible();
  expect(await asked(), "nothing is ordered before somebody chooses").toHaveLength(1);
  await offer.getByRole("button", { name: t("make.offerTake") }).click();
  await expect(studio.jobs()).toHaveCount(2);
  await expect(studio.jobs().first()).toContainText("¥0.00");
  await expect(studio.jobs().first()).toContainText(t("board.cachedBadge"));
  expect(await asked()).toHaveLength(1);

  await page.getByRole("button", { name: t("board.makeNew", { cost: "¥0.18" }) }).click();
  await expect(studio.jobs()).toHaveCount(3);
  await studio.expectPainted(3);
  expect(await asked()).toHaveLength(2);

  const anew = t("make.offerNew", { images: 1, total: "¥0.18" });
  await studio.makeButton(1).click();
  await offer.getByRole("button", { name: anew }).click();
  await expect(studio.jobs()).toHaveCount(4);
  // Once said, it holds until the poster changes.
  await studio.makeButton(1).click();
  await expect(studio.jobs()).toHaveCount(5);
  await studio.expectPainted(5);
  expect(await asked()).toHaveLength(4);
});

test("the offer can be put away, and nothing is ordered", { tag: "@once" }, async ({
  page,
  studio,
  asked,
  t,
}) => {
  await studio.begin("Put away");
  await studio.makeButton(1).click();
  await studio.expectPainted(1);
  await studio.makeButton(1).click();
  const offer = page.getByRole("region", { name: t("make.offerLabel") });
  await offer.getByRole("button", { name: t("make.offerDismiss") }).click();
  await expect(offer).toHaveCount(0);
  expect(await asked()).toHaveLength(1);
});
