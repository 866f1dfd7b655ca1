import { methodOf } from '../../analysis/types/symbols.ts';
import type { Type } from '../../analysis/types/types.ts';
import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { compareDates, workOfOrder } from '../dates/calendar.ts';
import { writeJson, type JsonValue } from '../json/json-text.ts';
import type { JsonBuilderValue } from '../json/json-builder.ts';
import { mergeSort, type IsAfter } from './merge-sort.ts';
import { sortTexts } from './sort-texts.ts';
import { chargeText, chargeWritten } from '../text/text.ts';
import { fromJsonValue, itemsOf, readJson, toJsonValue } from '../json/value-json.ts';
import { valueText } from '../value-text.ts';
import { jsonOf, type XmlNode } from '../xml/xml-node.ts';

/** The documentation calls it an out-of-range exception (fundamentals/arrays). */
const empty = (context: NativeContext, what: string): never =>
  context.fail('RunTimeException', `${what}: out-of-range, the array is empty.`);

function insert(context: NativeContext, self: unknown[], index: number, value: unknown): void {
  if (index < 0 || index > self.length) {
    context.fail(
      'RunTimeException',
      `insert: index ${String(index)} is out of range, the array has ${String(self.length)} elements.`,
    );
  }
  context.charge(8);
  context.work(self.length - index);
  self.splice(index, 0, value);
}

const isAbove = (a: number | bigint, b: number | bigint): boolean => a > b;

/** How elements of a type but String are ordered; objects have no order and stay as they are (crm §10.3). */
function orderOf(type: Type): IsAfter | undefined {
  switch (type.name) {
    case 'Integer':
    case 'Float':
    case 'Byte':
      return (_context, a, b) => isAbove((a as number | null) ?? 0, (b as number | null) ?? 0);
    case 'Long':
      return (_context, a, b) => isAbove((a as bigint | null) ?? 0n, (b as bigint | null) ?? 0n);
    case 'Bool':
      return (_context, a, b) => isAbove(Number(a), Number(b));
    case 'Date':
    case 'Time':
    case 'DateTime':
      return (context, a, b) => {
        context.work(workOfOrder);
        return compareDates(a, b) > 0;
      };
  }
  return type.kind === 'struct' ? structOrder(type) : undefined;
}

/** The hook `Bool compare(Same other)` is true when this one must come after the other (crm §5.6). */
function structOrder(type: Extract<Type, { kind: 'struct' }>): IsAfter | undefined {
  const hook = methodOf(type, 'compare', [type]);
  if (hook?.returns.name !== 'Bool') return undefined;
  return (context, a, b) => context.invoke(hook, a, [b]) === true;
}

function sort(context: NativeContext, self: unknown[], order: IsAfter | undefined): void {
  if (order === undefined) return;
  const sorted = mergeSort(context, self, order);
  // A hook may have changed the array meanwhile; what was sorted is what counts.
  self.length = 0;
  for (const value of sorted) self.push(value);
}

function buildString(
  context: NativeContext,
  self: readonly unknown[],
  type: Type,
  separator: string,
): string {
  const parts: string[] = [];
  context.charge(16 + 8 * self.length);
  context.hold(parts, () => {
    for (const value of self) parts.push(valueText(context, value, type));
  });
  chargeText(
    context,
    parts.reduce((sum, part) => sum + part.length + separator.length, 0),
  );
  return parts.join(separator);
}

const jsonOfItems = (context: NativeContext, self: unknown[], type: Type) => ({
  kind: 'array' as const,
  items: self.map((value) => toJsonValue(context, value, type)),
});

function toJsonString(context: NativeContext, self: unknown[], type: Type): string {
  const text = writeJson(jsonOfItems(context, self, type));
  return chargeWritten(context, text);
}

/** Methods of every `T[]` (crm §10.3). */
export const arrayMethods: readonly NativeFunction[] = [
  { signature: 'Integer length()', blind: true, run: (_context, self: unknown[]) => self.length },
  {
    signature: 'Void pushBack(T value)',
    blind: true,
    raw: true,
    run: (context, self: unknown[], value: unknown) => {
      context.charge(8);
      self.push(value);
    },
  },
  {
    signature: 'Void pushBack()',
    bind: (type) => (context, self: unknown[]) => {
      context.charge(8);
      self.push(context.defaultOf(type));
    },
  },
  {
    signature: 'Void pushFront(T value)',
    blind: true,
    raw: true,
    run: (context, self: unknown[], value: unknown) => {
      insert(context, self, 0, value);
    },
  },
  {
    signature: 'Void pushFront()',
    bind: (type) => (context, self: unknown[]) => {
      insert(context, self, 0, context.defaultOf(type));
    },
  },
  {
    signature: 'T popBack()',
    run: (context, self: unknown[]) => (self.length === 0 ? empty(context, 'popBack') : self.pop()),
  },
  {
    signature: 'T popFront()',
    run: (context, self: unknown[]) => {
      context.work(self.length);
      return self.length === 0 ? empty(context, 'popFront') : self.shift();
    },
  },
  {
    signature: 'T first()',
    run: (context, self: unknown[]) => (self.length === 0 ? empty(context, 'first') : self[0]),
  },
  {
    signature: 'T last()',
    run: (context, self: unknown[]) => (self.length === 0 ? empty(context, 'last') : self.at(-1)),
  },
  {
    signature: 'Void insert(Integer index, T value)',
    blind: true,
    raw: true,
    run: (context, self: unknown[], index: number | null, value: unknown) => {
      insert(context, self, index ?? 0, value);
    },
  },
  {
    signature: 'Void clear()',
    run: (_context, self: unknown[]) => {
      self.length = 0;
    },
  },
  {
    signature: 'Void sort()',
    nests: true,
    bind: (type) => {
      if (type.name === 'String') return sortTexts;
      const order = orderOf(type);
      return (context, self: unknown[]) => {
        sort(context, self, order);
      };
    },
  },
  {
    signature: 'String buildString(String delimiter)',
    nests: true,
    bind: (type) => (context, self: unknown[], separator: string) =>
      buildString(context, self, type, separator),
  },
  {
    signature: 'String toJsonString()',
    bind: (type) => (context, self: unknown[]) => toJsonString(context, self, type),
  },
  {
    signature: 'Void fromJsonString(String json)',
    bind: (type) => (context, self: unknown[], text: string) => {
      const json = readJson(context, text, 'fromJsonString');
      if (json.kind !== 'array') context.fail('RunTimeException', 'fromJsonString: the JSON is no array.');
      append(context, self, itemsOf(json), type);
    },
  },
  {
    signature: 'Void toJson(JSONBuilder builder)',
    bind: (type) => (context, self: unknown[], builder: JsonBuilderValue) => {
      builder.merge(context, jsonOfItems(context, self, type));
    },
  },
  {
    signature: 'Void fromXMLNode(XMLNode node)',
    bind: (type) => (context, self: unknown[], node: XmlNode) => {
      append(context, self, itemsOf(jsonOf(context, node)), type);
    },
  },
];

function append(context: NativeContext, self: unknown[], items: readonly JsonValue[], type: Type): void {
  context.charge(8 * items.length);
  for (const item of items) self.push(fromJsonValue(context, item, type, undefined));
}
