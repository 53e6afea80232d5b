import "server-only";
import { beginsAsPicture, decodeBase64, inlinePicture, picturesAmong } from "./inline-picture";
import { isObject, parseJson } from "./json";
import {
  addressesOf,
  isAboutHelp,
  isOtherFile,
  linksAmong,
  looksLikePicture,
} from "./picture-address";
import type { Found } from "./port";

/** What the name a value stands under lets one expect. */
type Place =
  /** A picture's own name: `url`, `image`, `images` … */
  | "picture"
  /** A name for whatever came out: `data`, `output`, `result` … */
  | "outcome"
  /** Words for people, which may show or link a picture. */
  | "words"
  | "other"
  /** What went wrong: an address there is where to read about it, but a picture is one. */
  | "fault"
  /** What was asked for, small versions, where to go next: nothing there is the picture. */
  | "aside";

/** Names are compared without case, `_` and `-`. Narrow rows before wide ones. */
const places: readonly [RegExp, Place][] = [
  [/^(?:errors?|details?|reason)$/u, "fault"],
  [
    /^(?:input|request|parameters?|usage|urls)$|prompt|^(?:input|init|source)(?:image|img)/u,
    "aside",
  ],
  [
    /^(?:docs?|documentation|help|thumb|thumbnail|preview|avatar|icon|logo|reference|mask)s?(?:image)?(?:url|uri|link|href)?s?$/u,
    "aside",
  ],
  [
    /^(?:support|home|homepage|site|callback|webhook|notify|status|task|response|cancel|self|next|prev|terms|policy|pay|topup|recharge|login|base|api)(?:url|uri|link|href)s?$/u,
    "aside",
  ],
  [
    /(?:ur[il]|href|src|link)s?$|(?:image|img|picture|pic|photo)s?(?:path|file|data)?s?$|^samples?$|图|链接/u,
    "picture",
  ],
  [/^(?:data|results?|outputs?|artifacts?|files?|values?|payload|response|body)$/u, "outcome"],
  [/^(?:content|text|message|msg|outputtext|answer|markdown|html)$/u, "words"],
];

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[_-]/gu, "");

/** What a name means under another: all under a picture's name is its, all under a fault's is that. */
function placeUnder({ place }: Spot, plain: string): Place {
  const own = places.find(([names]) => names.test(plain))?.[1] ?? "other";
  if (own === "aside" || place === "fault") return own === "aside" ? "aside" : "fault";
  return place === "picture" && own !== "fault" ? "picture" : own;
}

/** Names under which a service puts base64 and nothing else. */
const base64Name = /^(?:b64|base64|b64json|imagebase64|imageb64|base64image)$/u;

/** How sure one may be that an address is the picture's; 0: it is none. */
type Rank = 0 | 1 | 2 | 3;

interface Search {
  endpoint: string;
  /** The answer says that something went wrong: its addresses must speak for themselves. */
  isFault: boolean;
  inside: Uint8Array[];
  /** Said to be pictures by their names alone. */
  claimed: Uint8Array[];
  addresses: { url: URL; rank: Rank }[];
  /** Values still to be looked at, so that no answer keeps the server busy. */
  left: number;
}

interface Spot {
  place: Place;
  /** The name right above. */
  name: string;
  depth: number;
}

const mostValues = 20_000;
const deepest = 40;
const mostAddresses = 8;
const fewestBytes = 60;

/** Epoch ms of an `Expires` of a signed address; null where it names none. */
function expiryOf(url: string): number | null {
  const expires = Number(new URL(url).searchParams.get("Expires"));
  return Number.isSafeInteger(expires) && expires > 0 ? expires * 1000 : null;
}

function rankOf(search: Search, { place, depth }: Spot, url: URL): Rank {
  if (isOtherFile(url)) return 0;
  const looks = looksLikePicture(url);
  if (place === "other") return looks ? 1 : 0;
  if (looks) return 3;
  // Beside an error, an address at the very top is as likely where to read about it.
  if (search.isFault && (depth < 2 || isAboutHelp(url))) return 0;
  return 2;
}

function addAddresses(search: Search, spot: Spot, text: string): boolean {
  const urls = addressesOf(text, search.endpoint);
  // A mere word under a wide name is no relative address.
  const meant = spot.place === "picture" ? urls : urls.filter(() => /^\s*https?:/iu.test(text));
  for (const url of meant) search.addresses.push({ url, rank: rankOf(search, spot, url) });
  return meant.length > 0;
}

function searchWords(search: Search, spot: Spot, text: string): void {
  const { pictures, words } = picturesAmong(text);
  search.inside.push(...pictures);
  if (spot.place === "fault") return;
  const { shown, linked } = linksAmong(words);
  for (const link of shown) {
    addAddresses(search, { ...spot, place: "picture", depth: deepest }, link);
  }
  for (const link of linked) addAddresses(search, { ...spot, place: "other" }, link);
}

function searchText(search: Search, spot: Spot, text: string): void {
  const picture = inlinePicture(text);
  if (picture) {
    search.inside.push(picture);
    return;
  }
  const isClaimed = base64Name.test(spot.name) || /^data:/iu.test(text);
  const bytes = isClaimed && text !== "" ? decodeBase64(text) : undefined;
  if (bytes) search.claimed.push(bytes);
  const inner = /^\s*[[{]/u.test(text) ? parseJson(text) : undefined;
  // Words that are one address only are that address, unless they tell of a fault.
  const isTold = spot.place === "fault" || (spot.place === "words" && search.isFault);
  if (typeof inner === "object") searchValue(search, spot, inner);
  else if (isTold || !addAddresses(search, spot, text)) searchWords(search, spot, text);
}

function searchList(search: Search, spot: Spot, list: readonly unknown[]): void {
  // A picture as a list of its bytes, as `JSON.stringify(buffer)` writes it.
  if (list.length > fewestBytes && beginsAsPicture(list)) {
    search.inside.push(Uint8Array.from(list, Number));
  } else for (const item of list) searchValue(search, spot, item);
}

function searchValue(search: Search, spot: Spot, value: unknown): void {
  search.left -= 1;
  if (search.left < 0 || spot.depth > deepest || spot.place === "aside") return;
  if (typeof value === "string") searchText(search, spot, value);
  else if (Array.isArray(value)) searchList(search, { ...spot, depth: spot.depth + 1 }, value);
  else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      const plain = plainName(name);
      searchValue(
        search,
        { place: placeUnder(spot, plain), name: plain, depth: spot.depth + 1 },
        inner,
      );
    }
  }
}

/**
 * Every picture an answer may hold, wherever it stands in it and whatever is said beside it; undefined
 * where there is none. `endpoint` is what relative addresses are relative to.
 */
export function findPictures(
  answer: unknown,
  { isFault, endpoint }: { isFault: boolean; endpoint: string },
): Found | undefined {
  const search: Search = {
    endpoint,
    isFault,
    inside: [],
    claimed: [],
    addresses: [],
    left: mostValues,
  };
  searchValue(search, { place: "outcome", name: "", depth: 0 }, answer);
  const ranked = search.addresses
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank);
  const addresses = [...new Set(ranked.map(({ url }) => url.href))].slice(0, mostAddresses);
  const inside = isFault ? search.inside : [...search.inside, ...search.claimed];
  if (inside.length + addresses.length === 0) return undefined;
  const expiries = addresses.map(expiryOf);
  const isTimed = expiries.length > 0 && !expiries.includes(null);
  const expiresAt = isTimed ? Math.max(...expiries.map(Number)) : null;
  return { inside, addresses, expiresAt };
}
