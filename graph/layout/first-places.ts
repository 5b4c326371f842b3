import type { DrawnNode } from "./drawn-graph.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The n-th point of a sunflower: an even, deterministic scatter around the origin. */
export function sunflower(n: number, spacing: number): Point {
  const radius = spacing * Math.sqrt(n + 0.5);
  return { x: radius * Math.cos(n * GOLDEN_ANGLE), y: radius * Math.sin(n * GOLDEN_ANGLE) };
}

/** A small offset that depends on the id alone, so that no two nodes start at one spot. */
export function offsetOf(id: string, size: number): Point {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  const angle = ((hash >>> 0) / 4294967296) * Math.PI * 2;
  const radius = size * (0.4 + (((hash >>> 8) & 1023) / 1023) * 0.6);
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/**
 * First places 初始位置 of one component: documents on a sunflower, what belongs to a document around it, all others in
 * the middle of their neighbours. A good start lets a large graph settle in few steps.
 */
export function firstPlaces(
  nodes: readonly DrawnNode[],
  neighbours: readonly (readonly number[])[],
): readonly { x: number; y: number }[] {
  const members = new Map<string, number>();
  for (const node of nodes) if (node.home !== undefined) members.set(node.home, (members.get(node.home) ?? 0) + 1);
  const spacing = 20 * Math.sqrt(1 + [...members.values()].reduce((a, b) => Math.max(a, b), 0));
  const hubs = nodes
    .filter((node) => node.label === "Document")
    .toSorted((a, b) => (members.get(b.id) ?? 0) - (members.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const centres = new Map(hubs.map((node, n) => [node.id, sunflower(n, spacing)]));
  const counts = new Map<string, number>();

  const places: ({ x: number; y: number } | undefined)[] = nodes.map((node) => {
    const own = centres.get(node.id);
    if (own !== undefined) return { ...own };
    const home = node.home === undefined ? undefined : centres.get(node.home);
    if (node.home === undefined || home === undefined) return undefined;
    const count = (counts.get(node.home) ?? 0) + 1;
    counts.set(node.home, count);
    const around = sunflower(count, 8);
    return { x: home.x + around.x, y: home.y + around.y };
  });
  return nodes.map((node, place) => {
    const settled = places[place];
    if (settled !== undefined) return settled;
    const around = (neighbours[place] ?? []).flatMap((next) => places[next] ?? []);
    const off = offsetOf(node.id, 30);
    const count = Math.max(1, around.length);
    return {
      x: around.reduce((sum, point) => sum + point.x, 0) / count + off.x,
      y: around.reduce((sum, point) => sum + point.y, 0) / count + off.y,
    };
  });
}
