import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Most files wait for a child process (database, command line, browser) at some time.
    pool: "forks",
    // A busy machine may take its time; what never comes true fails all the same.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // The machine of a nightly run is shared. What needed its second try is listed at the end of the run, by name.
    retry: process.env["CI"] === "true" ? 1 : 0,
  },
});
