import { v7 } from "uuid";
import { readBooks, writeBudget } from "../crash/books";
import { posterOf, sendOrder } from "../servers/action-call";
import type { Lab } from "./lab";
import type { Row } from "./report";

const clicks = 100;
const room = 10;
const priceFen = 18;

interface Case {
  name: string;
  countOf(click: number): number;
  /** Pictures that must have passed when all have been answered. */
  wanted: number;
}

const cases: readonly Case[] = [
  { name: "one picture each", countOf: () => 1, wanted: 10 },
  { name: "three pictures each", countOf: () => 3, wanted: 9 },
  { name: "three and one in turn", countOf: (click) => (click % 2 === 0 ? 3 : 1), wanted: 10 },
];

/** (j) A hundred orders at once over HTTP, at a budget for ten pictures. */
export async function measureAbuse(lab: Lab): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, countOf, wanted } of cases) {
    // The first picture starts at once and is paid for; the others wait, and weigh all the same.
    const { passed, images, committed } = await lab.withStudio(0.01, async ({ url, dataDir }) => {
      await writeBudget(dataDir, room * priceFen);
      const orders = Array.from({ length: clicks }, (_, click) =>
        sendOrder(url, v7(), posterOf(`click ${click}`, countOf(click))),
      );
      const answers = await Promise.all(orders);
      const { jobs, sums } = await readBooks(dataDir);
      const passed = answers.filter(({ ok }) => ok).length;
      const committed = (sums.reserved + sums.spent + sums.maybe) / priceFen;
      return { passed, images: jobs.length, committed };
    });
    rows.push({
      figure: `${clicks} orders at once over HTTP (${name}), budget for ${room} pictures: pictures that pass`,
      result: `${images} (${passed} orders; the ledger holds ${committed})`,
      goal: `${wanted}`,
      isMet: images === wanted && committed === wanted,
    });
  }
  return rows;
}
