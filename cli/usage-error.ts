import { CeyuanError } from "../graph/model/errors.ts";

/** UsageError 用法错误: the command was not given as it must be; exit code 2. */
export class UsageError extends CeyuanError {
  constructor(message: string, hint?: string) {
    super("usage", message, hint === undefined ? {} : { hint });
  }
}
