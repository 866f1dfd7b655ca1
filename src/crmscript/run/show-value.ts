import type { Type } from '../analysis/types/types.ts';
import { GenericValue, StructValue } from './values.ts';

const longest = 10_000;
const mostElements = 100;
const deepest = 4;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value as a debugger shows it. Runs nothing of the script, so looking changes nothing. */
export function showValue(value: unknown, type: Type, depth = 0): string {
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
