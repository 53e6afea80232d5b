import { expect, test } from "./pages/fixtures";

test("what is wrong with the words is said beside them, and one press mends it", async ({
  page,
  studio,
  expectAccessible,
  t,
}) => {
  await studio.begin("夏日\\n特卖\u200b ¥9.9");
  const card = page.getByRole("listitem").filter({ has: studio.text("title") });
  const notes = card.getByRole("list", { name: t("findings.label") });
  await expect(notes).toContainText(t("findings.checkThese", { facts: "¥9.9" }));
  await expectAccessible();
  await notes.getByRole("button", { name: t("mends.breakLines") }).click();
  await expect(studio.text("title")).toHaveValue("夏日\n特卖\u200b ¥9.9");
  await notes.getByRole("button", { name: t("mends.stripInvisible") }).click();
  await expect(studio.text("title")).toHaveValue("夏日\n特卖 ¥9.9");
  await expect(notes.getByRole("button")).toHaveCount(0);

  // Rare and mixed characters need the tables, which come by themselves.
  await studio.text("title").fill("龍门镳局");
  await expect(notes).toContainText("镳");
  await notes.getByRole("button", { name: t("mends.simplify") }).click();
  await expect(studio.text("title")).toHaveValue("龙门镳局");
});

test("settings that work against the words say so where they are set", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  await studio.begin("Summer Sale");
  await studio.tab("tabKeepOut");
  await page.getByRole("textbox", { name: t("keepOut.own") }).fill("blur, words");
  await page.getByRole("button", { name: t("mends.dropTerm", { term: "words" }) }).click();
  await expect(page.getByRole("textbox", { name: t("keepOut.own") })).toHaveValue("blur");
  const expand = page.getByRole("checkbox", { name: t("settings.expand") });
  await expand.check();
  await expect(page.getByText(t("findings.expandExact"))).toBeVisible();
  await page.getByRole("button", { name: t("mends.expandOff") }).click();
  await expect(expand).not.toBeChecked();

  await studio.tab("tabScene");
  const subject = page.getByRole("textbox", { name: t("scene.subject") });
  await subject.fill("a door with “OPEN” on it");
  await page.getByRole("button", { name: t("mends.quotedToBlocks") }).click();
  await expect(subject).toHaveValue("a door with on it");
  await studio.tab("tabPrompt");
  await expect(page.getByTestId("prompt")).toContainText("“OPEN”");
});

test("a pasted prompt becomes words and scene, and compiles to the same words again", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  await studio.begin("To be replaced");
  await studio.tab("tabPrompt");
  await page.getByRole("button", { name: t("prompt.edit") }).click();
  const prompt = page.getByRole("textbox", { name: t("prompt.heading") });
  await prompt.fill(
    "A poster, title is 'Double 11 Sale', subtitle '50% off site-wide', background is a red gradient",
  );
  await page.getByRole("button", { name: t("prompt.read") }).click();
  await expect(page.getByTestId("prompt")).toContainText("title “Double 11 Sale”");
  await expect(page.getByTestId("prompt")).toContainText("background is a red gradient");
  await studio.tab("tabWords");
  await expect(studio.text("title")).toHaveValue("Double 11 Sale");
  await expect(studio.text("subtitle")).toHaveValue("50% off site-wide");

  // It is one Undo away.
  await page.getByText(t("site.undo"), { exact: true }).click();
  await studio.tab("tabPrompt");
  await expect(prompt).toHaveValue(/^A poster, title is/u);
});

test("too long a prompt leaves scene words out and names them, never the words", {
  tag: "@once",
}, async ({ page, studio, t }) => {
  const words = "字".repeat(560);
  await studio.begin("Long");
  await studio.text("subtitle").fill(words);
  await studio.tab("tabScene");
  await page
    .getByRole("textbox", { name: t("scene.subject") })
    .fill(`海滩，${"浪花，".repeat(60)}天空`);
  await studio.tab("tabPrompt");
  const prompt = page.getByTestId("prompt");
  await expect(prompt).toContainText(`“${words}”`);
  await expect(prompt).not.toContainText("天空");
  await expect(page.getByRole("status").filter({ hasText: "天空" })).toBeVisible();
});
