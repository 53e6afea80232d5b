/** Pictures in the data folder that the gallery does not know, in English. */
export const found = {
  found: {
    heading: "Found pictures",
    explain:
      "These pictures lie in the data folder, but the gallery does not know them: a backup of the database is older than they are, or somebody put them there. None of them is ever deleted by itself. What was put there in the last hour is shown after an hour, or after the next start.",
    none: "Every picture in the data folder is in the gallery.",
    count:
      "{count, plural, one {# picture in the data folder is not in the gallery.} other {# pictures in the data folder are not in the gallery.}}",
    look: "Look at them",
    adopt: "Take into the gallery",
    adoptAll: "{count, plural, one {Take it into the gallery} other {Take all # into the gallery}}",
    going: "{done} of {count} …",
    adopted:
      "{count, plural, one {# picture is in the gallery now, and will be read.} other {# pictures are in the gallery now, and will be read.}}",
    refused:
      "{count, plural, one {# file is no whole picture, or cannot be read. It stays where it is.} other {# files are no whole pictures, or cannot be read. They stay where they are.}}",
    money: "Taking them in costs nothing, and the sums on the Spend page stay as they are.",
    noted: "With its words and settings",
    embedded: "With the prompt in its file",
    wordless: "Nothing is known of its words",
    nameless: "Found picture",
    alt: "Picture found in the data folder: {name}",
    pages: "Pages of found pictures",
    next: "More",
    first: "From the beginning",
    painter: "Not known; found in the data folder",
  },
} as const;
