import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root,
      // Next builds server code with this one.
      "next/navigation": "next/dist/api/navigation.react-server.js",
    },
    conditions: ["react-server", "module", "node", "import", "default"],
  },
  ssr: { resolve: { conditions: ["react-server", "module", "node", "import", "default"] } },
  test: {
    include: ["{lib,components}/**/*.test.ts"],
    // A zone nobody develops in, with a 45 minute offset: hidden assumptions about time fail here.
    env: { TZ: "Asia/Kathmandu" },
    setupFiles: ["lib/testing/headers.ts"],
    testTimeout: 30_000,
    // Tests mostly wait for answers, so no core need be kept free.
    maxWorkers: "100%",
  },
});
