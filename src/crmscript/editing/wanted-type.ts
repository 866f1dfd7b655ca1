import type { CompileOptions } from '../compile.ts';
import type { Token } from '../syntax/token.ts';
import { callAround, chainStart, openBracket } from './around.ts';
import type { Completion } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { lookUpAt, type LookupResult } from './look-up.ts';

/*
 * Of which type a value is wanted at a place, told from the tokens before it, as the tree of a script that is being typed has
 * holes there; and the order in which that puts what can be written.
 */

type Script = CompileOptions & { readonly source: string };

const none: ReadonlySet<string> = new Set();
const bool: ReadonlySet<string> = new Set(['Bool']);
const assigns: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=']);
const compares: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);

/** The names of the types of which a value can be wanted there; none where that is not known. */
export function wantedTypes(script: Script, place: Cursor, look: LookupResult): ReadonlySet<string> {
  const { tokens, before } = place;
  const isMember = tokens[before - 1]?.text === '.';
  const start = isMember ? chainStart(tokens, before - 1) : before;
  const previous = tokens[start - 1];
  if (previous?.kind === 'keyword') return wantedByWord(previous.text, tokens, start, look);
  if (previous?.kind !== 'operator') return none;
  const { text } = previous;
  if (text === '!' || text === '&&' || text === '||') return bool;
  if (assigns.has(text)) return assigned(tokens, start - 1, look);
  if (compares.has(text)) return typeOfVariable(tokens, start - 1, look);
  if (text === '(' && isCondition(tokens[start - 2])) return bool;
  if (text === ';') return isBeforeCondition(tokens, start - 1) ? bool : none;
  return text === '(' || text === ',' ? ofArgument(script, { ...place, before: start }) : none;
}

const isCondition = (word: Token | undefined): boolean =>
  word?.kind === 'keyword' && (word.text === 'if' || word.text === 'while');

/** Whether a semicolon is the first in the head of a `for`. */
function isBeforeCondition(tokens: readonly Token[], semicolon: number): boolean {
  const { at = -1 } = openBracket(tokens, semicolon) ?? {};
  const word = tokens[at - 1];
  if (tokens[at]?.text !== '(' || word?.kind !== 'keyword' || word.text !== 'for') return false;
  return !tokens.slice(at, semicolon).some(({ kind, text }) => kind === 'operator' && text === ';');
}

function wantedByWord(
  word: string,
  tokens: readonly Token[],
  start: number,
  { lookup }: LookupResult,
): ReadonlySet<string> {
  if (word === 'throw') return new Set(['String']);
  const returned = lookup.view?.returns?.name;
  if (word === 'return') return returned === undefined || returned === 'Void' ? none : new Set([returned]);
  const element = word === 'in' ? declaredBefore(tokens, start - 2) : undefined;
  return element === undefined ? none : new Set([`${element}[]`]);
}

/** The type that stands before a name which is declared, at a token: `String[] name`. */
function declaredBefore(tokens: readonly Token[], name: number): string | undefined {
  const named = tokens[name];
  if (named?.kind !== 'name') return undefined;
  let at = name - 1;
  let brackets = '';
  while (tokens[at]?.text === ']') {
    while (at > 0 && tokens[at]?.text !== '[') at -= 1;
    at -= 1;
    brackets += '[]';
  }
  const type = tokens[at];
  return type?.kind === 'name' && type.line === named.line ? type.text + brackets : undefined;
}

/** What stands before an operator that assigns: a declaration, or a variable. */
function assigned(tokens: readonly Token[], operator: number, look: LookupResult): ReadonlySet<string> {
  const declared = declaredBefore(tokens, operator - 1);
  return declared === undefined ? typeOfVariable(tokens, operator, look) : new Set([declared]);
}

/** The type of the variable that stands alone before an operator. */
function typeOfVariable(
  tokens: readonly Token[],
  operator: number,
  { lookup }: LookupResult,
): ReadonlySet<string> {
  const name = tokens[operator - 1];
  if (name?.kind !== 'name' || chainStart(tokens, operator) !== operator - 1) return none;
  const variable = lookup.view?.variables.find((one) => one.name === name.text);
  return variable === undefined ? none : new Set([variable.type.name]);
}

/** The types that the overloads of a call have there. */
function ofArgument(script: Script, place: Cursor): ReadonlySet<string> {
  const call = callAround(place);
  const open = call && place.tokens[call.index + 1];
  if (call === undefined || open === undefined) return none;
  // Nothing behind the bracket can be in the way.
  const { meaning } = lookUpAt(`${script.source.slice(0, open.end)});`, call.name.start, script).lookup;
  if (meaning?.kind !== 'function') return none;
  const parameters = [...meaning.own, ...meaning.natives].map((one) => one.parameters[call.argument]);
  return new Set(parameters.flatMap((parameter) => (parameter === undefined ? [] : [parameter.type.name])));
}

/** What a widening takes for the type that is wanted. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  Long: ['Integer'],
  Float: ['Integer', 'Long'],
};

/** So much nearer is what fits: the furthest of it than the nearest that does not, and what is known once more. */
const nearer = 6;

const moved =
  (by: number) =>
  (item: Completion): Completion => ({ ...item, distance: item.distance - by });

/** The items with what gives the type that is wanted before the others, but behind values that are known. */
export function ranked(items: readonly Completion[], wanted: ReadonlySet<string>): readonly Completion[] {
  if (wanted.size === 0 || wanted.has('Generic')) return items;
  const fitting = new Set([...wanted].flatMap((name) => [name, ...(narrower[name] ?? [])]));
  const known = items.filter(({ kind }) => kind === 'value' || kind === 'text');
  const rest = items.filter(({ kind }) => kind !== 'value' && kind !== 'text');
  const isFitting = ({ gives = [] }: Completion) => gives.some((name) => fitting.has(name));
  const fits = rest.filter(isFitting);
  if (fits.length === 0) return items;
  const others = rest.filter((item) => !isFitting(item));
  return [...known.map(moved(2 * nearer)), ...fits.map(moved(nearer)), ...others];
}
