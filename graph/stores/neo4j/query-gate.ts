import type { Plan, Transaction } from "neo4j-driver";
import { CeyuanError } from "../../model/errors.ts";
import { nameReturnItems } from "../cypher/rewrite.ts";
import type { Refusal } from "../grafeo/plan-gate.ts";
import { queryError } from "../query-errors.ts";
import { keepApart } from "./keep-apart.ts";
import { excessOf, leakOf, refusalOfPlan, refusalOfWords } from "./plan-gate.ts";
import { queryFault, type Sent } from "./query-faults.ts";
import { isDriverError } from "./server-errors.ts";

const EXPLAIN = "EXPLAIN\n";

const refused = (refusal: Refusal, cypher: string): CeyuanError => queryError({ message: "refused", refusal }, cypher);

const leaks = (operator: string): CeyuanError =>
  new CeyuanError(
    "query-refused",
    `无法确认查询只涉及一个图 (cannot be sure that the query stays within one graph): ${operator}`,
    { hint: "请用 MATCH 与节点模式改写 (please write it with MATCH and node patterns)" },
  );

/** Query gate 查询关: what a query must pass before it runs on the server; a session for reading lets too much through. */
export class QueryGate {
  readonly #passed = new Map<string, string>();

  /** What of a query is sent to the server. Throws `CeyuanError` where it may not run. */
  async pass(tx: Transaction, sent: Sent): Promise<string> {
    const known = this.#passed.get(sent.cypher);
    if (known !== undefined) return known;
    const { scoped } = await this.plan(tx, sent);
    if (this.#passed.size >= 500) this.#passed.clear();
    this.#passed.set(sent.cypher, scoped);
    return scoped;
  }

  /** What is sent, and the server's plan of it. */
  async plan(tx: Transaction, sent: Sent): Promise<{ readonly scoped: string; readonly plan: Plan }> {
    const { cypher } = sent;
    const excess = excessOf(cypher);
    if (excess !== undefined) {
      throw new CeyuanError("query-failed", `查询过于复杂 (the query is too complex): ${excess}`);
    }
    const refusal = refusalOfWords(cypher);
    if (refusal !== undefined) throw refused(refusal, cypher);
    // The words as given first, so that a complaint's position is that of what the user wrote; then what will run.
    await explain(tx, cypher, { ...sent, before: EXPLAIN.length });
    const scoped = keepApart(nameReturnItems(cypher));
    const plan = await explain(tx, scoped, sent);
    const leak = leakOf(plan);
    if (leak !== undefined) throw leaks(leak);
    return { scoped, plan };
  }
}

async function explain(tx: Transaction, text: string, sent: Sent): Promise<Plan> {
  try {
    const { summary } = await tx.run(EXPLAIN + text);
    if (summary.plan === false) throw refused({ kind: "unknown", name: "EXPLAIN" }, sent.cypher);
    const refusal = refusalOfPlan(summary.plan, summary.queryType);
    if (refusal !== undefined) throw refused(refusal, sent.cypher);
    return summary.plan;
  } catch (error) {
    throw isDriverError(error) ? queryFault(error, sent) : error;
  }
}
