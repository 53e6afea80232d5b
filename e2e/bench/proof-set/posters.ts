import { newBlock } from "../../../lib/poster/blank";
import type { Block, Colour, Lettering } from "../../../lib/poster/schema";
import type { Random } from "./random";
import type { Words } from "./words";

/** What is alike for the reader: the hand, and how the words stand. */
export const classIds = [
  "print",
  "vertical",
  "small",
  "mixed",
  "english",
  "display",
  "brush",
  "running",
] as const;

export type ClassId = (typeof classIds)[number];

/** Classes whose letterings may be called wrong. */
export const legibleIds: readonly ClassId[] = ["print", "vertical", "small", "mixed", "english"];

const print: readonly Lettering[] = ["regular", "serif", "sans"];

/** The words of a poster of a class. */
export function blocksOf(id: ClassId, words: Words, random: Random): Block[] {
  const drafts: Record<ClassId, () => Block[]> = {
    print: () => plainPoster(words, random, random.pick(print)),
    vertical: () => hungPoster(words, random, random.pick(print)),
    small: () => smallPoster(words, random, random.pick(print)),
    mixed: () => titled(random.pick(words.mixed), random.pick(words.mixed), random.pick(print)),
    english: () =>
      titled(random.pick(words.english), random.pick(words.english), random.pick(print)),
    display: () => plainPoster(words, random, "clerical"),
    brush: () => eitherWay(words, random, "brush"),
    running: () => eitherWay(words, random, random.pick(["running", "handwriting"])),
  };
  return drafts[id]();
}

/** The blocks in a colour, where they leave it to the sheet or not. */
export const coloured = (blocks: readonly Block[], colour: Colour): Block[] =>
  blocks.map((block) => ({ ...block, colour }));

const inHand = (blocks: Block[], lettering: Lettering): Block[] =>
  blocks.map((block) => ({ ...block, lettering }));

function plainPoster(words: Words, random: Random, lettering: Lettering): Block[] {
  return inHand(
    [
      newBlock("title", "title", random.pick(words.titles)),
      newBlock("subtitle", "subtitle", random.pick(words.subtitles)),
      newBlock("body", "body", random.pick(words.bodies)),
    ],
    lettering,
  );
}

function hungPoster(words: Words, random: Random, lettering: Lettering): Block[] {
  if (random.next() < 0.6) {
    const [upper, lower, over] = random.pick(words.couplets);
    return inHand(
      [
        newBlock("upper", "upperScroll", upper),
        newBlock("lower", "lowerScroll", lower),
        newBlock("over", "horizontalScroll", over),
      ],
      lettering,
    );
  }
  const first = random.below(words.columns.length - 1);
  const lines = words.columns.slice(first, first + 2).join("\n");
  const poem: Block = { ...newBlock("poem", "slogan", lines), direction: "vertical" };
  return inHand([newBlock("title", "title", random.pick(words.titles)), poem], lettering);
}

function smallPoster(words: Words, random: Random, lettering: Lettering): Block[] {
  const [first, second] = [random.pick(words.small), random.pick(words.small)];
  return inHand(
    [
      newBlock("title", "title", random.pick(words.titles)),
      newBlock("one", "smallPrint", first),
      ...(first === second ? [] : [newBlock("two", "smallPrint", second)]),
    ],
    lettering,
  );
}

function titled(title: string, slogan: string, lettering: Lettering): Block[] {
  const blocks = [newBlock("title", "title", title)];
  if (title !== slogan) blocks.push(newBlock("slogan", "slogan", slogan));
  return inHand(blocks, lettering);
}

function eitherWay(words: Words, random: Random, lettering: Lettering): Block[] {
  return random.next() < 0.5
    ? plainPoster(words, random, lettering).slice(0, 2)
    : hungPoster(words, random, lettering);
}
