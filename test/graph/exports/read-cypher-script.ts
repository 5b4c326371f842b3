/** The statements of a script as a shell takes them: each ends with a semicolon outside of texts, names and comments. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  const piece = /"(?:[^"\\\n]|\\.)*"|`(?:[^`\n]|``)*`|\/\/[^\n]*\n|;|[^"`/;]+|\//uy;
  let statement = "";
  while (piece.lastIndex < script.length) {
    const at = piece.lastIndex;
    const text = piece.exec(script)?.[0];
    if (text === undefined) throw new Error(`not closed: ${script.slice(at, at + 80)}`);
    if (text === ";") {
      statements.push(statement.trim());
      statement = "";
    } else if (!text.startsWith("//")) statement += text;
  }
  if (statement.trim() !== "") throw new Error(`no semicolon after ${statement.slice(0, 80)}`);
  return statements;
}
