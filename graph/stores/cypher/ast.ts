/** A reading query as a tree: as much of Cypher as the checker has to understand. Offsets are of the query's text. */
interface Placed {
  readonly from: number;
  readonly to: number;
}

export type Literal = Placed & {
  readonly type: "literal";
  readonly of: "null" | "boolean" | "integer" | "float" | "string";
  readonly text: string;
};

export type Expression =
  | Literal
  | (Placed & { readonly type: "parameter" })
  | (Placed & { readonly type: "variable"; readonly name: string })
  | (Placed & { readonly type: "property"; readonly base: Expression; readonly key: string })
  | (Placed & { readonly type: "index"; readonly base: Expression; readonly index: Expression })
  | (Placed & {
      readonly type: "slice";
      readonly base: Expression;
      readonly low?: Expression | undefined;
      readonly high?: Expression | undefined;
    })
  | (Placed & { readonly type: "call"; readonly name: string; readonly args: readonly Expression[] })
  | (Placed & { readonly type: "unary"; readonly operator: "NOT" | "-" | "+"; readonly operand: Expression })
  | (Placed & {
      readonly type: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Placed & { readonly type: "nullTest"; readonly operand: Expression })
  | (Placed & { readonly type: "labelTest"; readonly base: Expression })
  | (Placed & { readonly type: "list"; readonly items: readonly Expression[] })
  | (Placed & { readonly type: "map"; readonly base?: Expression; readonly entries: readonly MapEntry[] })
  | (Placed & {
      readonly type: "comprehension";
      readonly variable: string;
      readonly list: Expression;
      readonly where?: Expression | undefined;
      readonly result?: Expression | undefined;
    })
  | (Placed & {
      readonly type: "patternComprehension";
      readonly pattern: readonly PathPattern[];
      readonly where?: Expression | undefined;
      readonly result: Expression;
    })
  | (Placed & {
      readonly type: "quantifier";
      readonly name: string;
      readonly variable: string;
      readonly list: Expression;
      readonly where: Expression;
    })
  | (Placed & {
      readonly type: "reduce";
      readonly accumulator: string;
      readonly start: Expression;
      readonly variable: string;
      readonly list: Expression;
      readonly step: Expression;
    })
  | (Placed & {
      readonly type: "case";
      readonly operand?: Expression | undefined;
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise?: Expression | undefined;
    })
  | (Placed & { readonly type: "pattern"; readonly pattern: readonly PathPattern[] })
  | (Placed & {
      readonly type: "subquery";
      readonly of: "EXISTS" | "COUNT" | "COLLECT";
      readonly clauses: readonly Clause[];
    });

export interface MapEntry {
  readonly key: string;
  readonly value: Expression;
}

export interface NodePattern {
  readonly type: "node";
  readonly variable?: string | undefined;
  readonly inside: readonly Expression[];
}

export interface EdgePattern extends Placed {
  readonly type: "edge";
  readonly variable?: string | undefined;
  readonly inside: readonly Expression[];
  /** Present where the length varies. */
  readonly range?: { readonly low?: number | undefined; readonly high?: number | undefined } | undefined;
}

export interface PathPattern {
  readonly variable?: string | undefined;
  readonly shortest: boolean;
  readonly elements: readonly (NodePattern | EdgePattern)[];
}

export interface Item extends Placed {
  readonly value: Expression;
  /** What it is called from here on; nothing where it is neither named nor a variable. */
  readonly name?: string | undefined;
}

export type Clause =
  | { readonly type: "match"; readonly pattern: readonly PathPattern[]; readonly where?: Expression | undefined }
  | {
      readonly type: "project";
      readonly last: boolean;
      readonly star: boolean;
      readonly distinct: boolean;
      readonly items: readonly Item[];
      readonly order: readonly Expression[];
      readonly bounds: readonly Expression[];
      readonly where?: Expression | undefined;
    }
  | { readonly type: "unwind"; readonly value: Expression; readonly variable: string }
  | { readonly type: "subquery"; readonly clauses: readonly Clause[] }
  | { readonly type: "procedure"; readonly args: readonly Expression[]; readonly yields: readonly string[] }
  | { readonly type: "union" };
