import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import type { Choice } from "../../server/api.ts";
import { words } from "../state/language.ts";
import { choiceOf } from "../state/queries.ts";
import { Mark } from "./mark.tsx";

const LIMIT = 60;

interface ChoiceFieldProps {
  id: string;
  label: string;
  value: string;
  menu: readonly Choice[];
  kind: NodeLabel | undefined;
  placeholder: string;
  onValue: (value: string) => void;
}

/**
 * Choice field 选择框: a menu that typing narrows. Words that are none of its entries stay as they are: the query knows
 * short names and parts of names too.
 */
export function ChoiceField({ id, label, value, menu, kind, placeholder, onValue }: ChoiceFieldProps) {
  const open = useSignal(false);
  /* What was typed since the menu was opened; before that all entries are offered. */
  const typed = useSignal<string | undefined>(undefined);
  const active = useSignal(0);
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const wanted = (typed.value ?? "").trim().toLowerCase();
  const found = open.value ? menu.filter((choice) => textOf(choice).includes(wanted)) : [];
  const shown = found.slice(0, LIMIT);
  const text = typed.value ?? choiceOf(menu, value)?.label ?? value;

  const close = (): void => {
    open.value = false;
    typed.value = undefined;
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice !== undefined) onValue(choice.value);
    close();
  };
  const move = (by: number): void => {
    if (!open.value) open.value = true;
    else if (shown.length > 0) active.value = (active.value + by + shown.length) % shown.length;
    list.current?.children[active.value]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && open.value && typed.value !== undefined && shown.length > 0)
      choose(shown[active.value]);
    else if (event.key === "Enter" && open.value && typed.value === undefined && active.value > 0)
      choose(shown[active.value]);
    else if (event.key === "Escape" && open.value) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="choice">
      {kind === undefined ? null : <Mark kind={kind} />}
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={open.value}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(open.value && shown.length > 0 ? { "aria-activedescendant": `${listId}-${active.value}` } : {})}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        title={text}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => {
          open.value = true;
          active.value = 0;
        }}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          active.value = 0;
          open.value = true;
          onValue(choiceOf(menu, event.currentTarget.value)?.value ?? event.currentTarget.value);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {open.value && menu.length > 0 ? (
        <div class="choice-menu">
          <ul id={listId} role="listbox" aria-label={label} ref={list}>
            {shown.map((choice, index) => (
              <li
                key={choice.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active.value}
                onPointerMove={() => {
                  active.value = index;
                }}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(choice);
                }}
              >
                {choice.label}
              </li>
            ))}
          </ul>
          {found.length === 0 ? <p class="choice-more">{words.value.queries.noChoice}</p> : null}
          {found.length > LIMIT ? (
            <p class="choice-more">{words.value.queries.moreChoices(found.length - LIMIT)}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const textOf = ({ value, label }: Choice): string => `${label}\n${value}`.toLowerCase();
