import { useId } from "preact/hooks";
import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import type { CatalogQuery, Choice } from "../../server/api.ts";
import { language, words } from "../state/language.ts";
import { relationName } from "../state/names.ts";
import { give, isComplete, menus, run, stopRun, valuesOf } from "../state/queries.ts";
import { KINDS, RELATIONS } from "../state/kinds.ts";
import { ChoiceField } from "./choice-field.tsx";
import { Icon } from "./icon.tsx";

type Parameter = CatalogQuery["parameters"][number];

const KIND_OF: Readonly<Record<string, NodeLabel>> = {
  agency: "Agency",
  leader: "Leader",
  document: "Document",
  task: "Task",
};

/** Query form 查询条件: a field for each parameter, as its type asks for. */
export function QueryForm({ query, onRun }: { query: CatalogQuery; onRun: () => void }) {
  const values = valuesOf(query);
  const ready = menus.value !== undefined && isComplete(query, values);
  return (
    <form
      class="query-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onRun();
      }}
    >
      {query.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          menu={menus.value?.[parameter.name] ?? []}
          value={values[parameter.name] ?? ""}
        />
      ))}
      <RunButton disabled={!ready} />
    </form>
  );
}

/** Runs, or stops what runs: two buttons, for one that became the other under a click would submit the form again. */
export function RunButton({ disabled }: { disabled: boolean }) {
  const { queries } = words.value;
  return run.value?.state === "running" ? (
    <button type="button" key="stop" class="plain-button run-button" onClick={stopRun}>
      {queries.stop}
    </button>
  ) : (
    <button type="submit" key="run" class="primary-button run-button" disabled={disabled}>
      {queries.run}
    </button>
  );
}

function Field({ parameter, menu, value }: { parameter: Parameter; menu: readonly Choice[]; value: string }) {
  const id = useId();
  const { queries } = words.value;
  const { name, type, required, values } = parameter;
  const label = parameter.title[language.value];
  const set = (next: string): void => give(name, next);
  if (type === "boolean") {
    return (
      <label class="query-check">
        <input
          type="checkbox"
          checked={value === "true"}
          onChange={(event) => set(String(event.currentTarget.checked))}
        />
        <span class="box">{value === "true" ? <Icon name="check" /> : null}</span>
        {label}
      </label>
    );
  }
  if (type === "list" && values !== undefined) return <Several label={label} menu={menu} value={value} set={set} />;
  return (
    <div class="query-field" data-type={type}>
      <label for={id}>
        {label}
        {required ? null : <span class="optional">{queries.optional}</span>}
      </label>
      {menu.length > 0 && values !== undefined ? (
        <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {required ? null : <option value="">{queries.any}</option>}
          {menu.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choiceName(choice)}
            </option>
          ))}
        </select>
      ) : menu.length > 0 ? (
        <ChoiceField
          id={id}
          label={label}
          value={value}
          menu={menu}
          kind={KIND_OF[type]}
          placeholder={required ? queries.choose : queries.any}
          onValue={set}
        />
      ) : (
        <input
          id={id}
          type="text"
          {...(type === "integer" ? { inputMode: "numeric" } : {})}
          autocomplete="off"
          value={value}
          placeholder={required ? "" : queries.any}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** Some of a few: boxes to tick. */
function Several({
  label,
  menu,
  value,
  set,
}: {
  label: string;
  menu: readonly Choice[];
  value: string;
  set: (value: string) => void;
}) {
  const chosen = new Set(value.split(",").filter(Boolean));
  return (
    <fieldset class="query-several">
      <legend>{label}</legend>
      {menu.map((choice) => (
        <label class="query-check" key={choice.value}>
          <input
            type="checkbox"
            checked={chosen.has(choice.value)}
            onChange={(event) => {
              if (event.currentTarget.checked) chosen.add(choice.value);
              else chosen.delete(choice.value);
              set(menu.flatMap((member) => (chosen.has(member.value) ? [member.value] : [])).join(","));
            }}
          />
          <span class="box">{chosen.has(choice.value) ? <Icon name="check" /> : null}</span>
          {choiceName(choice)}
        </label>
      ))}
    </fieldset>
  );
}

/** The library names values in Chinese; relations and kinds have names of the ontology in both languages. */
function choiceName({ value, label }: Choice): string {
  const relation = RELATIONS.find((type) => type === value);
  if (relation !== undefined) return relationName(relation);
  const kind = KINDS.find((name) => name === value);
  return language.value === "zh" ? label : (kind ?? value);
}
