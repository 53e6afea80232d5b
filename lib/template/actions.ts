"use server";

import * as z from "zod/mini";
import { posterSchema } from "@/lib/poster/schema";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { type FileProblem, readTemplates } from "./file";
import { maxFileBytes } from "./limits";
import { nameSchema, templateIdSchema, templateSchema } from "./schema";
import * as store from "./store";

const idSchema = z.object({ id: templateIdSchema });
const namedSchema = z.object({ id: templateIdSchema, name: nameSchema });
const overSchema = z.object({ id: templateIdSchema, name: nameSchema, poster: posterSchema });

/** Keeps a poster as a new template; the answer has the name it got. */
export const saveTemplate = action(templateSchema, async (template) => {
  const [kept] = (await store.insertTemplates([template], Date.now())) ?? [];
  return kept ? ok({ id: kept.id, name: kept.name }) : fail("noRoom");
});

/** Puts a poster in the place of a template's own. */
export const saveOver = action(overSchema, async ({ id, name, poster }) => {
  const kept = await store.updateTemplate(id, { name, poster }, Date.now());
  return kept === undefined ? fail("notFound") : ok({ id, name: kept });
});

/** Gives a template another name. */
export const renameTemplate = action(namedSchema, async ({ id, name }) => {
  const kept = await store.updateTemplate(id, { name }, Date.now());
  return kept === undefined ? fail("notFound") : ok({ id, name: kept });
});

/** Makes a second template like one. */
export const duplicateTemplate = action(idSchema, async ({ id }) => {
  const template = await store.findTemplate(id);
  if (!template) return fail("notFound");
  const [kept] = (await store.insertTemplates([template], Date.now())) ?? [];
  return kept ? ok({ id: kept.id, name: kept.name }) : fail("noRoom");
});

/** Takes a template away; it can be brought back for a day. */
export const deleteTemplate = action(idSchema, async ({ id }) => {
  return (await store.deleteTemplate(id, Date.now())) ? ok(null) : fail("notFound");
});

/** Puts a deleted template back. */
export const restoreTemplate = action(idSchema, async ({ id }) => {
  const outcome = await store.restoreTemplate(id, Date.now());
  return outcome === "restored" ? ok(null) : fail(outcome);
});

const fileSchema = z.object({ file: z.file().check(z.maxSize(maxFileBytes)) });

/** Takes in the templates of a file: all of them, or none and why. */
export const importTemplates = action(fileSchema, async ({ file }) => {
  const reading = readTemplates(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in reading) return ok<ImportOutcome>(reading);
  const kept = await store.insertTemplates(reading.templates, Date.now());
  return kept ? ok<ImportOutcome>({ added: kept.length }) : fail("noRoom");
});

type ImportOutcome = { added: number } | { problem: FileProblem };
