import { useEffect } from "preact/hooks";
import type { CatalogQuery } from "../../server/api.ts";
import type { Thing } from "../data/network.ts";
import { language, words } from "../state/language.ts";
import { catalog, loadCatalog, openQuery } from "../state/queries.ts";
import { Icon } from "./icon.tsx";

/** What can be asked about a thing: the saved queries that take one of its kind, each opened with it filled in. */
export function Questions({ thing }: { thing: Thing }) {
  useEffect(() => void loadCatalog(), []);
  const all = catalog.value;
  if (all === undefined || all === "failed") return null;
  const type = thing.kind.toLowerCase();
  const found = all.flatMap((query) => {
    const parameter = query.parameters.find((one) => one.type === type);
    return parameter === undefined ? [] : [{ query, parameter: parameter.name }];
  });
  if (found.length === 0) return null;
  return (
    <section class="group questions">
      <h3>
        {words.value.queries.about}
        <span class="count">{found.length}</span>
      </h3>
      {found.toSorted(byUse).map(({ query, parameter }) => (
        <button
          type="button"
          class="question"
          key={query.name}
          title={query.description[language.value]}
          onClick={() => openQuery(query.name, { [parameter]: thing.id })}
        >
          <span>{query.title[language.value]}</span>
          <Icon name="right" />
        </button>
      ))}
    </section>
  );
}

/** What is about the thing alone comes first, then what needs another one beside it. */
const byUse = (a: { readonly query: CatalogQuery }, b: { readonly query: CatalogQuery }): number =>
  nodesIn(a.query) - nodesIn(b.query) || (a.query.name < b.query.name ? -1 : 1);

const nodesIn = ({ parameters }: CatalogQuery): number =>
  parameters.filter(({ type }) => type === "agency" || type === "leader" || type === "document" || type === "task")
    .length;
