/** Shorter titles are too like each other for a guess. */
const MIN_LENGTH = 8;

/**
 * True where two titles differ by one character written wrong, left out or put in (建设/建没), and that character is not
 * `telling` one document from another. Linear in the titles.
 */
export function isMisspelling(a: string, b: string, telling: RegExp): boolean {
  if (a === b || Math.min(a.length, b.length) < MIN_LENGTH || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end))
    end++;
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  return inA.length <= 1 && inB.length <= 1 && !telling.test(inA + inB);
}
