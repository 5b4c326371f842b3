import type { Answer, Question } from "./question.ts";

/** Bodies of one place that its own gazetteer lists (各地专名): of the home, or listed for one place only. */
export function listedAnswer({ knowledge, grammar, readings, surface, folded, home }: Question): Answer | undefined {
  const places = new Set(readings.flatMap(({ local, place }) => (place === undefined ? (local ?? []) : [])));
  const words = new Set([folded, folded.replace(/（.*）$/u, "")]);
  for (const region of home.regions.toReversed()) {
    if (!places.has(region.full)) continue;
    const body = knowledge.agencies.local[region.full]?.find(({ name, short }) =>
      [name, ...short].some((word) => words.has(grammar.fold(word))),
    );
    if (body !== undefined) return answer(body, region);
  }
  const [only, more] = [...places];
  if (only === undefined || more !== undefined) return undefined;
  const body = knowledge.agencies.local[only]?.find(({ name }) => name === surface);
  const region = knowledge.regions.byName.get(only)?.[0];
  return body === undefined || region === undefined ? undefined : answer(body, region);
}

const answer = (
  { name, kind }: { readonly name: string; readonly kind: Answer["kind"] },
  region: NonNullable<Answer["region"]>,
): Answer => ({
  name,
  kind,
  level: kind === "enterprise" ? "unit" : region.level,
  region,
  confidence: 0.95,
  step: `${region.full}机构名录`,
});
