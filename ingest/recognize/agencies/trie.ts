/** Trie 词典树: words by their characters; finds the words that begin at a position without looking further than it must. */
interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value?: Value;
}

const emptyNode = <Value>(): Node<Value> => ({ next: new Map() });

export class Trie<Value> {
  readonly #root: Node<Value> = emptyNode();

  /** The last value given for a word stands. */
  set(word: string, value: Value): void {
    let node = this.#root;
    for (const unit of word.split("")) {
      let next = node.next.get(unit);
      if (next === undefined) {
        next = emptyNode();
        node.next.set(unit, next);
      }
      node = next;
    }
    node.value = value;
  }

  get(word: string): Value | undefined {
    let node: Node<Value> | undefined = this.#root;
    for (const unit of word.split("")) {
      node = node.next.get(unit);
      if (node === undefined) return undefined;
    }
    return node.value;
  }

  /** Every word that begins at `from`, shortest first. */
  all(text: string, from: number, limit: number = text.length): { to: number; value: Value }[] {
    const found: { to: number; value: Value }[] = [];
    let node: Node<Value> | undefined = this.#root;
    for (let at = from; at < limit; at += 1) {
      node = node.next.get(text.charAt(at));
      if (node === undefined) break;
      if (node.value !== undefined) found.push({ to: at + 1, value: node.value });
    }
    return found;
  }

  /** The longest word that begins at `from`. */
  longest(text: string, from: number, limit: number = text.length): { to: number; value: Value } | undefined {
    return this.all(text, from, limit).at(-1);
  }

  /** The longest word that ends at `to` and begins not before `from`; for tries of reversed words. */
  longestBefore(text: string, to: number, from = 0): { from: number; value: Value } | undefined {
    let best: { from: number; value: Value } | undefined;
    let node: Node<Value> | undefined = this.#root;
    for (let at = to - 1; at >= from; at -= 1) {
      node = node.next.get(text.charAt(at));
      if (node === undefined) break;
      if (node.value !== undefined) best = { from: at, value: node.value };
    }
    return best;
  }
}

export const reversed = (word: string): string => word.split("").reverse().join("");
