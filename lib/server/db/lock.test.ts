import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { testVictims } from "@/lib/testing/victims";
import { FolderTakenError, holdFolder, releaseFolder } from "./lock";

const start = testVictims();
const settings = (folder: string) => ({ DATA_DIR: folder, NEBULA_API_KEY: "" });

describe("a data folder", () => {
  test("is held by one server, refused to a second, and free the moment the first is killed", async () => {
    const folder = temporaryFolder();
    const first = await start(settings(folder));
    await first.ready;
    const second = await start(settings(folder));
    await expect(second.ready).rejects.toThrow("has ended");
    await expect(holdFolder(folder)).rejects.toThrow(FolderTakenError);
    await first.kill();
    expect(existsSync(path.join(folder, "verbatim.lock")), "the file is not the lock").toBe(true);
    const third = await start(settings(folder));
    await third.ready;
    expect(await third.stop()).toBe(0);
  });

  test("is held once by a process that asks twice, and let go when asked to", async () => {
    const folder = temporaryFolder();
    await holdFolder(folder);
    await holdFolder(folder);
    releaseFolder();
    await holdFolder(folder);
    expect(readdirSync(folder)).toEqual(["verbatim.lock"]);
    releaseFolder();
  });

  test.skipIf(process.platform === "win32")("lets nobody else look at its lock", async () => {
    const folder = temporaryFolder();
    await holdFolder(folder);
    expect(statSync(path.join(folder, "verbatim.lock")).mode & 0o777).toBe(0o600);
    releaseFolder();
  });
});
