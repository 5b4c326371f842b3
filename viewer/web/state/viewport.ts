import { signal } from "@preact/signals";

const narrowQuery = matchMedia("(max-width: 767.98px)");

/** True where panels become sheets. */
export const narrow = signal(narrowQuery.matches);
narrowQuery.addEventListener("change", (event) => {
  narrow.value = event.matches;
});
