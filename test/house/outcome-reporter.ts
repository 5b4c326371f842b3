import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What became of one test, as `test/run.ts` counts it. */
export interface Outcome {
  readonly file: string;
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  readonly reason?: string;
  /** How often it was tried again before it passed. */
  readonly retries?: number;
}

/** Writes all outcomes, with the reasons that tests gave for skipping, to the file that CEYUAN_TEST_OUTCOMES names. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const path = process.env["CEYUAN_TEST_OUTCOMES"];
    if (path === undefined) return;
    const outcomes = modules.flatMap(outcomesOf);
    for (const { message } of unhandledErrors) {
      outcomes.push({ file: "", name: "no error outside a test", state: "failed", reason: message });
    }
    writeFileSync(path, JSON.stringify(outcomes));
  }
}

function outcomesOf(module: TestModule): Outcome[] {
  const file = relative(process.cwd(), module.moduleId).replaceAll("\\", "/");
  const outcomes: Outcome[] = module
    .errors()
    .map(({ message }) => ({ file, name: "the file loads", state: "failed", reason: message }));
  for (const suite of module.children.allSuites()) {
    for (const { message } of suite.errors()) {
      outcomes.push({ file, name: suite.fullName, state: "failed", reason: message });
    }
    // Without its data a table of tests is empty; the suite that was skipped for that stands for them.
    if (suite.options.mode === "skip" && suite.children.size === 0) {
      outcomes.push({ file, name: suite.fullName, state: "skipped" });
    }
  }
  for (const test of module.children.allTests()) {
    const result = test.result();
    const note = result.state === "skipped" ? result.note : undefined;
    const state = result.state === "pending" ? "failed" : result.state;
    const retries = test.diagnostic()?.retryCount ?? 0;
    outcomes.push({
      file,
      name: test.fullName,
      state,
      ...(note === undefined ? {} : { reason: note }),
      ...(retries === 0 ? {} : { retries }),
    });
  }
  return outcomes;
}
