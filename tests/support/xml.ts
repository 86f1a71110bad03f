/** An element of a document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads an XML document without declarations, comments and CDATA.
 *
 * @throws Error where it is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [piece, close, name, attributes, empty] of text.matchAll(PIECE)) {
    const inside = open[open.length - 1];
    if (!piece.startsWith('<')) inside.children.push(plain(piece));
    else if (name === undefined) throw new Error(`not a tag: ${piece.slice(0, 40)}`);
    else if (close) {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (open.length > 1) throw new Error(`<${open[open.length - 1].name}> is not closed`);
  if (elements.length !== 1 || typeof elements[0] === 'string') throw new Error('expected one element');
  return elements[0];
}

/** A tag with its parts, a `<` that begins none, or text. */
const PIECE = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<[^>]*|[^<]+/g;

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, key, value]) => [key, plain(value)] as const,
  );
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw new Error(`twice the same attribute: ${text}`);
  return Object.fromEntries(pairs);
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('a control character');
  return text.replace(/&(\w*);?/g, (entity, name) => {
    if (!entity.endsWith(';') || !(name in ENTITIES)) throw new Error(`not an entity: ${entity}`);
    return ENTITIES[name];
  });
}

/** All elements within one, itself first, in the order of the document. */
export function elementsIn(element: XmlElement): XmlElement[] {
  const inner = element.children.filter((child) => typeof child !== 'string');
  return [element, ...inner.flatMap(elementsIn)];
}

/** The text of an element and of those within it. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
