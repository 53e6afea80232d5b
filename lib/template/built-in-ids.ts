/** The templates that come with the house, in the order they are shown. */
export const builtInIds = [
  "sale",
  "newArrival",
  "event",
  "couplet",
  "opening",
  "recruitment",
  "packaging",
  "menu",
  "course",
  "greeting",
  "safety",
  "chart",
  "advert",
] as const;
export type BuiltInId = (typeof builtInIds)[number];

/** The few that stand in the studio itself, and the empty sheet. */
export const starterIds = ["sale", "couplet", "packaging", "chart", "blank"] as const;

export const isBuiltIn = (id: unknown): id is BuiltInId => builtInIds.some((known) => known === id);
