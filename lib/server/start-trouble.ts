import "server-only";
import { FolderTakenError } from "./db/lock";

/** Result codes of SQLite: the file is damaged, or no database (sqlite.org/rescode.html). */
const damaged = new Set([11, 26]);

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Kysely's words for steps the database has taken and this version does not know. */
const isNewer = (error: unknown): boolean =>
  reasonOf(error).startsWith("corrupted migrations: previously executed migration");

const untouched = {
  en: (folder: string) => `Your pictures in ${folder}/images are untouched.`,
  zh: (folder: string) => `${folder}/images 中的图片没有改动。`,
};

const taken = (folder: string): string[] => [
  `Another Verbatim already works in the data folder ${folder}; two would lose each other's pictures. Use the one that runs, or stop it and wait until it has ended, or give this one a folder of its own: DATA_DIR=./data-2 PORT=3001 npm start`,
  `另一个 Verbatim 正在使用数据目录 ${folder}，两个同时使用会丢失图片。请直接使用已启动的那个；或先停止它并等它结束；或给这一个单独的目录：DATA_DIR=./data-2 PORT=3001 npm start`,
];

const broken = (folder: string, reason: string): string[] => [
  `The database ${folder}/verbatim.db is damaged (${reason}). ${untouched.en(folder)} Move verbatim.db, verbatim.db-wal and verbatim.db-shm aside and put those of your backup in their place; newer pictures then wait on the page /gallery/found. Without a backup, start again with the three moved aside: all pictures wait there, with their words. Do not delete the folder images.`,
  `数据库 ${folder}/verbatim.db 已损坏（${reason}）。${untouched.zh(folder)}请把 verbatim.db、verbatim.db-wal、verbatim.db-shm 移到别处，再放入备份中的文件；较新的图片会列在 /gallery/found 页。没有备份时，移走这三个文件后直接启动：所有图片连同文字都会列在那里。请勿删除 images 文件夹。`,
];

const newer = (folder: string): string[] => [
  `The database in ${folder} was written by a newer Verbatim. Start that version again, or put back the backup from before the upgrade. ${untouched.en(folder)}`,
  `${folder} 中的数据库由更新版本的 Verbatim 写成。请启动那个版本，或换回升级前的备份。${untouched.zh(folder)}`,
];

const closed = (folder: string, reason: string): string[] => [
  `Verbatim cannot open its data folder ${folder} (${reason}). Let this user read and write it and all that is in it. Another folder, by DATA_DIR, begins without your pictures. ${untouched.en(folder)}`,
  `无法打开数据目录 ${folder}（${reason}）。请让当前用户能读写该目录及其中所有文件。用 DATA_DIR 换成别的目录时，那里没有您原来的图片。${untouched.zh(folder)}`,
];

/** What keeps the server from starting, in both languages, and what to do about it without losing anything. */
export function troubleAtStart(error: unknown, folder: string): string {
  const reason = reasonOf(error);
  const code = codeOf(error);
  const sentences =
    error instanceof FolderTakenError
      ? taken(folder)
      : code !== undefined && damaged.has(code)
        ? broken(folder, reason)
        : isNewer(error)
          ? newer(folder)
          : closed(folder, reason);
  return `\n${sentences.join("\n")}\n`;
}
