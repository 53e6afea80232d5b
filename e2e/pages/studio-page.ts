import { expect, type Locator, type Page } from "@playwright/test";
import { ratioIds } from "../../lib/poster/choices";
import type { Role } from "../../lib/poster/schema";
import type { Speech } from "./speech";

/** Presses a toggle unless it stands as wanted. */
async function press(button: Locator, wanted: boolean): Promise<void> {
  if ((await button.getAttribute("aria-pressed")) !== `${wanted}`) await button.click();
}

/** Letters that no reader takes for their capitals or for each other. */
const plainLetters = "abdehknt";

const nonce = () =>
  Array.from({ length: 8 }, () => plainLetters[Math.floor(Math.random() * 8)]).join("");

type Tab = "tabWords" | "tabScene" | "tabKeepOut" | "tabPrompt" | "tabProofs";

/** The studio as a person uses it, on a desk or on a phone. */
export class StudioPage {
  readonly page: Page;
  readonly t: Speech;

  constructor(page: Page, t: Speech) {
    this.page = page;
    this.t = t;
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByTestId("sheet").locator("text").first()).toBeVisible();
  }

  /** Begins a journey: the studio open, earlier pictures out of sight, a title of its own. */
  async begin(title: string): Promise<void> {
    await this.open();
    await this.clearBoard();
    await this.write(title);
  }

  /** On a phone one part is in hand at a time; on a desk all are. */
  async tab(tab: Tab): Promise<void> {
    const name = new RegExp(`^${this.t(`studio.${tab}`)}( \\d+)?$`, "u");
    const chip = this.page.getByRole("button", { name });
    if (await chip.isVisible()) await chip.click();
  }

  text(role: Role): Locator {
    const name = this.t("words.text", { role: this.t(`roles.${role}`) });
    return this.page.getByRole("textbox", { name, exact: true }).first();
  }

  /** Starts from an example, or from nothing. The page opens with one, so only the word of it tells. */
  async startFrom(starter: "sale" | "couplet" | "blank"): Promise<void> {
    await this.tab("tabWords");
    await this.page
      .getByRole("button", { name: this.t(`starters.${starter}`), exact: true })
      .click();
    await expect(this.page.getByText(this.t("studio.replaced"))).toBeVisible();
    await this.page.getByRole("button", { name: this.t("site.close"), exact: true }).click();
  }

  /** Starts from the sale template and writes a title of its own. */
  async write(title: string): Promise<void> {
    await this.startFrom("sale");
    await this.text("title").fill(title);
    // No two journeys order the same: the second would be offered the picture of the first.
    await this.text("smallPrint").fill(nonce());
    await expect(this.page.getByTestId("sheet")).toContainText(title.slice(0, 4));
  }

  async choose(...ratios: string[]): Promise<void> {
    const several = this.page.getByRole("checkbox", { name: this.t("ratios.several") });
    await several.setChecked(ratios.length > 1);
    const shape = (ratio: string) => this.page.getByRole("button", { name: `${ratio} —` });
    for (const ratio of ratios) await press(shape(ratio), true);
    for (const ratio of ratioIds) {
      if (!ratios.includes(ratio)) await press(shape(ratio), false);
    }
    const pressed = this.page.getByRole("button", { name: /^\d+:\d+ —/u, pressed: true });
    await expect(pressed).toHaveCount(ratios.length);
  }

  async count(count: number): Promise<void> {
    await this.page.getByRole("textbox", { name: this.t("make.count") }).fill(`${count}`);
  }

  makeButton(images: number): Locator {
    return this.page.getByRole("button", {
      name: new RegExp(`^${this.t("make.button", { images })}`, "u"),
    });
  }

  jobs(state?: string): Locator {
    const tiles = this.page.getByTestId("job");
    return state ? tiles.and(this.page.locator(`[data-state=${state}]`)) : tiles;
  }

  /** Waits until as many pictures are painted and loaded, in the newest tiles. */
  async expectPainted(count: number): Promise<void> {
    await this.tab("tabProofs");
    await expect(async () => {
      for (let index = 0; index < count; index += 1) {
        await expect(this.jobs().nth(index)).toHaveAttribute("data-state", "done", {
          timeout: 100,
        });
        const img = this.jobs().nth(index).getByTestId("painted");
        expect(await img.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(
          0,
        );
      }
    }).toPass({ timeout: 30_000 });
  }

  /** Puts what earlier journeys left out of sight. */
  async clearBoard(): Promise<void> {
    await this.tab("tabProofs");
    const clear = this.page.getByRole("button", { name: this.t("board.clear") });
    await expect(this.page.getByText(this.t("board.empty")).or(clear)).toBeVisible();
    if (await clear.isVisible()) await clear.click();
    await expect(this.jobs()).toHaveCount(0);
    await this.tab("tabWords");
  }
}
