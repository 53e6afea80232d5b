// Loaded into a launcher before its own code: its timers pass thirty times as fast, so that what it
// does after minutes shows in seconds. The server it starts is another process and keeps real time.
const usual = globalThis.setTimeout;
globalThis.setTimeout = (work, ms = 0, ...rest) => usual(work, ms / 30, ...rest);
