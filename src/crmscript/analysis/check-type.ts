import { mayBeInTables } from '../library/superoffice/tables.ts';
import type { Name, TypeName } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { reportUnknown, unknown, type Unknown } from './suggest.ts';
import { arrayOf, unknownType, type Type } from './types/types.ts';

/**
 * The type that is written, arrays included; `name` is what is declared with it. Sizes are for declarations of variables only
 * (crm §4), which are `sized`.
 */
export function checkType(context: CheckContext, written: TypeName, name?: Name, sized = false): Type {
  let type = baseType(context, written, name);
  context.observer?.type(written.name, type);
  if (written.sizes.length === 0) return type;
  const size = written.sizes.find((expression) => expression !== undefined);
  if (size !== undefined && !sized) {
    context.problems.error('array-size', 'A size can only stand where a variable is declared.', size.span);
  }
  if (type.kind === 'void') {
    context.problems.error('bad-type', `There are no arrays of ${type.name}.`, written.span);
    return unknownType;
  }
  for (let n = written.sizes.length; n > 0; n--) type = arrayOf(type);
  return type;
}

function baseType(context: CheckContext, { name }: TypeName, declared?: Name): Type {
  if (name.text === '') return unknownType;
  const struct = context.structs.get(name.text);
  if (struct !== undefined) {
    if (struct.order > context.order) {
      context.problems.rejected(
        'used-before-declaration',
        `SuperOffice rejects this: the struct "${name.text}" is declared further down. Move it up. Here it runs.`,
        name.span,
      );
    }
    return struct;
  }
  const type = context.library.type(name.text);
  if (type !== undefined) return type;
  const known = declared && (context.structs.get(declared.text) ?? context.library.type(declared.text));
  if (declared !== undefined && known !== undefined) {
    reportSwapped(context, name, declared);
    return known;
  }
  if (context.habits?.['unknown-type'].named(context, name) !== true) {
    reportUnknown(context.problems, 'unknown-type', describeUnknown(context, name.text), name.span);
  }
  return unknownType;
}

/** `count Integer` */
function reportSwapped(context: CheckContext, name: Name, type: Name): void {
  const text = `${type.text} ${name.text}`;
  context.swapped.add(type);
  const fix = { label: `Write ${text}`, start: name.span.start, end: type.span.end, text };
  context.problems.error('unknown-type', `The type stands before the name: ${text}.`, name.span, fix);
}

function describeUnknown(context: CheckContext, name: string): Unknown {
  if (mayBeInTables(name) && !context.library.hasTables) return notYet('class', name);
  const meant = context.guesses.near(name, () => nearTypes(context), 'type');
  return unknown(`There is no type "${name}".`, name, meant);
}

const nearTypes = ({ structs, library }: CheckContext): readonly string[] => [
  ...structs.keys(),
  ...library.classNames(),
  'Void',
  'Generic',
  'return',
  'throw',
  'struct',
];

/** What SuperOffice has and Rehearsal has not. */
export const notYet = (what: string, name: string): Unknown => ({
  code: 'not-available-offline',
  message: `NotAvailableOffline: SuperOffice has the ${what} "${name}", but it needs a SuperOffice server and cannot be rehearsed here.`,
});

/** A variable or parameter cannot be Void. */
export function checkVariableType(
  context: CheckContext,
  written: TypeName,
  name?: Name,
  sized = false,
): Type {
  const type = checkType(context, written, name, sized);
  if (type.kind !== 'void') return type;
  context.problems.error(
    'bad-type',
    'Void is no type of a variable; only functions can be Void.',
    written.span,
  );
  return unknownType;
}
