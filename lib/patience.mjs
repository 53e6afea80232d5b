/**
 * How long things may take when the server is asked to stop; milliseconds. One place for the server,
 * which promises it, and the launcher, which runs before anything is installed and must not break it.
 */

/** The longest UPSTREAM_TIMEOUT_MS: Node's fetch itself waits no longer for the head of an answer. */
export const longestAnswerMs = 300_000;

/** What a picture in flight may take after its answer. */
export const savingMs = 60_000;

/** What else there is to do: the reader is ended, the database closed. */
export const closingMs = 10_000;

/** A server that is still there after this, whatever it was set to, is not finishing but stuck. */
export const longestStopMs = longestAnswerMs + savingMs + closingMs + 30_000;
