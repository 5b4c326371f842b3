/** Edit distance in characters, insertions, deletions, replacements and swaps of neighbours counting one each. */
function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}

/** The candidates most like `word`, best first: those that contain it, then by the share of characters that differ. */
function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = word.toLowerCase();
  const scored = [...new Set(candidates)].map((candidate) => {
    const own = candidate.toLowerCase();
    const contained = wanted !== "" && (own.includes(wanted) || wanted.includes(own));
    const distance = editDistance(wanted, own) / Math.max(wanted.length, own.length, 1);
    return { candidate, score: contained ? distance - 1 : distance };
  });
  return scored
    .filter(({ score }) => score < 0.75)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** A hint that names what may have been meant; nothing where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  return found.length === 0 ? undefined : `是否指 ${found.join("、")}？ (did you mean ${found.join(", ")}?)`;
}
