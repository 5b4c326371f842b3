import type { Clause, Expression, Item, PathPattern } from "./ast.ts";
import { checkNames } from "./check-names.ts";
import { Unreadable } from "./cursor.ts";
import { type Finding, RULES, type RuleName } from "./findings.ts";
import { checkEquality, inferBinary } from "./infer-binary.ts";
import { inferCall } from "./infer-call.ts";
import * as K from "./kinds.ts";
import { readQuery } from "./read-query.ts";
import { mayBeNull, mentions } from "./search-expression.ts";

type Scope = Map<string, K.Kind>;
type Of<Type extends Expression["type"]> = Extract<Expression, { type: Type }>;

/** Literal values that can be read off: `-2`, `null`. */
const isNegative = (value: Expression): boolean => value.type === "unary" && value.operator === "-";
const isNull = (value: Expression): boolean => value.type === "literal" && value.of === "null";

/** Walks a query, follows what its values are, and collects what would be answered wrongly. */
class Checker {
  readonly findings: Finding[] = [];

  add(rule: RuleName, { from, to }: { readonly from: number; readonly to: number }): void {
    this.findings.push({ rule, from, to });
  }

  clauses(clauses: readonly Clause[], outer: Scope): Scope {
    let scope = new Map(outer);
    let result = scope;
    for (const clause of clauses) {
      switch (clause.type) {
        case "match":
          this.#match(clause, scope);
          break;
        case "project":
          scope = this.#project(clause, scope);
          result = scope;
          break;
        case "unwind":
          scope.set(clause.variable, this.kindOf(clause.value, scope).of ?? K.ANY);
          break;
        case "subquery":
          for (const [name, kind] of this.clauses(clause.clauses, scope)) scope.set(name, kind);
          break;
        case "procedure":
          for (const arg of clause.args) this.kindOf(arg, scope);
          for (const name of clause.yields) scope.set(name, K.ANY);
          break;
        default:
          scope = new Map(outer);
      }
    }
    return result;
  }

  #match(clause: Extract<Clause, { type: "match" }>, scope: Scope): void {
    this.pattern(clause.pattern, scope);
    if (clause.where === undefined) return;
    this.kindOf(clause.where, scope);
    const paths = clause.pattern.filter(({ shortest }) => shortest);
    const names = paths.flatMap(({ variable, elements }) => [
      variable,
      ...elements.map((element) => (element.type === "edge" ? element.variable : undefined)),
    ]);
    const used = mentions(clause.where, new Set(names.filter((name) => name !== undefined)));
    if (used !== undefined) this.add("shortest-filter", used);
  }

  pattern(pattern: readonly PathPattern[], scope: Scope): void {
    for (const path of pattern) {
      if (path.variable !== undefined) scope.set(path.variable, K.PATH);
      for (const element of path.elements) {
        if (element.type === "node") {
          if (element.variable !== undefined && !K.isEntity(scope.get(element.variable) ?? K.ANY)) {
            scope.set(element.variable, K.NODE);
          }
        } else {
          const { low = 1, high = Number.POSITIVE_INFINITY } = element.range ?? {};
          if (low > high) this.add("empty-range", element);
          if (element.variable !== undefined) {
            scope.set(element.variable, element.range === undefined ? K.EDGE : K.listOf(K.EDGE));
          }
        }
      }
      for (const element of path.elements) for (const inner of element.inside) this.kindOf(inner, scope);
    }
  }

  #project(clause: Extract<Clause, { type: "project" }>, scope: Scope): Scope {
    const next: Scope = clause.star ? new Map(scope) : new Map();
    for (const item of clause.items) this.#item(item, clause.last, scope, next);
    if (clause.last && clause.star) {
      for (const [, kind] of scope) if (K.holdsRaw(kind)) this.add("entity-as-id", { from: 0, to: 0 });
    }
    this.findings.push(...checkNames(clause));
    const visible = new Map([...scope, ...next]);
    for (const value of clause.order) {
      if (this.kindOf(value, visible).mixed !== undefined) this.add("mixed-order", value);
    }
    for (const value of clause.bounds) this.kindOf(value, visible);
    if (clause.where !== undefined) this.kindOf(clause.where, visible);
    return next;
  }

  #item(item: Item, last: boolean, scope: Scope, next: Scope): void {
    const kind = this.kindOf(item.value, scope);
    if (last && K.holdsRaw(kind)) this.add("entity-as-id", item.value);
    if (item.name !== undefined) next.set(item.name, kind);
  }

  kindOf(value: Expression, scope: Scope): K.Kind {
    switch (value.type) {
      case "literal":
        return { name: value.of };
      case "parameter":
        return K.ANY;
      case "variable":
        return scope.get(value.name) ?? K.ANY;
      case "property":
        return this.kindOf(value.base, scope).entries?.get(value.key) ?? K.ANY;
      case "index":
        this.kindOf(value.index, scope);
        return this.kindOf(value.base, scope).of ?? K.ANY;
      case "slice":
        return this.#slice(value, scope);
      case "call":
        return inferCall(this, value, scope);
      case "unary": {
        const kind = this.kindOf(value.operand, scope);
        if (value.operator === "NOT" && value.operand.type === "quantifier")
          this.add("unsure-quantifier", value.operand);
        return value.operator === "NOT" ? K.BOOLEAN : kind;
      }
      case "binary":
        return inferBinary(this, value, scope);
      case "nullTest":
        this.kindOf(value.operand, scope);
        return K.BOOLEAN;
      case "labelTest":
        if (this.kindOf(value.base, scope).name === "edge") this.add("edge-label", value);
        return K.BOOLEAN;
      case "list":
        return this.#list(value, scope);
      case "map":
        return this.#map(value, scope);
      case "comprehension":
        return this.#comprehension(value, scope);
      case "patternComprehension": {
        const inner = new Map(scope);
        this.pattern(value.pattern, inner);
        if (value.where !== undefined) this.kindOf(value.where, inner);
        if (value.result.type === "property") this.add("pattern-null", value.result);
        return K.listOf(this.kindOf(value.result, inner));
      }
      case "quantifier":
        return this.#quantifier(value, scope);
      case "reduce": {
        const start = this.kindOf(value.start, scope);
        const of = this.kindOf(value.list, scope).of ?? K.ANY;
        const step = this.kindOf(value.step, new Map([...scope, [value.accumulator, start], [value.variable, of]]));
        return K.asRaw(K.join(start, step));
      }
      case "case":
        return this.#case(value, scope);
      case "pattern":
        this.pattern(value.pattern, new Map(scope));
        return K.BOOLEAN;
      default:
        this.clauses(value.clauses, scope);
        return value.of === "EXISTS" ? K.BOOLEAN : value.of === "COUNT" ? K.INTEGER : K.listOf(K.ANY);
    }
  }

  #slice(value: Of<"slice">, scope: Scope): K.Kind {
    for (const bound of [value.low, value.high]) {
      if (bound === undefined) continue;
      this.kindOf(bound, scope);
      if (isNegative(bound) || isNull(bound)) this.add("negative-slice", bound);
      else if (bound.type !== "literal") this.add("unknown-slice", bound);
    }
    return this.kindOf(value.base, scope);
  }

  #list(value: Of<"list">, scope: Scope): K.Kind {
    const kinds = value.items.map((item) => this.kindOf(item, scope));
    const of = kinds.length === 0 ? K.NULL : K.joinAll(kinds);
    const lost = kinds.some(K.isEntity) && !kinds.every(K.isEntity);
    if (of.mixed === "scalars") this.add("mixed-list", value);
    return {
      name: "list",
      of: lost ? { ...of, raw: true } : of,
      ...(kinds.some(({ name }) => name === "null") ? { holdsNull: true } : {}),
    };
  }

  #map(value: Of<"map">, scope: Scope): K.Kind {
    if (value.base !== undefined) this.kindOf(value.base, scope);
    const entries = new Map(value.entries.map(({ key, value: inner }) => [key, this.kindOf(inner, scope)]));
    const nulls = [...entries.values()].some((kind) => kind.name === "null" || K.holdsNull(kind));
    return { name: "map", entries, ...(nulls ? { holdsNull: true } : {}) };
  }

  #comprehension(value: Of<"comprehension">, scope: Scope): K.Kind {
    const list = this.kindOf(value.list, scope);
    const inner = new Map([...scope, [value.variable, list.of ?? K.ANY] as const]);
    if (value.where !== undefined) this.kindOf(value.where, inner);
    const of = value.result === undefined ? (list.of ?? K.ANY) : this.kindOf(value.result, inner);
    const filtered = value.where !== undefined;
    return { name: "list", of: K.asRaw(of), ...(K.holdsNull(list) && !filtered ? { holdsNull: true } : {}) };
  }

  #quantifier(value: Of<"quantifier">, scope: Scope): K.Kind {
    const list = this.kindOf(value.list, scope);
    this.kindOf(value.where, new Map([...scope, [value.variable, list.of ?? K.ANY] as const]));
    const isPlain = value.where.type === "nullTest" || value.where.type === "literal";
    if (list.holdsNull === true && !isPlain) this.add("null-quantifier", value);
    else if (value.name === "none" || value.name === "single") this.#unsure(value, scope);
    return K.BOOLEAN;
  }

  /** Warns where the condition may come to null: Grafeo takes that for false, also under a negation. */
  #unsure(value: Of<"quantifier">, scope: Scope): void {
    const inner = new Map([...scope, [value.variable, this.kindOf(value.list, scope).of ?? K.ANY] as const]);
    if (value.where.type !== "nullTest" && mayBeNull(value.where, inner)) this.add("unsure-quantifier", value);
  }

  #case(value: Of<"case">, scope: Scope): K.Kind {
    const operand = value.operand === undefined ? undefined : this.kindOf(value.operand, scope);
    const results = value.branches.map(({ when, result }) => {
      const kind = this.kindOf(when, scope);
      if (operand !== undefined) checkEquality(this, operand, kind, when);
      return this.kindOf(result, scope);
    });
    if (value.otherwise !== undefined) results.push(this.kindOf(value.otherwise, scope));
    return K.asRaw(K.joinAll(results));
  }
}

export type { Checker, Scope };

/**
 * Checks a query for what Grafeo is known to answer wrongly 正确或拒绝. What is refused must not run; what is warned of may be
 * answered differently from Neo4j, depending on the data. Sorted by place, each place and rule once.
 */
export function checkQuery(query: string): Finding[] {
  const checker = new Checker();
  try {
    checker.clauses(readQuery(query), new Map());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    checker.add("unreadable", { from: error.at, to: error.at });
  }
  const seen = new Set<string>();
  return checker.findings
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ rule, from }) => {
      const key = `${rule} ${from}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    });
}

export const isRefused = ({ rule }: Finding): boolean => RULES[rule].severity === "refuse";
