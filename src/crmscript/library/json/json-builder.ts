import type { Measured, NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { numberJson, writeJson, type JsonValue } from './json-text.ts';
import { chargeText } from '../text/text.ts';

type Level =
  | { readonly kind: 'object'; readonly members: [string, JsonValue][] }
  | { readonly kind: 'array'; readonly items: JsonValue[] };

type Compound = Extract<JsonValue, { kind: 'object' | 'array' }>;

const emptyLevel = (kind: Level['kind']): Level =>
  kind === 'object' ? { kind, members: [] } : { kind, items: [] };

const deepest = 200;

/** JSON that grows from the outside in; what is open is closed when it is read (crm §10.7). */
export class JsonBuilderValue implements Measured {
  #root: Level | undefined;
  readonly #open: Level[] = [];
  #bytes = 64;
  indent = 0;

  add(context: NativeContext, key: string, value: JsonValue): void {
    const size = 80 + 2 * (key.length + ('text' in value ? value.text.length : 8));
    context.charge(size);
    this.#bytes += size;
    const level = this.#open.at(-1) ?? this.#begin(emptyLevel('object'));
    if (level.kind === 'object') level.members.push([key, value]);
    else level.items.push(value);
  }

  /** What `toJson` of a struct or an array gives: its parts, where a level of its kind is open, else the whole of it. */
  merge(context: NativeContext, value: Compound): void {
    const open = this.#open.at(-1) ?? this.#begin(emptyLevel(value.kind));
    if (value.kind === 'object' && open.kind === 'object') {
      for (const [key, member] of value.members) this.add(context, key, member);
    } else if (value.kind === 'array' && open.kind === 'array') {
      for (const item of value.items) this.add(context, '', item);
    } else this.add(context, '', value);
  }

  push(context: NativeContext, key: string, level: Level): void {
    if (this.#open.length >= deepest) {
      context.fail('RunTimeException', `JSONBuilder: more than ${String(deepest)} levels are open.`);
    }
    if (this.#root === undefined) {
      this.#begin(level);
      return;
    }
    this.add(context, key, level);
    this.#open.push(level);
  }

  #begin(level: Level): Level {
    this.#root ??= level;
    this.#open.push(this.#root);
    return this.#root;
  }

  pop(): void {
    this.#open.pop();
  }

  finish(): void {
    this.#open.length = 0;
  }

  text(context: NativeContext): string {
    if (this.#root === undefined) return '';
    context.work(8 * this.#bytes);
    const text = writeJson(this.#root, this.indent);
    chargeText(context, text.length);
    return text;
  }

  measure(): number {
    return this.#bytes;
  }
}

const methods: readonly NativeFunction[] = [
  {
    signature: 'Void pushObject(String object)',
    run: (context, self: JsonBuilderValue, key: string) => {
      self.push(context, key, emptyLevel('object'));
    },
  },
  {
    signature: 'Void pushArray(String array)',
    run: (context, self: JsonBuilderValue, key: string) => {
      self.push(context, key, emptyLevel('array'));
    },
  },
  {
    signature: 'Void popLevel()',
    run: (_context, self: JsonBuilderValue) => {
      self.pop();
    },
  },
  {
    signature: 'Void finalize()',
    run: (_context, self: JsonBuilderValue) => {
      self.finish();
    },
  },
  {
    signature: 'Void addString(String key, String value)',
    run: (context, self: JsonBuilderValue, key: string, text: string) => {
      self.add(context, key, { kind: 'string', text });
    },
  },
  {
    signature: 'Void addInteger(String key, Integer value)',
    run: (context, self: JsonBuilderValue, key: string, value: number) => {
      self.add(context, key, { kind: 'number', text: String(value) });
    },
  },
  {
    signature: 'Void addFloat(String key, Float value)',
    run: (context, self: JsonBuilderValue, key: string, value: number) => {
      self.add(context, key, numberJson(value));
    },
  },
  {
    signature: 'Void addBoolean(String key, Bool value)',
    run: (context, self: JsonBuilderValue, key: string, value: boolean) => {
      self.add(context, key, { kind: 'bool', value });
    },
  },
  { signature: 'String getString()', run: (context, self: JsonBuilderValue) => self.text(context) },
  {
    signature: 'Void setPrettyPrint(Integer indent)',
    run: (_context, self: JsonBuilderValue, indent: number) => {
      self.indent = Math.max(0, Math.min(indent, 20));
    },
  },
];

export const jsonBuilderClass: NativeClass = {
  name: 'JSONBuilder',
  make: (context) => {
    context.charge(64);
    return new JsonBuilderValue();
  },
  text: () => 'JSONBuilder',
  constructors: [{ signature: 'JSONBuilder()', run: () => new JsonBuilderValue() }],
  methods,
};
