const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // No page of another site may embed a picture, a file or an answer of this one.
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** What pages and APIs carry besides. Inline scripts are how Next hydrates, so they stay allowed. */
const onAnswers = [
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Content-Security-Policy",
    value: [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Every reader gets the title with the page, not after it: a screen reader names the page by it.
  htmlLimitedBots: /.*/u,
  // `npm test` checks the types; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Pictures are served as they are stored; an open image resizer would only be something to burden.
  images: { unoptimized: true },
  experimental: {
    // A file of templates (lib/template/limits.ts) and what is sent around it; proxy.ts holds the same.
    serverActions: { bodySizeLimit: "5mb" },
    // proxy.ts reads no body, but Next keeps it back for what comes after.
    proxyClientMaxBodySize: "6mb",
  },
  serverExternalPackages: ["@photostructure/sqlite", "sharp", "fontkit", "wawoff2"],
  turbopack: {
    root: import.meta.dirname,
    // Messages are compiled on the server (lib/i18n), so the browser needs no ICU parser.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!_next/static/).*)", headers: onAnswers },
  ],
};
