import { defineConfig } from "vite";

/** The page: sources in viewer/web, built into dist/viewer/web as plain files that a strict content policy allows. */
export default defineConfig({
  root: "viewer/web",
  base: "./",
  build: {
    outDir: "../../dist/viewer/web",
    emptyOutDir: true,
    target: "es2022",
    /* Everything stays a file: an inlined data: URL would be refused by the content policy. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:7410" } },
});
