import { findFault } from "./errors";
import type { Lettering } from "./words";

/** How a success is written. */
export type Form = "v1" | "v2" | "v2old" | "v3" | "v3prefix" | "v3bare" | "v4" | "v4async";

/** How the answer's bytes travel. */
type Delivery = "whole" | "drip" | "hang" | "reset" | "reset-after" | "truncated" | "cut";

/** What is wrong with the picture behind the URL. */
export type PictureFault =
  | "none"
  | "notpng"
  | "jpeg"
  | "expired"
  | "gone"
  | "redirect"
  | "oversize"
  | "tinypng"
  | "corrupt"
  | "slowpng";

/** One parsed scenario; the parts of a `a+b` name are merged. */
export interface Scenario {
  name: string;
  form: Form;
  delivery: Delivery;
  picture: PictureFault;
  lettering: Lettering;
  /** Catalogue key such as `27` or `7w`. */
  fault: string | null;
  http200: boolean;
  /** Shape of the refusal of the 1140 pair, when this scenario refuses it. */
  badSize: "1" | "1u" | null;
  delayMs: number;
  dripMs: number;
  pictureMs: number;
}

const FORMS: readonly Form[] = ["v1", "v2", "v2old", "v3", "v3prefix", "v3bare", "v4", "v4async"];
const DELIVERIES: readonly Delivery[] = [
  "hang",
  "reset",
  "reset-after",
  "truncated",
  "cut",
  "drip",
];
const PICTURES: readonly PictureFault[] = [
  "notpng",
  "jpeg",
  "expired",
  "gone",
  "redirect",
  "oversize",
  "tinypng",
  "corrupt",
  "slowpng",
];
const PLAIN: Scenario = {
  name: "v1",
  form: "v1",
  delivery: "whole",
  picture: "none",
  lettering: "none",
  fault: null,
  http200: false,
  badSize: null,
  delayMs: 0,
  dripMs: 10,
  pictureMs: 6000,
};

/** Parses a scenario name such as `e27`, `slow:3`, `http200wrap:7` or `slow:2+jpeg`. */
export function parseScenario(text: string): Scenario | null {
  const name = text.trim().toLowerCase();
  let scenario: Scenario = { ...PLAIN, name };
  for (const part of name.split("+")) {
    const change = parsePart(part.trim());
    if (change === null) return null;
    scenario = { ...scenario, ...change };
  }
  return scenario;
}

/** Finds the scenario asked for by `[[…]]` tokens; other text in double brackets is left alone. */
export function scenarioInPrompt(prompt: string): Scenario | null {
  const known: string[] = [];
  for (const match of prompt.matchAll(/\[\[([a-z0-9:.+-]+)\]\]/gi)) {
    const token = match[1] ?? "";
    if (parseScenario(token) !== null) known.push(token);
  }
  return known.length === 0 ? null : parseScenario(known.join("+"));
}

function parsePart(part: string): Partial<Scenario> | null {
  const [head = "", argument] = part.split(":", 2);
  const row = /^e(\d+[a-z]*)$/.exec(head)?.[1];
  if (row !== undefined && argument === undefined) return faultPart(row);
  const form = FORMS.find((known) => known === head);
  if (form !== undefined && argument === undefined) return { form };
  const delivery = DELIVERIES.find((known) => known === head);
  if (delivery !== undefined) return deliveryPart(delivery, argument);
  const picture = PICTURES.find((known) => known === head);
  if (picture !== undefined) return picturePart(picture, argument);
  return specialPart(head, argument);
}

function faultPart(key: string): Partial<Scenario> | null {
  const fault = findFault(key);
  if (fault === undefined) return null;
  return fault.transport === null ? { fault: key } : { fault: key, delivery: fault.transport };
}

function deliveryPart(delivery: Delivery, argument: string | undefined): Partial<Scenario> | null {
  if (argument === undefined) return { delivery };
  const dripMs = positive(argument);
  return delivery === "drip" && dripMs !== null ? { delivery, dripMs } : null;
}

function picturePart(
  picture: PictureFault,
  argument: string | undefined,
): Partial<Scenario> | null {
  if (argument === undefined) return { picture };
  const seconds = positive(argument);
  return picture === "slowpng" && seconds !== null ? { picture, pictureMs: seconds * 1000 } : null;
}

function specialPart(head: string, argument: string | undefined): Partial<Scenario> | null {
  if (head === "badsize" && argument === undefined) return { badSize: "1" };
  if (head === "badsizeu" && argument === undefined) return { badSize: "1u" };
  if (head === "http200wrap") {
    const key = argument ?? "7w";
    return findFault(key) === undefined ? null : { fault: key, http200: true };
  }
  if (head === "words" && argument === undefined) return { lettering: "right" };
  if (head === "words" && (argument === "typo" || argument === "swapped")) {
    return { lettering: argument };
  }
  const seconds = head === "slow" ? positive(argument) : null;
  return seconds === null ? null : { delayMs: seconds * 1000 };
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && text !== "" && Number.isFinite(value) && value >= 0 ? value : null;
}
