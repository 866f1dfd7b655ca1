import type { LinkedFunction } from '../analysis/types/linked.ts';
import type { FunctionSymbol } from '../analysis/types/symbols.ts';
import type { FieldSymbol, StructType } from '../analysis/types/types.ts';
import type { Completion } from './completion.ts';
import { describeNative, describeOwn, type Sources } from './describe.ts';
import type { LookupResult } from './look-up.ts';
import { describeField } from './meanings.ts';

/** What can stand after `x.`. */
export function memberItems({ lookup, checked }: LookupResult): readonly Completion[] {
  const { receiver, context } = lookup;
  if (receiver === undefined || context === undefined) return [];
  const { expression, type } = receiver;
  if (type === undefined) return expression.kind === 'name' ? enumItems(lookup, expression.text) : [];
  const { sources } = checked;
  const items = type.kind === 'struct' ? structItems(type, checked) : [];
  const table = context.library.methodsOf(type);
  for (const name of table.keys()) {
    // What pages are divided about is understood, not offered.
    const overloads = (table.get(name) ?? []).filter(({ native }) => native.divided !== true);
    if (overloads.length > 0) items.push(callItem('method', name, [], overloads, sources));
  }
  return merged(items);
}

function enumItems({ context }: LookupResult['lookup'], name: string): readonly Completion[] {
  const found = context?.library.enumOf(name);
  if (found === undefined) return [];
  return [...found.members].map(([label, value]) => ({
    label,
    kind: 'member',
    detail: String(value),
    distance: 0,
  }));
}

function structItems(type: StructType, checked: LookupResult['checked']): Completion[] {
  const fields = type.fields.map((field) => fieldItem(type, field, checked));
  const methods = [...type.methods].map(([name, own]) => callItem('method', name, own, [], checked.sources));
  return [...fields, ...methods];
}

export const fieldItem = (
  owner: StructType,
  field: FieldSymbol,
  checked: LookupResult['checked'],
): Completion => ({
  label: field.name,
  kind: 'field',
  detail: field.type.name,
  gives: [field.type.name],
  about: [describeField(owner, field, checked)],
  distance: 0,
});

/** A function or method with all its overloads. */
export function callItem(
  kind: 'method' | 'function',
  label: string,
  own: readonly FunctionSymbol[],
  natives: readonly LinkedFunction[],
  sources: Sources,
): Completion {
  const all = [...own, ...natives];
  const gives = [...new Set(all.map((one) => one.returns.name))];
  const takes = all.some(({ parameters }) => parameters.length > 0);
  return {
    label,
    kind,
    detail: `${gives.join(' | ')}${all.length > 1 ? ` +${String(all.length - 1)}` : ''}`,
    gives,
    call: takes ? 'arguments' : 'empty',
    about: [...own.map((symbol) => describeOwn(symbol, sources)), ...natives.map(describeNative)],
    distance: own.length > 0 ? 0 : 1,
  };
}

/** A struct's own method and a built-in one of the same name are overloads of each other. */
function merged(items: readonly Completion[]): readonly Completion[] {
  const found = new Map<string, Completion>();
  for (const item of items) {
    const key = `${item.kind} ${item.label}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined ? item : { ...known, about: [...(known.about ?? []), ...(item.about ?? [])] },
    );
  }
  return [...found.values()];
}
