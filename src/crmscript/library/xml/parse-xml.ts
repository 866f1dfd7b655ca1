import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { NativeContext } from '../../analysis/types/native.ts';
import { detached } from '../../run/detach.ts';
import { entityNames } from '../text/entities.ts';
import { enter, XmlNode } from './xml-node.ts';

const entities = Object.fromEntries(entityNames);

/** To make a parser that knows them, and then to look at each character by itself. */
const workOfParser = 16_384;
const workOfCharacter = 128;

/** The root element of an XML text; what is no XML is an exception of the script. */
export function parseXml(context: NativeContext, text: string): XmlNode {
  context.text(text.length);
  context.work(workOfParser + workOfCharacter * text.length);
  const own = (part: string): string => detached(part, text.length);
  const document = new XmlNode();
  const open = [document];
  const parser = new SaxesParser({ position: true, xmlns: false });
  Object.assign(parser.ENTITIES, entities);
  const add = (value: string): void => {
    const node = open.at(-1);
    // Outside the root element there is only layout.
    if (node !== undefined && node !== document) node.text += own(value);
  };
  parser.on('opentag', (tag) => {
    enter(context, open.length);
    const node = nodeOf(context, tag, own);
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    const node = open.pop();
    // Blanks between elements are layout, not text.
    if (node !== undefined && node.children.length > 0) node.text = node.text.trim();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    const at = `line ${String(parser.line)}, column ${String(parser.column)}`;
    const what = error.message.replace(/^[\d:]+\s*/, '').replace(/\.$/, '');
    context.fail('RunTimeException', `parseXML: ${what} at ${at}.`);
  });
  parser.write(text.trim()).close();
  return document.children[0] ?? context.fail('RunTimeException', 'parseXML: there is no element.');
}

function nodeOf(context: NativeContext, tag: SaxesTagPlain, own: (part: string) => string): XmlNode {
  const node = new XmlNode(own(tag.name));
  for (const [name, value] of Object.entries(tag.attributes)) {
    context.charge(128);
    node.attributes.set(own(name), own(value));
  }
  return node;
}
