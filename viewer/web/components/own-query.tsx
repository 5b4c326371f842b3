import { useEffect, useRef } from "preact/hooks";
import { parametersIn, placeOfError } from "../data/library.ts";
import { language, words } from "../state/language.ts";
import { give, given, run, runRequest, statement } from "../state/queries.ts";
import { ontology } from "../state/session.ts";
import { RunButton } from "./query-form.tsx";
import { QueryResult } from "./query-result.tsx";

const EXAMPLE = `MATCH (a:Agency)-[:LEADS]->(t:Task)
RETURN a.name AS agency, count(DISTINCT t) AS tasks
ORDER BY tasks DESC, agency
LIMIT 20`;

/** Own query 自己的查询: a statement in Cypher with fields for its parameters. */
export function OwnQuery() {
  const { queries } = words.value;
  const editor = useRef<HTMLTextAreaElement>(null);
  const names = parametersIn(statement.value);
  const { value } = run;
  const fault = value?.state === "failed" ? value.fault : undefined;
  const place = fault === undefined ? undefined : placeOfError(fault.message, statement.value);
  const ask = (): void => {
    if (statement.value.trim() === "") return;
    const parameters = Object.fromEntries(names.map((name) => [name, given.value[name] ?? ""]));
    void runRequest({ cypher: statement.value, parameters, language: language.value });
  };
  useEffect(() => {
    if (statement.peek() === "") editor.current?.focus();
  }, []);
  return (
    <article class="open-query">
      <header class="query-head">
        <h1>{queries.own}</h1>
        <p>{queries.ownMeans}</p>
      </header>
      <form
        class="own-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <textarea
          ref={editor}
          class="statement"
          aria-label={queries.statement}
          spellcheck={false}
          autocomplete="off"
          rows={Math.min(24, Math.max(6, statement.value.split("\n").length + 1))}
          placeholder={EXAMPLE}
          value={statement.value}
          onInput={(event) => {
            statement.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            ask();
          }}
        />
        {names.length === 0 ? null : (
          <div class="query-form">
            {names.map((name) => (
              <div class="query-field" key={name}>
                <label for={`own-${name}`}>${name}</label>
                <input
                  id={`own-${name}`}
                  type="text"
                  value={given.value[name] ?? ""}
                  onInput={(event) => give(name, event.currentTarget.value)}
                />
              </div>
            ))}
          </div>
        )}
        <div class="own-tools">
          <RunButton disabled={statement.value.trim() === ""} />
          {statement.value === "" ? (
            <button
              type="button"
              class="text-button"
              onClick={() => {
                statement.value = EXAMPLE;
                editor.current?.focus();
              }}
            >
              {queries.example}
            </button>
          ) : null}
          <span class="meta wide-only">{queries.keys}</span>
        </div>
      </form>
      <QueryResult run={value} view="table" name={queries.result} />
      {place === undefined ? null : (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            editor.current?.focus();
            editor.current?.setSelectionRange(place, Math.min(place + 1, statement.value.length));
          }}
        >
          {queries.goToPlace}
        </button>
      )}
      <Schema />
    </article>
  );
}

/** What there is to ask about, from the ontology. */
function Schema() {
  const names = ontology.value;
  const { queries } = words.value;
  if (names === undefined) return null;
  return (
    <details class="query-source">
      <summary>{queries.schema}</summary>
      <dl class="schema">
        {names.nodes.map(({ label, properties, ...kind }) => (
          <div key={label}>
            <dt>
              <code>:{label}</code> {kind[language.value]}
            </dt>
            <dd>
              {Object.entries(properties).map(([property, name]) => (
                <span key={property} title={name[language.value]}>
                  <code>{property}</code> {name[language.value]}
                </span>
              ))}
            </dd>
          </div>
        ))}
        {names.edges.map(({ type, ends, ...relation }) => (
          <div key={type}>
            <dt>
              <code>:{type}</code> {relation[language.value]}
            </dt>
            <dd>
              {ends.map(([from, to]) => (
                <code key={`${from} ${to}`}>{`(:${from})-[:${type}]->(:${to})`}</code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
