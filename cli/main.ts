#!/usr/bin/env node
import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

// A reader that has seen enough (`ceyuan export | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

const argv = process.argv.slice(2);
process.exitCode = await run(argv, openTerminal(argv, process.env));
