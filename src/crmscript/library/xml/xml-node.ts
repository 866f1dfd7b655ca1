import type { Measured, NativeContext } from '../../analysis/types/native.ts';
import type { Parts, Unfolding } from '../../run/shown-values.ts';
import type { JsonValue } from '../json/json-text.ts';

/** An element with the tables that it has from the start. */
const nodeSize = 320;

/** An element of XML or JSON: a name, attributes, a text and children (crm §10.7). */
export class XmlNode implements Measured, Unfolding {
  name: string;
  text: string;
  readonly attributes = new Map<string, string>();
  children: XmlNode[] = [];

  constructor(name = '', text = '') {
    this.name = name;
    this.text = text;
  }

  parts(): Parts {
    const attributes = [...this.attributes].map(([name, value]) => [`@${name}`, value] as const);
    const named = this.text === '' ? attributes : [['text', this.text] as const, ...attributes];
    const text = `<${this.name}> ${this.text} (${String(this.children.length)} children)`;
    return { type: 'XMLNode', text, named, indexed: this.children };
  }

  measure(visit: <T>(value: T) => T): number {
    this.text = visit(this.text);
    visit(this.children);
    let names = this.name.length;
    for (const [name, value] of this.attributes) {
      names += name.length;
      this.attributes.set(name, visit(value));
    }
    return nodeSize + 2 * names + 48 * this.attributes.size;
  }

  copy(context: NativeContext, depth = 0): XmlNode {
    enter(context, depth);
    const node = new XmlNode(this.name, this.text);
    for (const [name, value] of this.attributes) node.attributes.set(name, value);
    node.children = this.children.map((child) => child.copy(context, depth + 1));
    return node;
  }

  /** The child with a name, or else the one at an index. */
  step(name: string): XmlNode | undefined {
    const named = this.children.find((child) => child.name === name);
    if (named !== undefined || !/^\d{1,9}$/.test(name)) return named;
    return this.children[Number(name)];
  }

  find(context: NativeContext, path: string): XmlNode | undefined {
    if (path === '') return this;
    context.charge(16 + 8 * path.length);
    context.work(64 * path.length + workOfChild * this.children.length);
    let node: XmlNode | undefined = this.step(
      path.slice(0, path.indexOf('.') < 0 ? undefined : path.indexOf('.')),
    );
    for (const name of path.split('.').slice(1)) {
      context.work(workOfChild * (node?.children.length ?? 0));
      node = node?.step(name);
    }
    return node;
  }
}

/** To see whether a child has a name. */
const workOfChild = 32;

const deepest = 200;

/** Each node that is visited is paid for: nodes may share children, so a small graph can be a huge tree. */
export function enter(context: NativeContext, depth: number): void {
  context.spend(1);
  context.charge(nodeSize);
  if (depth > deepest) {
    context.fail(
      'RunTimeException',
      `The XMLNode is nested deeper than ${String(deepest)} levels, or contains itself.`,
    );
  }
}

/** JSON as nodes: members by name, items called `item`, the kind of value in the attribute `type`. */
export function nodeOf(
  context: NativeContext,
  name: string,
  json: JsonValue,
  emptyArray: () => XmlNode | undefined,
): XmlNode {
  enter(context, 0);
  const node = new XmlNode(name);
  node.attributes.set('type', json.kind);
  switch (json.kind) {
    case 'null':
      node.text = 'null';
      break;
    case 'bool':
      node.text = String(json.value);
      break;
    case 'number':
    case 'string':
      node.text = json.text;
      break;
    case 'object':
      node.children = json.members.map(([member, value]) => nodeOf(context, member, value, emptyArray));
      break;
    case 'array': {
      node.children = json.items.map((item) => nodeOf(context, 'item', item, emptyArray));
      const extra = json.items.length === 0 ? emptyArray() : undefined;
      if (extra !== undefined) node.children.push(extra);
    }
  }
  return node;
}

/** Nodes as JSON, by their attribute `type`; without it children make an object, and a text is a string. */
export function jsonOf(context: NativeContext, node: XmlNode, depth = 0): JsonValue {
  enter(context, depth);
  const items = (): JsonValue[] =>
    node.children.filter((child) => !isPhantom(child)).map((child) => jsonOf(context, child, depth + 1));
  switch (node.attributes.get('type')) {
    case 'array':
      return { kind: 'array', items: items() };
    case 'number':
      return { kind: 'number', text: node.text === '' ? '0' : node.text };
    case 'bool':
      return { kind: 'bool', value: node.text === 'true' };
    case 'null':
      return { kind: 'null' };
    case 'string':
      return { kind: 'string', text: node.text };
    case undefined:
      if (node.children.length === 0) return { kind: 'string', text: node.text };
  }
  return {
    kind: 'object',
    members: node.children.map((child): [string, JsonValue] => [
      child.name,
      jsonOf(context, child, depth + 1),
    ]),
  };
}

/** The child that `parseJSON` gives an empty array by mistake (crm Q30) is none when it is written again. */
const phantoms = new WeakSet<XmlNode>();
export function phantom(): XmlNode {
  const node = new XmlNode('item');
  phantoms.add(node);
  return node;
}
const isPhantom = (node: XmlNode): boolean => phantoms.has(node);
