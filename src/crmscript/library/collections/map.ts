import type { LibraryPart } from '../parts.ts';
import type { Measured, NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import type { Parts, Unfolding } from '../../run/shown-values.ts';
import { detached } from '../../run/detach.ts';
import { writeJson, writeString } from '../json/json-text.ts';
import { parseFloatText } from '../numbers/parse-number.ts';
import { sortTexts } from './sort-texts.ts';
import { linesOf, TextBuilder } from '../text/text-builder.ts';
import { chargeText } from '../text/text.ts';
import { readJson } from '../json/value-json.ts';

/** To find or put a pair. */
const workOfKey = 512;

/** Ordered text to text: always sorted by key (crm §10.5). The keys are sorted when the order is first asked for. */
export class MapValue implements Measured, Unfolding {
  readonly entries = new Map<string, string>();
  /** Index of the iterator in the sorted keys. */
  at = 0;
  #sorted: string[] | undefined;

  /** For those who look on. */
  keys(): readonly string[] {
    return this.#sorted ?? [...this.entries.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  /** The same, kept; putting them in order is paid for. */
  sortedKeys(context: NativeContext): readonly string[] {
    if (this.#sorted !== undefined) return this.#sorted;
    const keys = [...this.entries.keys()];
    context.work(workOfKey * keys.length);
    sortTexts(context, keys);
    this.#sorted = keys;
    return keys;
  }

  set(key: string, value: string): void {
    if (!this.entries.has(key)) this.#sorted = undefined;
    this.entries.set(key, value);
  }

  /** As `set`, for a key that is there: the order stays. */
  replace(key: string, value: string): void {
    this.entries.set(key, value);
  }

  /** The iterator stays at the pair where it is; at the next one if that is removed. */
  remove(context: NativeContext, key: string): void {
    if (!this.entries.has(key)) return;
    if (this.at > 0) this.sortedKeys(context);
    if (this.#sorted !== undefined) {
      const place = placeOf(this.#sorted, key);
      this.#sorted.splice(place, 1);
      if (place < this.at) this.at -= 1;
    }
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
    this.#sorted = undefined;
    this.at = 0;
  }

  parts(): Parts {
    const named = this.keys().map((key) => [key, this.entries.get(key)] as const);
    return { type: 'Map', text: `${String(named.length)} pairs`, named };
  }

  measure(visit: <T>(value: T) => T): number {
    let keys = 0;
    for (const [key, value] of this.entries) {
      keys += key.length;
      this.entries.set(key, visit(value));
    }
    return 64 + 80 * this.entries.size + 2 * keys;
  }
}

/** Where a text stands in a sorted list that has it. */
function placeOf(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function insert(context: NativeContext, map: MapValue, key: string, value: string): MapValue {
  if (!map.entries.has(key)) context.charge(96 + 2 * Math.min(key.length, 1024));
  map.set(key, value);
  map.at = 0;
  return map;
}

/** Lines of `key = value`; a line that begins with a blank goes on with the value before (crm §10.5). */
function parseLines(context: NativeContext, text: string): MapValue {
  const map = new MapValue();
  chargeText(context, text.length);
  let last = '';
  for (const line of linesOf(text)) {
    const at = line.indexOf('=');
    context.work(4 * workOfKey);
    if (last !== '' && /^\s/.test(line)) {
      const before = map.entries.get(last) ?? '';
      context.join(before.length, line.length);
      map.set(last, `${before}\n${detached(line, text.length)}`);
    } else if (at >= 0) {
      last = detached(line.slice(0, at).trim(), text.length);
      const value = line.slice(at + 1).replace(/^[ \t]+/, '');
      insert(context, map, last, detached(value, text.length));
    }
  }
  map.at = 0;
  return map;
}

function increase(context: NativeContext, map: MapValue, key: string, add: number, decimals: number): null {
  const old = map.entries.get(key);
  context.work(workOfKey + 8 * (old?.length ?? 0));
  const number = Number(old ?? 0);
  const value = (Number.isNaN(number) ? (parseFloatText(old ?? '') ?? 0) : number) + add;
  const text = decimals > 0 ? value.toFixed(decimals) : String(Math.trunc(value));
  if (old === undefined) insert(context, map, key, text);
  else map.replace(key, text);
  return null;
}

function fromJson(context: NativeContext, map: MapValue, text: string): null {
  const value = readJson(context, text, 'Map.fromJson');
  if (value.kind !== 'object')
    return context.fail('RunTimeException', 'Map.fromJson: the text is no JSON object.');
  for (const [key, member] of value.members) {
    context.work(workOfKey);
    insert(context, map, key, member.kind === 'string' ? member.text : writeJson(member));
  }
  return null;
}

function toJson(context: NativeContext, map: MapValue): string {
  const made = new TextBuilder();
  let length = 2;
  for (const key of map.sortedKeys(context)) {
    const part = `${writeString(key)}:${writeString(map.entries.get(key) ?? '')}`;
    context.work(workOfKey + 8 * part.length);
    if (length > 2) made.add(',');
    made.add(part);
    length += part.length + 1;
  }
  chargeText(context, length);
  return `{${made.text()}}`;
}

const methods: readonly NativeFunction[] = [
  { signature: 'Map insert(String key, String value)', run: insert },
  {
    signature: 'Bool exists(String key)',
    run: (_context, self: MapValue, key: string) => self.entries.has(key),
  },
  { signature: 'Integer size()', blind: true, run: (_context, self: MapValue) => self.entries.size },
  {
    signature: 'String get(String key)',
    run: (_context, self: MapValue, key: string) => self.entries.get(key) ?? null,
  },
  {
    signature: 'String getWithFallback(String key, String fallback)',
    run: (_context, self: MapValue, key: string, fallback: string) => self.entries.get(key) ?? fallback,
  },
  { signature: 'String getKey()', run: (context, self: MapValue) => self.sortedKeys(context)[self.at] ?? '' },
  {
    signature: 'String getVal()',
    run: (context, self: MapValue) => {
      const key = self.sortedKeys(context)[self.at];
      return key === undefined ? '' : (self.entries.get(key) ?? '');
    },
  },
  {
    signature: 'Void increaseValueForKey(String key, Integer value)',
    run: (context, self: MapValue, key: string, add: number) => increase(context, self, key, add, 0),
  },
  {
    signature: 'Void increaseValueForKey(String key, Float value)',
    run: (context, self: MapValue, key: string, add: number) => increase(context, self, key, add, 6),
  },
  {
    signature: 'Void remove(String key)',
    run: (context, self: MapValue, key: string) => {
      context.work(self.entries.size >> 4);
      self.remove(context, key);
    },
  },
  {
    signature: 'Void clear()',
    run: (_context, self: MapValue) => {
      self.clear();
    },
  },
  { signature: 'Bool eof()', run: (_context, self: MapValue) => self.at >= self.entries.size },
  {
    signature: 'Bool first()',
    run: (_context, self: MapValue) => {
      self.at = 0;
      return self.entries.size > 0;
    },
  },
  {
    signature: 'Bool next()',
    run: (_context, self: MapValue) => {
      self.at = Math.min(self.at + 1, self.entries.size);
      return self.at < self.entries.size;
    },
  },
  { signature: 'String toJson()', run: toJson },
  { signature: 'Void fromJson(String json)', run: fromJson },
];

const mapClass: NativeClass = {
  name: 'Map',
  make: (context) => {
    context.charge(64);
    return new MapValue();
  },
  text: (map: MapValue) =>
    `{${map
      .keys()
      .slice(0, 50)
      .map((key) => `${key}: ${map.entries.get(key) ?? ''}`)
      .join(', ')}}`,
  constructors: [
    { signature: 'Map()', run: () => new MapValue() },
    { signature: 'Map(String value)', run: parseLines },
  ],
  methods,
};

export const mapPart: LibraryPart = {
  classes: [mapClass],
  functions: [
    {
      signature: 'Map mapValue(String value)',
      run: (context, value: string) => insert(context, new MapValue(), 'value', value),
    },
  ],
};
