import type { NativeContext } from '../library.ts';
import { decodeEntities } from './string-codecs.ts';
import { XmlNode, enter } from './xml-node.ts';

const nameShape = /[^\s<>/=&"']+/y;
const attributeShape = /\s+([^\s<>/=&"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const deepest = 200;

class XmlReader {
  readonly context: NativeContext;
  readonly text: string;
  at = 0;

  constructor(context: NativeContext, text: string) {
    this.context = context;
    this.text = text;
  }

  fail(what: string): never {
    const before = this.text.slice(0, this.at).split('\n');
    const place = `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
    return this.context.fail('RunTimeException', `parseXML: ${what} at ${place}.`);
  }

  match(shape: RegExp): RegExpExecArray | null {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** Passes over what ends with `end`, and gives what stood before it. */
  through(end: string): string {
    const at = this.text.indexOf(end, this.at);
    if (at < 0) return this.fail(`Expected "${end}"`);
    const inside = this.text.slice(this.at, at);
    this.at = at + end.length;
    return inside;
  }

  begins(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Blanks, comments, processing instructions and a document type. */
  skip(): void {
    for (;;) {
      this.match(/\s*/y);
      if (this.begins('<!--')) this.through('-->');
      else if (this.begins('<?')) this.through('?>');
      else if (this.begins('<!DOCTYPE')) this.through('>');
      else return;
    }
  }
}

/** The root element of an XML text; what is no XML is an exception of the script. */
export function parseXml(context: NativeContext, text: string): XmlNode {
  context.text(text.length);
  context.work(text.length);
  const reader = new XmlReader(context, text);
  reader.skip();
  if (!reader.begins('<')) reader.fail('Expected an element');
  const root = readElement(reader, 0);
  reader.skip();
  if (reader.at < text.length) reader.fail('The document should end');
  return root;
}

function readElement(reader: XmlReader, depth: number): XmlNode {
  if (depth > deepest) reader.fail(`More than ${String(deepest)} levels`);
  enter(reader.context, depth);
  const name = reader.match(nameShape)?.[0] ?? reader.fail('Expected the name of an element');
  const node = new XmlNode(name);
  for (let found = reader.match(attributeShape); found !== null; found = reader.match(attributeShape)) {
    node.attributes.set(found[1] ?? '', decodeEntities(reader.context, found[2] ?? found[3] ?? ''));
  }
  reader.match(/\s*/y);
  if (reader.begins('/>')) return node;
  if (!reader.begins('>')) reader.fail(`Expected ">" after <${name}`);
  readContent(reader, node, depth);
  return node;
}

function readContent(reader: XmlReader, node: XmlNode, depth: number): void {
  const text: string[] = [];
  for (;;) {
    const plain = reader.match(/[^<]*/y)?.[0] ?? '';
    if (plain !== '') text.push(decodeEntities(reader.context, plain));
    if (reader.begins('</')) {
      const name = reader.match(nameShape)?.[0] ?? '';
      if (name !== node.name) reader.fail(`</${name}> does not close <${node.name}>`);
      reader.match(/\s*/y);
      if (!reader.begins('>')) reader.fail('Expected ">"');
      break;
    }
    if (reader.begins('<!--')) reader.through('-->');
    else if (reader.begins('<![CDATA[')) text.push(reader.through(']]>'));
    else if (reader.begins('<?')) reader.through('?>');
    else if (reader.begins('<')) node.children.push(readElement(reader, depth + 1));
    else reader.fail(`<${node.name}> is not closed`);
  }
  const whole = text.join('');
  // Blanks between elements are layout, not text.
  node.text = node.children.length > 0 ? whole.trim() : whole;
}
