import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./pages/fixtures";
import type { Speech } from "./pages/speech";
import type { StudioPage } from "./pages/studio-page";

/** The templates page as a person uses it. */
function templatesOn(page: Page, t: Speech) {
  const card = (name: string) =>
    page.getByTestId("template").filter({ has: page.getByText(name, { exact: true }) });
  return {
    card,
    open: async () => {
      await page.goto("/templates");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
    start: (name: string) =>
      card(name)
        .getByRole("link", { name: t("templates.startFrom", { name }) })
        .click(),
    /** Opens a template's menu and gives one of its entries. */
    entry: async (name: string, entry: "edit" | "rename" | "duplicate" | "export" | "delete") => {
      await page.getByRole("button", { name: t("templates.menu", { name }), exact: true }).click();
      return card(name).getByText(t(`templates.${entry}`), { exact: true });
    },
    take: async (name: string, content: string | Buffer) => {
      const file = { name, mimeType: "application/json", buffer: Buffer.from(content) };
      await page.getByTestId("template-file").setInputFiles(file);
    },
  };
}

const dialogOn = (page: Page, t: Speech) => ({
  dialog: page.getByRole("dialog"),
  field: page.getByRole("textbox", { name: t("templates.name"), exact: true }),
  save: page.getByRole("button", { name: t("templates.save"), exact: true }),
});

/** Saves the poster in hand under a name that no other journey uses. */
async function saveAs(page: Page, t: Speech, name: string): Promise<void> {
  const { dialog, field, save } = dialogOn(page, t);
  await page.getByRole("button", { name: t("templates.saveAs") }).click();
  await field.fill(name);
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(t("templates.saved", { name }))).toBeVisible();
}

async function saved(studio: StudioPage, title: string, name: string): Promise<void> {
  await studio.open();
  await studio.write(title);
  await saveAs(studio.page, studio.t, name);
}

test("save, find, start from it, edit and save over", async ({ page, studio, t }, { testId }) => {
  const name = `促销 Sale ${testId}`;
  const templates = templatesOn(page, t);
  const { dialog, field, save } = dialogOn(page, t);
  await studio.open();
  await studio.write("A fine title");
  await page.getByRole("button", { name: t("templates.saveAs") }).click();
  await expect(field).toHaveValue("A fine title");
  await page.keyboard.press("Escape");
  await saveAs(page, t, name);

  await studio.write("Unfinished");
  await page.getByRole("link", { name: t("templates.all") }).click();
  await expect(templates.card(name).getByTestId("sheet")).toContainText("A fine");
  await templates.start(name);
  await expect(studio.text("title")).toHaveValue("A fine title");
  await expect(page.getByText(t("templates.opened", { name }))).toBeVisible();
  await page.getByRole("button", { name: t("site.undo") }).click();
  await expect(studio.text("title")).toHaveValue("Unfinished");

  await templates.open();
  await (await templates.entry(name, "edit")).click();
  await expect(studio.text("title")).toHaveValue("A fine title");
  await studio.text("title").fill("A finer title");
  // What is being edited outlives a reload, as the words do.
  await page.waitForTimeout(500);
  await page.reload();
  await expect(studio.text("title")).toHaveValue("A finer title");
  await page.getByRole("button", { name: t("templates.saveAs") }).click();
  await expect(page.getByRole("radio", { name: t("templates.over", { name }) })).toBeChecked();
  await expect(field).toHaveValue(name);
  await save.click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: t("templates.see") }).click();
  await expect(templates.card(name).getByTestId("sheet")).toContainText("finer");
});

test(
  "rename, duplicate, delete and undo",
  { tag: "@once" },
  async ({ page, studio, t }, { testId }) => {
    const [name, other] = [`Old ${testId}`, `新 ${testId}`];
    const templates = templatesOn(page, t);
    const { dialog, field, save } = dialogOn(page, t);
    await saved(studio, "Words", name);
    await templates.open();
    await (await templates.entry(name, "rename")).click();
    await field.fill(other);
    await save.click();
    await expect(dialog).toBeHidden();
    await expect(templates.card(other)).toBeVisible();
    await expect(templates.card(name)).toHaveCount(0);

    await (await templates.entry(other, "duplicate")).click();
    await expect(templates.card(`${other} 2`)).toBeVisible();
    await (await templates.entry(other, "delete")).click();
    await expect(templates.card(other)).toHaveCount(0);
    await page.getByRole("button", { name: t("site.undo") }).click();
    await expect(templates.card(other)).toBeVisible();
  },
);

test("a built-in template is started from, or duplicated to one's own", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  const templates = templatesOn(page, t);
  const name = t("starters.couplet");
  await templates.open();
  await templates.start(name);
  await expect(studio.text("upperScroll")).toHaveValue("天增岁月人增寿");
  await templates.open();
  await page.getByRole("button", { name: t("templates.duplicateOne", { name }) }).click();
  await expect(
    page.getByRole("button", { name: t("templates.menu", { name }), exact: true }),
  ).toBeVisible();
  await (await templates.entry(name, "delete")).click();
  await expect(
    page.getByRole("button", { name: t("templates.menu", { name }), exact: true }),
  ).toHaveCount(0);
});

test(
  "export, then import what was exported; a damaged file is refused with the place",
  { tag: "@once" },
  async ({ page, studio, t }, { testId }) => {
    const name = `<img src=x onerror=alert(1)> ${testId.slice(-8)}`;
    const templates = templatesOn(page, t);
    await saved(studio, "Carried over", name);
    await templates.open();
    const download = page.waitForEvent("download");
    await (await templates.entry(name, "export")).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^verbatim-img-src-x-onerror-alert-1.*\.json$/u);
    const text = await readFile(await file.path(), "utf8");

    await templates.take("broken.json", '{\n "format": "verb');
    await expect(page.getByRole("alert").filter({ hasText: "broken.json" })).toContainText(
      t("templateFile.broken", { line: "2", column: "17" }),
    );
    await templates.take("long.json", text.replace("Carried over", "字".repeat(601)));
    await expect(page.getByRole("alert").filter({ hasText: "long.json" })).toContainText(
      t("templateFile.damaged", {
        path: "templates[0].poster.blocks[0].text",
        reason: t("templateDamage.tooLong"),
      }),
    );
    await templates.take("newer.json", text.replace(/"version": \d+/u, '"version": 999'));
    await expect(page.getByText(t("templateFile.newer"))).toBeVisible();
    await templates.take("picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
    await expect(page.getByText(t("templateFile.notText"))).toBeVisible();
    await templates.take("large.json", " ".repeat(4_000_001));
    await expect(page.getByText(t("templateFile.tooLarge", { limit: "4" }))).toBeVisible();
    await expect(templates.card(`${name} 2`)).toHaveCount(0);

    await templates.take("good.json", text);
    await expect(templates.card(`${name} 2`)).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: "json" })).toHaveCount(0);
    await templates.start(`${name} 2`);
    await expect(studio.text("title")).toHaveValue("Carried over");
  },
);

test(
  "a file is dropped on the page, and all are exported together",
  { tag: "@once" },
  async ({ page, t }, { testId }) => {
    const name = `Dropped ${testId}`;
    const templates = templatesOn(page, t);
    await templates.open();
    const all = page.waitForEvent("download");
    await page.getByRole("link", { name: t("templates.exportAll") }).click();
    const file = JSON.parse(await readFile(await (await all).path(), "utf8"));
    expect(file.templates.length).toBeGreaterThan(0);
    const text = JSON.stringify({ ...file, templates: [{ ...file.templates[0], name }] });
    const dataTransfer = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "dropped.json", { type: "application/json" }));
      return transfer;
    }, text);
    const target = page.getByRole("heading", { level: 1 });
    await target.dispatchEvent("dragover", { dataTransfer });
    await expect(page.getByText(t("templates.drop"))).toBeVisible();
    await target.dispatchEvent("drop", { dataTransfer });
    await expect(templates.card(name)).toBeVisible();
  },
);

test(
  "the dialog by keys alone: name refused, name given, focus back",
  { tag: "@once" },
  async ({ page, studio, t }, { testId }) => {
    const { dialog, field } = dialogOn(page, t);
    const opener = page.getByRole("button", { name: t("templates.saveAs") });
    await studio.open();
    await studio.write("By keys");
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await expect(page.getByText(t("templateName.empty"))).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.type("x".repeat(61));
    await expect(page.getByText(t("templateName.tooLong", { limit: "60" }))).toBeVisible();
    // The focus goes round inside the dialog and the browser's own bar, never to the page behind.
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press("Tab");
      const isInside = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest("dialog") !== null;
      });
      expect(isInside).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.type(`Keys ${testId}`);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  },
);

test("a poster that is not whole is not saved, and says what to mend", { tag: "@once" }, async ({
  page,
  studio,
  t,
}) => {
  const { field, save } = dialogOn(page, t);
  await studio.open();
  await studio.write("Too long");
  await studio.text("subtitle").fill("字".repeat(601));
  await page.getByRole("button", { name: t("templates.saveAs") }).click();
  await expect(field).toHaveValue("Too long");
  await save.click();
  await expect(page.getByRole("dialog").getByText(t("errors.tooLong"))).toBeVisible();
});

test("no axe violations among templates, in either light", async ({
  page,
  studio,
  t,
  expectAccessible,
}, { testId }) => {
  test.slow();
  const name = `Seen ${testId}`;
  const templates = templatesOn(page, t);
  await saved(studio, "Accessible", name);
  await page.getByRole("button", { name: t("templates.saveAs") }).click();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await expectAccessible();
  await templates.open();
  await expectAccessible();
  await templates.entry(name, "edit");
  await templates.take("bad.json", "{");
  await expect(page.getByText(t("templates.notImported", { file: "bad.json" }))).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await (await templates.entry(name, "rename")).click();
  await expectAccessible();
});
