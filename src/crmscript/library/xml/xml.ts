import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { writeJson } from '../json/json-text.ts';
import { parseXml } from './parse-xml.ts';
import { encodeEntities } from '../text/string-codecs.ts';
import { chargeWritten } from '../text/text.ts';
import { enter, jsonOf, XmlNode } from './xml-node.ts';

/** Scalars are their text; objects and arrays compact JSON (crm Q32). */
function valueOf(context: NativeContext, node: XmlNode): string {
  const type = node.attributes.get('type');
  if (type !== 'object' && type !== 'array') return node.text;
  const text = writeJson(jsonOf(context, node));
  return chargeWritten(context, text);
}

function writeXml(context: NativeContext, node: XmlNode, indent: number, depth: number): string {
  enter(context, depth);
  const line = indent > 0 && depth > 0 ? `\n${' '.repeat(Math.min(indent, 20) * depth)}` : '';
  const attributes = [...node.attributes]
    .map(([name, value]) => ` ${name}="${encodeEntities(context, value)}"`)
    .join('');
  const name = node.name === '' ? 'node' : node.name;
  if (node.children.length === 0 && node.text === '') return `${line}<${name}${attributes}/>`;
  const children = node.children.map((child) => writeXml(context, child, indent, depth + 1)).join('');
  const end = node.children.length > 0 && indent > 0 ? `\n${' '.repeat(Math.min(indent, 20) * depth)}` : '';
  const text = `${line}<${name}${attributes}>${encodeEntities(context, node.text)}${children}${end}</${name}>`;
  return chargeWritten(context, text);
}

function isMarkup(context: NativeContext, text: string): boolean {
  context.work(16 * text.length);
  return text.trimStart().startsWith('<');
}

const methods: readonly NativeFunction[] = [
  {
    signature: 'String toString(Integer indent)',
    run: (context, self: XmlNode, indent: number) => writeXml(context, self, indent, 0),
  },
  {
    signature: 'String toJSON(Integer indent)',
    run: (context, self: XmlNode, indent: number) => {
      const text = writeJson(jsonOf(context, self), Math.max(0, Math.min(indent, 20)));
      return chargeWritten(context, text);
    },
  },
  {
    signature: 'Void addChild(XMLNode node)',
    run: (context, self: XmlNode, child: XmlNode) => {
      context.charge(8);
      self.children.push(child);
    },
  },
  {
    signature: 'XMLNode[] getChildren()',
    run: (context, self: XmlNode) => {
      context.charge(16 + 8 * self.children.length);
      return [...self.children];
    },
  },
  {
    signature: 'Void setChildren(XMLNode[] children)',
    run: (context, self: XmlNode, children: XmlNode[]) => {
      context.charge(16 + 8 * children.length);
      self.children = [...children];
    },
  },
  { signature: 'String getName()', run: (_context, self: XmlNode) => self.name },
  {
    signature: 'Void setName(String name)',
    run: (_context, self: XmlNode, name: string) => {
      self.name = name;
    },
  },
  {
    signature: 'String getParameter(String name)',
    run: (_context, self: XmlNode, name: string) => self.attributes.get(name) ?? null,
  },
  {
    signature: 'Void setParameter(String name, String value)',
    run: (context, self: XmlNode, name: string, value: string) => {
      context.charge(48);
      self.attributes.set(name, value);
    },
  },
  { signature: 'String getText()', run: (_context, self: XmlNode) => self.text },
  {
    signature: 'Void setText(String text)',
    run: (_context, self: XmlNode, text: string) => {
      self.text = text;
    },
  },
  {
    signature: 'String getValueFromPath(String path)',
    run: (context, self: XmlNode, path: string) => {
      const node = self.find(context, path);
      return node === undefined ? null : valueOf(context, node);
    },
  },
  {
    signature: 'XMLNode getNodeFromPath(String path)',
    run: (context, self: XmlNode, path: string) => self.find(context, path) ?? new XmlNode(),
  },
];

const xmlNodeClass: NativeClass = {
  name: 'XMLNode',
  make: (context) => {
    context.charge(96);
    return new XmlNode();
  },
  text: (node: XmlNode) => `<${node.name}> ${node.text} (${String(node.children.length)} children)`,
  constructors: [
    { signature: 'XMLNode()', run: () => new XmlNode() },
    { signature: 'XMLNode(XMLNode value)', run: (context, node: XmlNode) => node.copy(context) },
    {
      signature: 'XMLNode(String value)',
      run: (context, text: string) => (isMarkup(context, text) ? parseXml(context, text) : new XmlNode(text)),
    },
  ],
  methods,
};

export const xmlPart: LibraryPart = {
  classes: [xmlNodeClass],
  functions: [{ signature: 'XMLNode parseXML(String xmlDocument)', run: parseXml }],
};
