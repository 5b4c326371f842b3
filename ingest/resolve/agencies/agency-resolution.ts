import type { AgencyKind } from "../../knowledge/agencies.ts";
import type { Level } from "./home.ts";

/** AgencyResolution 机构归一: which body a surface form means; `resolved` false where nothing unique was found. */
export interface AgencyResolution {
  /** Full official style; the surface form where unresolved. */
  readonly name: string;
  readonly shortName?: string;
  readonly aliases: readonly string[];
  readonly kind: AgencyKind;
  readonly level?: Level;
  /** Full name of the region; absent for national bodies. */
  readonly region?: string;
  /** Full name of the body it is a department of: 上海市总工会 of 上海市总工会办公室. */
  readonly partOf?: string;
  readonly resolved: boolean;
  readonly group: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** How it was found, in words. */
  readonly steps: readonly string[];
}

export interface ResolveOptions {
  /** Organisation that a label names: 市总 in 市总牵头部门. */
  readonly layer?: string | undefined;
  /** The member before it in its list, whose place it may inherit. */
  readonly previous?: string | undefined;
  /** The surface is how a body signs its own document: a name of its own needs no place. */
  readonly signs?: boolean | undefined;
}
