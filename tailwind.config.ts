import type { Config } from "tailwindcss";

/** Paper, ink, one vermilion. The values live in app/globals.css, once for each light. */
export default {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  theme: {
    extend: {
      colors: {
        paper: "var(--paper)",
        sheet: "var(--sheet)",
        raised: "var(--raised)",
        ink: "var(--ink)",
        "on-ink": "var(--on-ink)",
        mute: "var(--mute)",
        line: "var(--line)",
        edge: "var(--edge)",
        seal: "var(--seal)",
        "seal-deep": "var(--seal-deep)",
        "seal-ink": "var(--seal-ink)",
        "seal-soft": "var(--seal-soft)",
        "seal-line": "var(--seal-line)",
        ok: "var(--ok)",
        "ok-soft": "var(--ok-soft)",
        warn: "var(--warn)",
        "warn-soft": "var(--warn-soft)",
      },
      fontFamily: {
        sans: ["var(--sans)"],
        serif: ["var(--serif)"],
      },
    },
  },
} satisfies Config;
