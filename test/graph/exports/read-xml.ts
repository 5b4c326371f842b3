/** An element as it stands in a file. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/u.source;
const MARKUP = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, "uy");
const TEXT = /[^<]+/uy;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) throw new Error("no character of XML 1.0");
  return text.replace(/&([^;]*);?/gu, (whole, name: string) => {
    const code = /^#(\d+)$/u.exec(name)?.[1];
    const char = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (char === undefined || !whole.endsWith(";")) throw new Error(`no entity: ${whole}`);
    return char;
  });
}

/** Reads XML as strictly as its rules are, of what our exports use; throws where it is not well-formed. */
export function readXml(xml: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error("no declaration");
  const document: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  for (let at = declaration.length; at < xml.length; ) {
    const inside = open.at(-1) ?? document;
    TEXT.lastIndex = MARKUP.lastIndex = at;
    const text = TEXT.exec(xml)?.[0];
    if (text !== undefined) {
      inside.text += decode(text);
      at = TEXT.lastIndex;
      continue;
    }
    const [, closing, name = "", inner = "", empty] = MARKUP.exec(xml) ?? [];
    if (name === "") throw new Error(`no markup: ${xml.slice(at, at + 60)}`);
    at = MARKUP.lastIndex;
    if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = "", value = ""] of inner.matchAll(/([^\s=]+)="([^"]*)"/gu)) {
      if (key in attributes) throw new Error(`${key} twice in <${name}>`);
      attributes[key] = decode(value);
    }
    const element = { name, attributes, children: [], text: "" };
    inside.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [root] = document.children;
  if (open.length !== 1 || root === undefined || document.children.length !== 1 || document.text.trim() !== "") {
    throw new Error("not one whole element");
  }
  return root;
}

/** The elements of a name directly inside; `within` follows a path of names. */
export const within = (element: Element, ...path: readonly string[]): Element[] =>
  path.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
