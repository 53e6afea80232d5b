import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { database } from "../db/client";
import { newId } from "../id";
import { putFile } from "./disk";
import { closeDataFolder } from "./private";

const folder = path.join(temporaryFolder(), "data");
process.env.DATA_DIR = folder;

/** Every file and folder that somebody else could open. */
function openOnes(): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const all = [folder, ...entries.map((entry) => path.join(entry.parentPath, entry.name))];
  return all.filter((file) => (statSync(file).mode & 0o077) !== 0);
}

test.skipIf(process.platform === "win32")("a new data folder is its owner's alone", async () => {
  await database();
  await putFile(newId(), "png", Buffer.from("x"));
  expect(readdirSync(folder)).toContain("verbatim.db-wal");
  expect(openOnes()).toEqual([]);
});

test.skipIf(process.platform === "win32")("an old one is closed at the start", async () => {
  const old = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of old) {
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
  await closeDataFolder(folder);
  expect(openOnes()).toEqual([]);
});

test.skipIf(process.platform === "win32")("a person's own folder is left as it is", async () => {
  const shared = path.join(temporaryFolder(), "shared");
  mkdirSync(shared, { mode: 0o755 });
  chmodSync(shared, 0o755);
  writeFileSync(path.join(shared, "letter.txt"), "mine", { mode: 0o644 });
  writeFileSync(path.join(shared, "verbatim.db"), "", { mode: 0o644 });
  await closeDataFolder(shared);
  const modeOf = (name: string) => statSync(path.join(shared, name)).mode & 0o777;
  expect([modeOf("."), modeOf("letter.txt"), modeOf("verbatim.db")]).toEqual([0o755, 0o644, 0o600]);
});

test("a folder that is not there stops nobody", async () => {
  await expect(closeDataFolder(path.join(folder, "nowhere"))).resolves.toBeUndefined();
});
