import { expect, type Locator, type Page } from "@playwright/test";
import type { Board } from "../../lib/job/schema";
import type { Speech } from "./speech";

const limits = ["dayFen", "monthFen", "orderFen"] as const;
type Limits = Partial<Record<(typeof limits)[number], string>>;

/** The Spend page as a person uses it. */
export class SpendPage {
  readonly page: Page;
  readonly t: Speech;

  constructor(page: Page, t: Speech) {
    this.page = page;
    this.t = t;
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/spend${query}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(this.t("spend.heading"));
  }

  field(limit: keyof Limits): Locator {
    return this.page.getByRole("textbox", { name: this.t(`budget.${limit}`), exact: true });
  }

  async press(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("budget.save"), exact: true }).click();
  }

  /** Puts these budgets in force, as typed; none where none is named. */
  async budget(typed: Limits): Promise<void> {
    await this.open();
    for (const limit of limits) await this.field(limit).fill(typed[limit] ?? "");
    await this.press();
    await expect(this.page.getByText(this.t("budget.saved"))).toBeVisible();
  }

  /** What the board says is left today, fen. */
  async leftToday(): Promise<number> {
    const answer = await this.page.request.get("/api/jobs");
    const board: Board = await answer.json();
    return board.left.dayFen ?? Number.NaN;
  }

  /** The month's billed sum as the page shows it, fen; nothing in an empty month. */
  async billed(): Promise<number> {
    const figure = this.page.getByTestId("billed");
    if (!(await figure.isVisible())) return 0;
    return Math.round(Number((await figure.textContent())?.replace("¥", "")) * 100);
  }

  charge(title: string): Locator {
    return this.page.getByTestId("open-charge").filter({ hasText: title });
  }

  async name(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: this.t("person.name"), exact: true }).fill(name);
    await this.page.getByRole("button", { name: this.t("person.save"), exact: true }).click();
    const said =
      name === "" ? this.t("person.savedNone") : this.t("person.saved", { name: name.trim() });
    await expect(this.page.getByText(said)).toBeVisible();
  }
}
