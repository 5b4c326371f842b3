import { type Signal, useSignal } from "@preact/signals";
import { language, words } from "../state/language.ts";
import { network, notes, openDocumentId, railOpen, railSheet, reading, type View, view } from "../state/session.ts";
import { openQuery } from "../state/queries.ts";
import { type ThemeChoice, themeChoice } from "../state/theme.ts";
import { narrow } from "../state/viewport.ts";
import { IconButton } from "./button.tsx";
import { SearchBox } from "./search-box.tsx";

const VIEWS: readonly View[] = ["network", "documents", "queries", "notes"];
const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };
const THEME_ICON = { system: "system", light: "sun", dark: "moon" } as const;

/** Top bar 顶栏: name, search, views, and what belongs to the reader: language, theme, link. */
export function TopBar() {
  const { top, product, views } = words.value;
  return (
    <header class="top-bar">
      <span class="product">
        <img src="./icon.svg" alt="" width="20" height="20" />
        {product}
      </span>
      {view.value === "network" && narrow.value ? (
        <IconButton
          icon="filter"
          label={top.filters}
          pressed={railSheet.value}
          onPress={() => {
            railSheet.value = !railSheet.value;
          }}
        />
      ) : null}
      {narrow.value ? null : (
        <IconButton
          icon="rail"
          class={view.value === "network" ? "" : "absent"}
          label={railOpen.value ? words.value.rail.hide : words.value.rail.show}
          pressed={railOpen.value}
          onPress={() => {
            railOpen.value = !railOpen.value;
          }}
        />
      )}
      {network.value === undefined ? <div class="search-space" /> : <SearchBox />}
      <nav class="views" aria-label={top.views}>
        {VIEWS.map((name) => (
          <button
            type="button"
            key={name}
            aria-current={view.value === name ? "page" : undefined}
            onClick={() => {
              if (view.value === name) openDocumentId.value = undefined;
              if (view.value === "queries" && name === "queries") openQuery(undefined);
              reading.value = undefined;
              view.value = name;
            }}
          >
            {views[name]}
            {name === "notes" && (notes.value?.total ?? 0) > 0 ? <span class="count">{notes.value?.total}</span> : null}
          </button>
        ))}
      </nav>
      <div class="top-tools">
        <ShareButton />
        <IconButton
          icon={THEME_ICON[themeChoice.value]}
          label={`${top.theme}: ${top.themes[themeChoice.value]}`}
          onPress={() => {
            themeChoice.value = NEXT_THEME[themeChoice.value];
          }}
        />
        <button
          type="button"
          class="icon-button language"
          aria-label={top.language}
          title={top.language}
          lang={language.value === "zh" ? "en" : "zh-CN"}
          onClick={() => {
            language.value = language.value === "zh" ? "en" : "zh";
          }}
        >
          {top.otherLanguage}
        </button>
      </div>
    </header>
  );
}

function ShareButton() {
  const done = useSignal(false);
  const { top } = words.value;
  return (
    <IconButton
      icon={done.value ? "check" : "link"}
      label={done.value ? top.shared : top.share}
      onPress={() => {
        void copyAddress(done);
      }}
    />
  );
}

async function copyAddress(done: Signal<boolean>): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  done.value = true;
  setTimeout(() => {
    done.value = false;
  }, 1500);
}
