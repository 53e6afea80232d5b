import { expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { findRate } from "./report";

process.env.DATA_DIR = temporaryFolder();

async function read(summary: object, parent: string | null = null): Promise<void> {
  const id = await storedImage({ parent_id: parent });
  const db = await database();
  await db
    .insertInto("proof")
    .values({ image_id: id, state: "read", attempts: 1, summary: JSON.stringify(summary) })
    .execute();
}

test("the rate counts pictures on which the model painted words, and no others", async () => {
  await read({ blocks: 2, isExact: true });
  await read({ blocks: 1, isExact: false });
  await read({ blocks: 0, isExact: true, isBare: true });
  await read({ blocks: 0, isExact: true });
  await read({ blocks: 1, isExact: true }, "parent");
  expect(await findRate()).toEqual({ read: 2, exact: 1 });
});
