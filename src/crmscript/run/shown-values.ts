import type { Type } from '../analysis/types/types.ts';
import { GenericValue, StructValue } from './values.ts';

/** A value as a debugger shows it; the numbers are those of its parts. */
export type SeenValue = {
  readonly type: string;
  readonly value: string;
  readonly reference?: number;
  readonly named?: number;
  readonly indexed?: number;
};

export type SeenVariable = SeenValue & { readonly name: string };

export type PageOfParts = { readonly start?: number; readonly count?: number };

/** Gives each object one number, by which its parts are asked for later. */
export type References = {
  of(object: object, parts: (page: PageOfParts) => readonly SeenVariable[]): number;
};

/** What an object that natives made shows of itself: some parts by name, some by number. */
export type Parts = {
  readonly type: string;
  readonly text: string;
  readonly named?: readonly (readonly [string, unknown])[];
  readonly indexed?: readonly unknown[];
};

/** An object that a debugger can unfold. Looking changes nothing in it. */
export interface Unfolding {
  parts(): Parts;
}

/** So many parts are given at once. */
const mostAtOnce = 1000;

type Part = { readonly name: string; readonly value: unknown; readonly type: Type | undefined };
type Inside = {
  readonly named: number;
  readonly indexed: number;
  readonly part: (index: number) => Part;
};

/** Shows a value of a type; one that was found inside another may come without. Runs nothing of the script. */
export function seeValue(references: References, value: unknown, type?: Type): SeenValue {
  if (value instanceof GenericValue) return seeValue(references, value.get(), value.type);
  const own = ownParts(value);
  const shown = {
    type: type?.name ?? own?.type ?? typeNameOf(value),
    value: type === undefined ? (own?.text ?? plainText(value)) : showValue(value, type),
  };
  const inside = insideOf(value, type, own);
  if (inside === undefined || typeof value !== 'object' || value === null) return shown;
  const { named, indexed, part } = inside;
  const reference = references.of(value, ({ start = 0, count = mostAtOnce }) => {
    const end = Math.min(named + indexed, start + Math.min(count, mostAtOnce));
    const seen: SeenVariable[] = [];
    for (let index = Math.max(0, start); index < end; index++) {
      const { name, value: inner, type: innerType } = part(index);
      seen.push({ name, ...seeValue(references, inner, innerType) });
    }
    return seen;
  });
  return { ...shown, reference, ...(named > 0 && { named }), ...(indexed > 0 && { indexed }) };
}

const ownParts = (value: unknown): Parts | undefined =>
  typeof value === 'object' && value !== null && 'parts' in value && typeof value.parts === 'function'
    ? (value as Unfolding).parts()
    : undefined;

function insideOf(value: unknown, type: Type | undefined, own: Parts | undefined): Inside | undefined {
  if (Array.isArray(value)) {
    const element = type?.kind === 'array' ? type.element : undefined;
    return listOf([], value, element);
  }
  if (value instanceof StructValue) {
    const { fields } = value.type;
    return {
      named: fields.length,
      indexed: 0,
      part: (index) => {
        const field = fields[index];
        return { name: field?.name ?? '', value: value.fields[index], type: field?.type };
      },
    };
  }
  return own && listOf(own.named ?? [], own.indexed ?? [], undefined);
}

const listOf = (
  named: readonly (readonly [string, unknown])[],
  indexed: readonly unknown[],
  type: Type | undefined,
): Inside => ({
  named: named.length,
  indexed: indexed.length,
  part: (index) => {
    const [name, value] = named[index] ?? [String(index - named.length), indexed[index - named.length]];
    return { name, value, type };
  },
});

const typeNames: Readonly<Record<string, string>> = {
  string: 'String',
  bigint: 'Long',
  boolean: 'Bool',
};

function typeNameOf(value: unknown): string {
  if (value instanceof StructValue) return value.type.name;
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  return typeNames[typeof value] ?? 'Object';
}

/** So much of a text is shown. */
const longest = 10_000;

function plainText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${String(value.length)} elements`;
  if (value instanceof StructValue) return showValue(value, value.type);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longest));
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  // Dates and times are written by themselves.
  return typeof value === 'object' && 'toJSON' in value ? JSON.stringify(value) : 'Object';
}

const mostElements = 100;
const deepest = 4;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value as a debugger shows it. Runs nothing of the script, so looking changes nothing. */
function showValue(value: unknown, type: Type, depth = 0): string {
  if (value === null || value === undefined) return 'null';
  if (depth > deepest) return '…';
  if (type.kind === 'array') return showArray(value as readonly unknown[], type.element, depth);
  if (value instanceof StructValue) {
    const fields = value.type.fields.map(
      ({ name, type: fieldType, index }) =>
        `${name}: ${showValue(value.fields[index], fieldType, depth + 1)}`,
    );
    return cut(`{${fields.join(', ')}}`);
  }
  if (value instanceof GenericValue) return showValue(value.get(), value.type, depth + 1);
  if (typeof value === 'string') return cut(JSON.stringify(value));
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  const text = type.kind === 'class' ? type.definition.native.text : undefined;
  return text === undefined ? type.name : cut((text as (object: unknown) => string)(value));
}

function showArray(elements: readonly unknown[], type: Type, depth: number): string {
  const shown = elements.slice(0, mostElements).map((element) => showValue(element, type, depth + 1));
  if (elements.length > mostElements) shown.push('…');
  return cut(`[${shown.join(', ')}]`);
}
