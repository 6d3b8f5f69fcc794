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
  experimental: { authInterrupts: true },
  turbopack: {
    rules: { "*.css": { loaders: ["@tailwindcss/turbopack"], as: "*.css" } },
  },
};

export default config;
