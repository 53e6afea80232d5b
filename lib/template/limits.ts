/** What bounds templates. Free of zod, so that screens may import it cheaply. */

export const maxNameCharacters = 60;
/** Room for one's own templates, so that all of them go into one file and come back out of it. */
export const maxTemplates = 500;
export const maxFileBytes = 4_000_000;
