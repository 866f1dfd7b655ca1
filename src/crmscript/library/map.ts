import type { LibraryPart, Measured, NativeClass, NativeContext, NativeFunction } from '../library.ts';
import { detached } from '../runtime/detach.ts';
import { JsonError, parseJson, writeJson, writeString, type JsonValue } from './json-text.ts';
import { parseFloatText } from './parse-number.ts';
import { chargeText } from './text.ts';

/** Ordered text to text: always sorted by key (crm §10.5). The keys are sorted when the order is first asked for. */
export class MapValue implements Measured {
  readonly entries = new Map<string, string>();
  /** Index of the iterator in the sorted keys. */
  at = 0;
  #sorted: string[] | undefined;

  keys(): readonly string[] {
    this.#sorted ??= [...this.entries.keys()].sort((a, b) => (a < b ? -1 : 1));
    return this.#sorted;
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
  remove(key: string): void {
    if (!this.entries.has(key)) return;
    if (this.at > 0) this.keys();
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
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
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
  const number = Number(old ?? 0);
  const value = (Number.isNaN(number) ? (parseFloatText(old ?? '') ?? 0) : number) + add;
  const text = decimals > 0 ? value.toFixed(decimals) : String(Math.trunc(value));
  if (old === undefined) insert(context, map, key, text);
  else map.replace(key, text);
  return null;
}

function fromJson(context: NativeContext, map: MapValue, text: string): null {
  chargeText(context, text.length);
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return context.fail('RunTimeException', `Map.fromJson: ${error.message}`);
    throw error;
  }
  if (value.kind !== 'object')
    return context.fail('RunTimeException', 'Map.fromJson: the text is no JSON object.');
  for (const [key, member] of value.members) {
    insert(context, map, key, member.kind === 'string' ? member.text : writeJson(member));
  }
  return null;
}

function toJson(context: NativeContext, map: MapValue): string {
  const parts = map.keys().map((key) => `${writeString(key)}:${writeString(map.entries.get(key) ?? '')}`);
  chargeText(
    context,
    parts.reduce((sum, part) => sum + part.length + 1, 2),
  );
  return `{${parts.join(',')}}`;
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
  { signature: 'String getKey()', run: (context, self: MapValue) => sorted(context, self)[self.at] ?? '' },
  {
    signature: 'String getVal()',
    run: (context, self: MapValue) => {
      const key = sorted(context, self)[self.at];
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
      self.remove(key);
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

/** Sorting again after each insert would be quadratic time that nobody pays for, so it is charged. */
function sorted(context: NativeContext, map: MapValue): readonly string[] {
  context.work(map.entries.size >> 4);
  return map.keys();
}

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
