/**
 * CeyuanError 错误: what a user can cause and mend. `message` says what was wrong and where, `hint` what to do.
 * Stages never throw these (they yield diagnostics); readers, stores, the catalog and the command line do.
 */
export class CeyuanError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}
