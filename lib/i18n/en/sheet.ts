/** The sheet as an editor, in English. */
export const sheet = {
  sheet: {
    label: "Typeset sheet, {ratio}. {words}",
    empty: "no words yet",
    note: "Free preview. The painter draws its own picture; the words and their places are what counts.",
    tools: "The sheet",
    undo: "Undo",
    redo: "Redo",
    undoDone: "Undone.",
    redoDone: "Done again.",
    undoNone: "There is nothing to undo.",
    redoNone: "There is nothing to do again.",
    guides: "Guides and safe margins",
    blocks: "Blocks on the sheet",
    block: "{role} “{words}”, {place}, {emphasis}",
    keys: "Arrow keys move it, plus and minus change its size, Enter goes to its text, Delete removes it, Control or Command D duplicates it, Escape lets go.",
    duplicate: "Duplicate {role}",
    placed: "{role}: {place}.",
    emphasised: "{role}: {emphasis}.",
    duplicated: "{role} duplicated; the copy is selected.",
    removed: "{role} removed. Undo brings it back.",
    released: "Nothing is selected.",
    tooLong:
      "{used} characters; a block takes {limit}, so the rest is not on the sheet. Shorten it, or go on in another block.",
    unprintable:
      "{count, plural, one {# character} other {# characters}} here cannot be printed: control characters, or halves of broken ones.",
    clean: "Take them out",
    blank: "Only spaces: this block stays off the poster.",
    limit: "{used} / {limit}",
  },
} as const;
