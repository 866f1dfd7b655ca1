import { link } from '../analysis/link.ts';
import type { Library } from '../library/parts.ts';
import { coded } from '../codes.ts';
import { keywords } from '../syntax/token.ts';
import type { ProgramSymbol } from './names-of.ts';
import { refused, type RenameRefused } from './rename-reason.ts';

/** Longer than this nothing is called, and nobody's screen shows it. */
const longestName = 200;

/** Why a thing cannot have a name, whatever else there is. */
export function checkName(thing: ProgramSymbol, name: string, library: Library): RenameRefused | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name) || name.length > longestName) {
    return refused(coded('rename-not-a-name', { name: name.slice(0, longestName) }));
  }
  // Words of the language are read in any letter case (crm Q1).
  if (keywords.has(name.toLowerCase())) return refused(coded('rename-reserved', { name }));
  // Another function of that name would be one of its overloads, which SuperOffice may refuse.
  const linked = link(library);
  const isFunction = thing.kind === 'function' && linked.functionsOf(name).length > 0;
  const isType = (thing.kind === 'function' || thing.kind === 'struct') && linked.type(name) !== undefined;
  if (isFunction || isType) return refused(coded('rename-to-library', { name }));
  const hook = hookOf(thing, name);
  return hook === undefined ? undefined : refused(coded('rename-hook', { name, struct: hook }));
}

/** The struct whose method the language itself would call by a name: what no text shows, nobody can compare. */
export function hookOf({ symbol }: ProgramSymbol, name: string): string | undefined {
  const owner = symbol?.owner;
  if (symbol === undefined || owner === undefined) return undefined;
  const { parameters } = symbol;
  const isHook =
    (name === 'toString' && parameters.length === 0) ||
    (name === 'compare' && parameters.length === 1 && parameters[0]?.type.name === owner.name);
  return isHook ? owner.name : undefined;
}
