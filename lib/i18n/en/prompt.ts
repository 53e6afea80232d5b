/** The prompt and what is noticed about it, in English. */
export const prompt = {
  prompt: {
    heading: "Prompt",
    compiled: "Compiled from your words",
    byHand: "Edited by hand",
    edit: "Edit by hand",
    back: "Compile from the words again",
    copy: "Copy",
    copied: "Copied.",
    language: "Language",
    languages: { auto: "as the words", zh: "中文", en: "English" },
    empty: "The prompt appears here as you write.",
    missing: "Missing from the prompt: {words}. Put it back word for word, or compile again.",
    unasked:
      "The words are to be left out of the painting, yet the prompt quotes some: {words}. Take them out, or compile again.",
    counter: "{used} of {limit} characters",
    dropped:
      "Left out to keep within {limit} characters: {parts}. Shorten the scene to choose yourself what stays.",
    read: "Make blocks of it",
    readHint: "Takes words in quotes or after labels as blocks and the rest as the scene",
    readDone: "The prompt became {blocks, plural, one {# block} other {# blocks}} and a scene.",
    readUndecided:
      "Left in the scene, since these may be words or not: {words}. Make a block of what is to be painted.",
    readNothing: "No words in quotes or after labels were found, so all of it became the scene.",
  },
} as const;
