const directions = /\p{Bidi_Control}/gu;
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/**
 * Whether a name can stand in a line among others as it was typed: no control characters or line
 * breaks, no halves of characters, and no marks that turn the direction of what follows.
 */
export const isPlainName = (name: string): boolean => !unprintable.test(name);

/** The name without marks of direction, which may come along when one copies, or from older files. */
export const withoutDirections = (name: string): string => name.replaceAll(directions, "");
