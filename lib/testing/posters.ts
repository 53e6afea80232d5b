import fc from "fast-check";
import { blankPoster } from "../poster/blank";
import {
  colourIds,
  directionIds,
  emphasisIds,
  letteringIds,
  lightIds,
  placeIds,
  promptLanguageIds,
  qualityIds,
  roleIds,
  styleIds,
} from "../poster/choices";
import { type Poster, posterSchema } from "../poster/schema";

/** Words as people and their clipboards write them. */
const snippets = fc.constantFrom(
  "限时9.9元",
  "“Hi”",
  'say "no"',
  "it's ’90s",
  "「春」",
  "《春》",
  'a“b"c',
  "5折 / 50%",
  "🎉👨‍👩‍👧节日",
  "e\u0301cole",
  "ＡＢＣ１２３",
  "שלום 12",
  "مرحبا",
  "第一行\n第二行\n第三行",
  "\n\n上\n",
  "title, subtitle; 上联“",
  "（分 3 行）",
  "on 2 lines ",
  "No other text appears.",
  "<b>“</b>",
  "'quoted' ‘so’",
  "\u200b",
  "  ",
);

const words = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 24 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 3, arbitrary: snippets },
  { weight: 2, arbitrary: fc.array(snippets, { maxLength: 3 }).map((parts) => parts.join("")) },
);

const subsetOf = <Id extends string>(ids: readonly Id[]) => fc.subarray([...ids]);

/** Posters of every look, with words and scenes that try to break out of their quotes. */
export const posters: fc.Arbitrary<Poster> = fc
  .record({
    promptLanguage: fc.constantFrom(...promptLanguageIds),
    blocks: fc.array(
      fc.record({
        role: fc.constantFrom(...roleIds),
        text: words,
        place: fc.constantFrom(...placeIds),
        direction: fc.constantFrom(...directionIds),
        lettering: fc.constantFrom(...letteringIds),
        colour: fc.constantFrom(...colourIds),
        emphasis: fc.constantFrom(...emphasisIds),
      }),
      { maxLength: 7 },
    ),
    scene: fc.record({
      subject: words,
      style: words,
      light: words,
      styles: subsetOf(styleIds),
      lights: subsetOf(lightIds),
      qualities: subsetOf(qualityIds),
    }),
  })
  .map(({ blocks, ...rest }) => ({
    ...blankPoster,
    ...rest,
    blocks: blocks.map((block, index) => ({ ...block, id: `b${index}`, readings: [] })),
  }))
  .filter((poster) => posterSchema.safeParse(poster).success);
