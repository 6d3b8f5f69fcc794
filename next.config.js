/** On every answer, files included; what differs from answer to answer is set in `proxy.ts`. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** @type {import("next").NextConfig} */
const config = {
  // Both stay off, measured on Next 16.4: with a synchronous in-process database the prefetched shell served
  // stale totals, and every redirect, 403 and 404 turned into 200.
  cacheComponents: false,
  partialPrefetching: false,
  typedRoutes: true,
  poweredByHeader: false,
  // The optimizer had unauthenticated holes in 2026 and nothing here needs it: /_next/image answers 404.
  images: { unoptimized: true },
  // Its dictionary would be in a dozen bundles, each with a copy of its own in memory.
  serverExternalPackages: ["pinyin-pro"],
  experimental: {
    authInterrupts: true,
    // Pages are read when somebody asks for them: all at once took a second of the start and memory for good.
    preloadEntriesOnStart: false,
    // An edited workbook comes in by a server action; larger files have upload routes of their own.
    serverActions: { bodySizeLimit: "5mb" },
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
  // Browsers ask for it by themselves where a page names no icon: files, answers of the API, bookmarks.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  turbopack: {
    rules: { "*.css": { loaders: ["@tailwindcss/turbopack"], as: "*.css" } },
  },
};

export default config;
