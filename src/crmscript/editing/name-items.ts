import type { CheckContext } from '../analysis/check-context.ts';
import type { Library } from '../library/parts.ts';
import type { Position } from './around.ts';
import type { Completion } from './completion.ts';
import type { LookupResult } from './look-up.ts';
import { describeVariable } from './meanings.ts';
import { callItem, fieldItem } from './member-items.ts';
import { keywordItems } from './keyword-items.ts';
import { libraryItems, typeItem, type LibraryItems } from './library-items.ts';

/** What can stand where a name begins. */
export function nameItems(
  look: LookupResult,
  library: Library,
  position: Position,
  afterIf: boolean,
): readonly Completion[] {
  const { context, view } = look.lookup;
  if (context === undefined) return [];
  const builtIn = libraryItems(context.library, library);
  const types = [...[...context.structs.keys()].map((name) => typeItem(name, 'struct', 1)), ...builtIn.types];
  if (position !== 'expression') types.push(typeItem('Void', 'type', 2));
  if (position === 'type') return types;
  return [
    ...variableItems(look),
    ...memberItems(look),
    ...functionItems(look, context, builtIn.functions),
    ...types,
    ...builtIn.enums,
    ...keywordItems(position, view, afterIf),
  ];
}

function variableItems({ lookup, checked }: LookupResult): readonly Completion[] {
  return (lookup.view?.variables ?? []).map((variable) => ({
    label: variable.name,
    kind: variable.parameter ? 'parameter' : 'variable',
    detail: variable.type.name,
    gives: [variable.type.name],
    about: [describeVariable(variable, checked.sources)],
    distance: variable.global ? 1 : 0,
  }));
}

/** The members of the struct whose method this is. SuperOffice wants `this.` before them (crm Q15). */
function memberItems({ lookup, checked }: LookupResult): readonly Completion[] {
  const owner = lookup.view?.owner;
  if (owner === undefined) return [];
  const hidden = new Set(lookup.view?.variables.filter(({ global }) => !global).map(({ name }) => name));
  const fields = owner.fields.map((field) => fieldItem(owner, field, checked));
  const methods = [...owner.methods].map(([name, own]) => callItem('method', name, own, [], checked.sources));
  const type = { detail: owner.name, gives: [owner.name] };
  const self: Completion = { label: 'this', kind: 'keyword', ...type, distance: 1 };
  const members = [...fields, ...methods].filter(({ label }) => !hidden.has(label));
  return [self, ...members.map((item) => ({ ...item, insert: `this.${item.label}`, distance: 1 }))];
}

/** A function of the script is an overload of the built-in one of its name. */
function functionItems(
  { checked }: LookupResult,
  { functions, library }: CheckContext,
  builtIn: LibraryItems['functions'],
): readonly Completion[] {
  const own = [...functions].map(([name, symbols]) => ({
    ...callItem('function', name, symbols, library.functionsOf(name), checked.sources),
    distance: 1,
  }));
  return [...own, ...[...builtIn.values()].filter(({ label }) => !functions.has(label))];
}
