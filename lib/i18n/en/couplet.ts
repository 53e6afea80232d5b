/** The couplet's editor and what one may make of pasted words, in English. */
export const couplet = {
  couplet: {
    heading: "Couplet",
    order: "Sides of the scrolls",
    orders: {
      traditional: "Upper scroll on the right (traditional)",
      modern: "Upper scroll on the left (modern)",
    },
    empty: "Write both scrolls: they are set character against character here.",
    table: "The two scrolls, character against character",
    position: "Position",
    reading: "Reading of {character}, character {position} of the {role}",
    nothing: "nothing here",
    isRepeated: "also on the other scroll",
    tones: { level: "level tone", oblique: "oblique tone", light: "light syllable, fits either" },
    toneMarks: { level: "平", oblique: "仄", light: "轻" },
    clashes: {
      strict: "same tone, should differ",
      loose: "same tone, allowed here",
    },
    noTones:
      "The dictionary of readings did not arrive, so tones are not compared. Reload the page to try again.",
    summary:
      "{count, plural, =0 {The couplet keeps the rules.} one {# thing to look at} other {# things to look at}}",
    why: "Why?",
    levels: { warn: "Against a rule:", note: "For your information:" },
    findings: {
      upperMissing: "The upper scroll is still empty.",
      lowerMissing: "The lower scroll is still empty.",
      length:
        "The upper scroll has {upper} characters, the lower {lower}. Give both the same number.",
      repeated: "On both scrolls, out of step: {characters}. Replace one of each.",
      echoed: "On both scrolls, in step: {characters}. Fine if you mean it.",
      uneven:
        "{characters} is said more than once where the other scroll repeats nothing. Repeat at the same places, or not at all.",
      tone: "At {positions} both tones are the same. Make one level 平, the other oblique 仄.",
      toneLoose: "At {positions} both tones are the same, which is allowed there.",
      upperEnd:
        "The upper scroll ends on {characters}, a level tone 平. End it on an oblique one 仄.",
      lowerEnd:
        "The lower scroll ends on {characters}, an oblique tone 仄. End it on a level one 平.",
      reversed:
        "The upper scroll ends level 平 and the lower oblique 仄. Are the two the wrong way round?",
      horizontal: "The horizontal scroll has {horizontal} characters; four are usual.",
      signs: "Not counted, as they are no Han characters: {characters}",
    },
    reasons: {
      upperMissing: "A couplet is two scrolls that answer each other.",
      lowerMissing: "A couplet is two scrolls that answer each other.",
      length: "Each character answers the one facing it, so none may be left over.",
      repeated:
        "A character used on both scrolls at different places looks like a slip. The exception is two characters that trade places on purpose.",
      echoed:
        "Facing the same character is at home with small words such as 之 or 而; trading places is an old figure. Elsewhere another character is better.",
      uneven:
        "Repetition is a figure of its own: if the upper scroll says a character again, the lower answers with a repetition at the same places.",
      tone: "The voice rests on every second character and on the last, so there the scrolls must sound opposite; a long clause may rest where the sense does instead. Tones follow today's speech: first and second are level, third and fourth oblique.",
      toneLoose:
        "The voice passes over the first, third and fifth character, so there the scrolls may agree.",
      upperEnd:
        "The upper scroll ends in the air, the lower comes to rest: that is how one hears which is which.",
      lowerEnd:
        "The upper scroll ends in the air, the lower comes to rest: that is how one hears which is which.",
      reversed:
        "The upper scroll ends on an oblique tone, the lower on a level one: that is how one hears which is which.",
      horizontal: "What hangs above a couplet sums it up, by custom in four characters.",
      signs:
        "Scrolls are hung without punctuation. Signs stay on the poster exactly as typed; a comma also divides a long scroll into clauses.",
    },
  },
  paste: {
    label: "What you pasted",
    ask: "Pasted as it is. It could also become:",
    leftOut:
      "{characters, plural, one {# character would be left out} other {# characters would be left out}}: a poster holds at most {limit} blocks",
    couplet: "Make it a couplet",
    blocks: "Split into {count} blocks",
    clean: "Keep the words only",
    rows: "One block for each of {count} rows",
    keep: "Keep as it is",
    coupletDone: "Made a couplet of it.",
    blocksDone: "Split into {count} blocks.",
    cleanDone: "Kept the words only.",
    rowsDone: "Made a block of each row: {count}.",
  },
} as const;
