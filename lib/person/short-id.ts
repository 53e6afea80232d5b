/** The end of a person's id: enough to tell browsers apart, useless to whoever would pose as one. */
export const shortId = (id: string): string => id.slice(-4);
