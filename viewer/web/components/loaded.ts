import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { SourceError } from "../data/source.ts";

export interface Loaded<T> {
  readonly value?: T;
  readonly error?: { readonly code: string; readonly message: string };
}

/** Loads something by key; while the next is on its way the last stays, so that panels do not flicker. */
export function useLoaded<T>(key: string | undefined, load: (key: string) => Promise<T>): ReadonlySignal<Loaded<T>> {
  const state = useMemo(() => signal<Loaded<T>>({}), []);
  useEffect(() => {
    if (key === undefined) {
      state.value = {};
      return undefined;
    }
    let wanted = true;
    const run = async (): Promise<void> => {
      const next = await load(key).then(
        (value): Loaded<T> => ({ value }),
        (error: unknown): Loaded<T> => ({ error: described(error) }),
      );
      if (wanted) state.value = next;
    };
    void run();
    return () => {
      wanted = false;
    };
  }, [key]);
  return state;
}

const described = (error: unknown): { code: string; message: string } => ({
  code: error instanceof SourceError ? error.code : "unknown",
  message: error instanceof SourceError ? error.whole : error instanceof Error ? error.message : String(error),
});
