import type { Session } from "neo4j-driver";
import type { Ontology } from "../../schema/ontology.ts";
import { GRAPH } from "./driver-values.ts";
import { RECORD_LABEL } from "./graph-record.ts";

/** The full-text index over all that a person would search for. */
export const TEXT_INDEX = "ceyuan_text";

export const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

const constraintName = (label: string): string => `ceyuan_${label.toLowerCase()}_id`;

/** The statements that make ids unique within a graph, label by label, by the name of the constraint. */
function constraints(labels: readonly string[]): Map<string, string> {
  const statements = labels.map((label): [string, string] => [
    constraintName(label),
    `CREATE CONSTRAINT ${constraintName(label)} IF NOT EXISTS FOR (n:${quoted(label)}) REQUIRE (n.${GRAPH}, n.id) IS UNIQUE`,
  ]);
  const ofRecords = `CREATE CONSTRAINT ceyuan_graph_name IF NOT EXISTS FOR (g:${RECORD_LABEL}) REQUIRE g.name IS UNIQUE`;
  return new Map([...statements, ["ceyuan_graph_name", ofRecords]]);
}

/** The labels and properties that the ontology marks as searched. */
function searched({ nodes }: Ontology): { readonly labels: string[]; readonly properties: string[] } {
  const marked = nodes.map(({ label, properties }) => ({
    label,
    names: Object.entries(properties).flatMap(([name, property]) => (property.searched ? [name] : [])),
  }));
  return {
    labels: marked
      .filter(({ names }) => names.length > 0)
      .map(({ label }) => label)
      .sort(),
    properties: [...new Set(marked.flatMap(({ names }) => names))].sort(),
  };
}

/** The statement that makes the full-text index; its analyzer finds any two hanzi that stand together. */
function textIndex(ontology: Ontology): string {
  const { labels, properties } = searched(ontology);
  return `CREATE FULLTEXT INDEX ${TEXT_INDEX} IF NOT EXISTS FOR (n:${labels.map(quoted).join("|")})
ON EACH [${properties.map((name) => `n.${quoted(name)}`).join(", ")}]
OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk', \`fulltext.eventually_consistent\`: true}}`;
}

/** Makes the constraints that are missing. */
export async function ensureConstraints(session: Session, labels: readonly string[]): Promise<void> {
  const { records } = await session.executeRead((tx) => tx.run("SHOW CONSTRAINTS YIELD name RETURN name AS name"));
  const there = new Set(records.map((record) => String(record.get("name"))));
  for (const [name, statement] of constraints(labels)) {
    if (!there.has(name)) await session.executeWrite((tx) => tx.run(statement));
  }
}

const SHOW_TEXT_INDEX = `SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes, properties WHERE name = $name
RETURN labelsOrTypes AS labels, properties AS properties`;

/** Makes the full-text index, anew where the ontology has changed, and waits until it knows what is there. */
export async function ensureTextIndex(session: Session, ontology: Ontology): Promise<void> {
  const { records } = await session.executeRead((tx) => tx.run(SHOW_TEXT_INDEX, { name: TEXT_INDEX }));
  const { labels, properties } = searched(ontology);
  const wanted = [labels, properties].join(";");
  const [found] = records.map((record) =>
    ["labels", "properties"].map((key) => [...(record.get(key) as string[])].sort()).join(";"),
  );
  if (found !== undefined && found !== wanted) {
    await session.executeWrite((tx) => tx.run(`DROP INDEX ${TEXT_INDEX} IF EXISTS`));
  }
  if (found !== wanted) await session.executeWrite((tx) => tx.run(textIndex(ontology)));
  await session.executeRead((tx) => tx.run("CALL db.awaitIndexes(600)"));
  await session.executeRead((tx) => tx.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"));
}
