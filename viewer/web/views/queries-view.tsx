import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CatalogQuery } from "../../server/api.ts";
import { IconButton } from "../components/button.tsx";
import { OwnQuery } from "../components/own-query.tsx";
import { QueryForm } from "../components/query-form.tsx";
import { QueryResult } from "../components/query-result.tsx";
import { FIRST_QUESTIONS, type Reader, subjectsOf } from "../data/library.ts";
import { language, words } from "../state/language.ts";
import {
  catalog,
  editStatement,
  isComplete,
  loadCatalog,
  loadMenus,
  menus,
  openQuery,
  openQueryName,
  OWN,
  run,
  runRequest,
  valuesOf,
} from "../state/queries.ts";
import { narrow } from "../state/viewport.ts";

/** Queries view 查询视图: the library by subject, and the open query with its form and its result. */
export function QueriesView() {
  useEffect(() => void loadCatalog(), []);
  const { queries, states } = words.value;
  const all = catalog.value;
  if (all === undefined || all === "failed") {
    return (
      <div class="state" role="status">
        <h2>{all === undefined ? states.loading : queries.failed}</h2>
      </div>
    );
  }
  const name = openQueryName.value;
  const open = all.find((query) => query.name === name);
  const isList = name === undefined;
  return (
    <div class="queries">
      {narrow.value && !isList ? null : <Library queries={all} />}
      {narrow.value && isList ? null : (
        <div class="query-page scroll">
          {narrow.value ? (
            <IconButton icon="left" label={queries.back} class="query-back" onPress={() => openQuery(undefined)} />
          ) : null}
          {name === OWN ? (
            <OwnQuery />
          ) : open !== undefined ? (
            <OpenQuery key={open.name} query={open} />
          ) : name === undefined ? (
            <FirstQuestions queries={all} />
          ) : (
            <p class="query-none">{queries.unknown(name)}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Library({ queries: all }: { queries: readonly CatalogQuery[] }) {
  const filter = useSignal("");
  const { queries } = words.value;
  const subjects = subjectsOf(all, filter.value);
  return (
    <aside class="library" aria-label={queries.library}>
      <header>
        <input
          class="filter-field"
          type="search"
          aria-label={queries.filter}
          placeholder={queries.filter}
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value;
          }}
        />
        <button
          type="button"
          class="plain-button"
          aria-current={openQueryName.value === OWN}
          onClick={() => openQuery(OWN)}
        >
          {queries.own}
        </button>
      </header>
      <div class="library-list scroll">
        {subjects.map(({ tag, queries: members }) => (
          <section key={tag} aria-label={queries.tags[tag] ?? tag}>
            <h2>{queries.tags[tag] ?? tag}</h2>
            <ul>
              {members.map(({ name, title, description }) => (
                <li key={name}>
                  <button
                    type="button"
                    title={description[language.value]}
                    aria-current={openQueryName.value === name}
                    onClick={() => openQuery(name)}
                  >
                    {title[language.value]}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {subjects.length === 0 ? <p class="query-none">{queries.noneFound}</p> : null}
      </div>
    </aside>
  );
}

/** Where nothing is open: what each reader asks first. */
function FirstQuestions({ queries: all }: { queries: readonly CatalogQuery[] }) {
  const { queries } = words.value;
  const known = (name: string): CatalogQuery[] => all.filter((query) => query.name === name);
  return (
    <div class="first-questions">
      <h1>{queries.title}</h1>
      <p class="meta">{queries.intro}</p>
      {(Object.keys(FIRST_QUESTIONS) as Reader[]).map((reader) => (
        <section key={reader}>
          <h2>{queries.readers[reader]}</h2>
          <ul>
            {FIRST_QUESTIONS[reader].flatMap(known).map(({ name, title, description }) => (
              <li key={name}>
                <button type="button" onClick={() => openQuery(name)}>
                  <span class="question-title">{title[language.value]}</span>
                  <span class="meta">{description[language.value]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function OpenQuery({ query }: { query: CatalogQuery }) {
  const { queries } = words.value;
  const { title, description, tags, cypher, view } = query;
  const ask = (): void => {
    void runRequest({ query: query.name, parameters: valuesOf(query), language: language.value });
  };
  useEffect(() => {
    let wanted = true;
    const begin = async (): Promise<void> => {
      const loaded = await loadMenus(query);
      if (!wanted) return;
      menus.value = loaded;
      if (isComplete(query, valuesOf(query))) ask();
    };
    void begin();
    return () => {
      wanted = false;
    };
  }, []);
  /* Headings and codes come in the reader's language. */
  useEffect(() => {
    const { value } = run;
    if (value?.state === "done" && value.request.language !== language.value)
      void runRequest({ ...value.request, language: language.value });
  }, [language.value]);
  return (
    <article class="open-query">
      <header class="query-head">
        <h1>{title[language.value]}</h1>
        <p>{description[language.value]}</p>
        <p class="meta">{tags.map((tag) => queries.tags[tag] ?? tag).join(words.value.values.separator)}</p>
      </header>
      <QueryForm query={query} onRun={ask} />
      <QueryResult run={run.value} view={view} name={title[language.value]} />
      <details class="query-source">
        <summary>Cypher</summary>
        <pre tabIndex={0}>{cypher}</pre>
        <button type="button" class="text-button" onClick={() => editStatement(cypher, valuesOf(query))}>
          {queries.edit}
        </button>
      </details>
    </article>
  );
}
