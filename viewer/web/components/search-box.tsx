import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Hit } from "../data/search.ts";
import { words } from "../state/language.ts";
import { kindName } from "../state/names.ts";
import { search, select, view } from "../state/session.ts";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";
import { subtitleOf } from "./subtitle.ts";

const LIMIT = 30;

/** Search 搜索: `/` from anywhere, arrows through the hits, Enter opens, Escape leaves. */
export function SearchBox() {
  const query = useSignal("");
  const open = useSignal(false);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useComputed(() => search.value?.(query.value, LIMIT) ?? { hits: [], total: 0 });

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    if (view.value === "documents" && hit.thing.kind !== "Document") view.value = "network";
    select(hit.thing.id);
    open.value = false;
    input.current?.blur();
  };

  const move = (by: number): void => {
    const { length } = found.value.hits;
    if (length === 0) return;
    active.value = (active.value + by + length) % length;
    list.current?.children[active.value]?.scrollIntoView({ block: "nearest" });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") choose(found.value.hits[active.value]);
    else if (event.key === "Escape") {
      if (query.value !== "") query.value = "";
      else input.current?.blur();
      open.value = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  const { hits, total } = found.value;
  const shown = open.value && query.value.trim() !== "";
  return (
    <div class="search" data-open={open.value}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words.value.search.label}
        aria-expanded={shown}
        aria-controls="search-hits"
        aria-autocomplete="list"
        {...(shown && hits.length > 0 ? { "aria-activedescendant": `hit-${active.value}` } : {})}
        placeholder={words.value.search.placeholder}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          open.value = true;
        }}
        onFocus={(event) => {
          open.value = true;
          event.currentTarget.select();
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      <kbd>/</kbd>
      {shown ? (
        <div class="search-results">
          {hits.length === 0 ? (
            <p class="search-none">{words.value.search.none(query.value.trim())}</p>
          ) : (
            <ul id="search-hits" role="listbox" ref={list} aria-label={words.value.search.label}>
              {hits.map((hit, index) => (
                <li
                  key={hit.thing.id}
                  id={`hit-${index}`}
                  role="option"
                  aria-selected={index === active.value}
                  onPointerMove={() => {
                    active.value = index;
                  }}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    choose(hit);
                  }}
                >
                  <Mark kind={hit.thing.kind} />
                  <HitText hit={hit} />
                  <span class="hit-kind">{kindName(hit.thing.kind)}</span>
                </li>
              ))}
            </ul>
          )}
          <p class="search-foot">
            <span>{words.value.search.count(total)}</span>
            <span>{words.value.search.hint}</span>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function HitText({ hit }: { hit: Hit }) {
  const { words: text, from, to, thing } = hit;
  const matched = (
    <>
      {text.slice(0, from)}
      <b>{text.slice(from, to)}</b>
      {text.slice(to)}
    </>
  );
  const other = text === thing.name ? subtitleOf(thing) : undefined;
  return (
    <span class="hit-text">
      <span class="hit-name">{text === thing.name ? matched : thing.name}</span>
      {text === thing.name ? (
        other === undefined ? null : (
          <span class="hit-more">{other}</span>
        )
      ) : (
        <span class="hit-more">{matched}</span>
      )}
    </span>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
