import { effect, type Signal, signal } from "@preact/signals";

/** A signal whose value outlives the page, where the browser lets it; `read` refuses what it does not know. */
export function remembered<T extends string | number | boolean>(
  name: string,
  initial: T,
  read: (stored: string) => T | undefined,
): Signal<T> {
  const key = `ceyuan.${name}`;
  const value = signal<T>(initial);
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null) value.value = read(stored) ?? initial;
  } catch {
    return value;
  }
  effect(() => {
    const now = String(value.value);
    try {
      if (value.value === initial) localStorage.removeItem(key);
      else localStorage.setItem(key, now);
    } catch {
      // Storage full or forbidden: the choice lasts as long as the page.
    }
  });
  return value;
}

/** Reads one of a few allowed values. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (stored: string): T | undefined =>
    allowed.find((value) => value === stored);
