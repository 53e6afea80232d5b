/** What the linter notices, and what puts it right, in English. */
export const findings = {
  findings: {
    label: "Notes",
    bansWords: "“{term}” is kept out, and would forbid the words of your own poster.",
    bansLogo: "“{term}” is kept out, yet the poster asks for a brand name.",
    bansWatermark: "“{term}” is kept out, yet the watermark is switched on.",
    styleConflict: "“{term}” is asked for and kept out at the same time.",
    unbalancedQuotes:
      "A quotation mark has no partner: {marks}. The model may take the rest of the prompt for words to paint.",
    brokenLines: "“\\n” or “/n” would be painted as it stands; it makes no new line.",
    sceneQuotes:
      "Words in quotes belong to the words, not to the scene: {words}. As it stands they go out without quotes and may be painted anyhow.",
    looseWords:
      "“{words}” reads like words to be painted, but stands outside quotes. Make a block of it to have it exact.",
    expandExact:
      "Expansion may rewrite your quoted words. Turn it off when the text must be exact.",
    expandLong: "Expansion helps short prompts; one this long is better left as you wrote it.",
    watermarkOff:
      "Removing the watermark may be restricted by the model's terms of use, and some places require AI pictures to be labelled. Check before publishing.",
    manyCharacters:
      "{count} characters of text: beyond about {limit} the model begins to lose some. Shorten, or use a second poster.",
    samePlace: "Stands in the same place as the {role} ({place}); the model may run them together.",
    crowded:
      "At {ratios} these words fit only in very small type, which is rarely painted legibly. Shorten them or give them more room.",
    rareCharacters:
      "{level, select, 2 {Less common: {characters}. The model gets about four in ten of such characters right.} other {Rare: {characters}. The model gets about six in a hundred of such characters right.}} Use another word, or plan to set this block in real type.",
    unlistedCharacters:
      "In no level of the standard table: {characters}. The model is unlikely to know them. Use another word, or plan to set this block in real type.",
    oftenWrong:
      "This studio painted {character} right {right, select, 0 {not once in} 1 {1 time of} other {{right} times of}} {painted}{others, select, none {} other {; it often gets these wrong too: {others}}}. Use another word, or plan to set this block in real type.",
    mixedScripts:
      "Traditional ({traditional}) and simplified ({simplified}) characters stand side by side.",
    invisible:
      "{is, select, lost {A character was lost on the way here and shows as �. Type it again.} other {Holds marks that nobody sees, such as a space of no width. They came with a paste.}}",
    garbled: "Looks like a text that a program read wrongly. It was probably: {meant}",
    noQuotes:
      "Uses every kind of quotation mark, so it cannot be quoted and is left out of the prompt. Take one kind out.",
    checkThese: "Check these: {facts}",
  },
  mends: {
    dropTerm: "Allow “{term}”",
    expandOff: "Turn expansion off",
    watermarkOn: "Keep the watermark",
    movePlace: "Move to: {place}",
    breakLines: "Make real lines",
    stripInvisible: "Take them out",
    ungarble: "Put it right",
    simplify: "Make all simplified",
    quotedToBlocks: "Make blocks of them",
    spacesForBreaks: "Take it out",
  },
} as const;
