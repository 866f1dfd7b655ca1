import type { Fix, Place } from '../place.ts';
import type { Answer, Rules } from '../rule.ts';

/* `condition ? a : b`, and `Integer? n`. */

/** `Integer? n;` and `Integer? n = 1;` */
function nullable(place: Place): Answer | undefined {
  const { index, first } = place;
  const isType =
    place.token.text === '?' && index === first + 1 && place.isName(first) && place.isName(index + 1);
  if (!isType || (!place.is(';', index + 2) && !place.is('=', index + 2))) return undefined;
  const written = place.at(first).text;
  const message = `CRMScript has no "${written}?": a variable without a value is null anyway. Write ${written}.`;
  const fix = { ...place.removing(), label: 'Remove "?"' };
  return { code: 'not-crmscript', message, span: place.at(first), fix };
}

function choice(place: Place): Answer | undefined {
  if (place.token.text !== '?') return undefined;
  const from = place.valueStart(place.index);
  const past = endOfChoice(place, place.index + 1);
  const last = lastQuestion(place, past);
  const fix = last === place.index ? chosen(place, from, past) : undefined;
  const message = 'CRMScript has no "condition ? a : b". Write if … else.';
  const repair = [{ start: place.at(from).start, end: place.at(past - 1).end, text: 'unread' }];
  return { code: 'not-crmscript', message, span: place.at(last), ...(fix && { fix }), repair, isGuess: true };
}

function lastQuestion(place: Place, past: number): number {
  let last = place.index;
  for (let at = place.index; at < past; at++) if (place.at(at).text === '?') last = at;
  return last;
}

/** Past the value behind the colon: before what closes a bracket or ends an argument or the statement. */
function endOfChoice(place: Place, index: number): number {
  let depth = 0;
  for (let at = index; ; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'end') return at;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') depth -= 1;
    if (depth < 0 || ';{}'.includes(text) || (depth === 0 && text === ',')) return at;
  }
}

type Target = { readonly name: string; readonly end: number };

/**
 * The statement around a choice, written twice; undefined where that would not say the same.
 */
function chosen(place: Place, from: number, past: number): Fix | undefined {
  const { index, first } = place;
  const yes = place.expression(index + 1);
  const no = yes && place.at(yes.past).text === ':' ? place.expression(yes.past + 1) : undefined;
  if (yes === undefined || no?.past !== past || !standsAlone(place) || !isFirst(place, from))
    return undefined;
  const end = endOfStatement(place, past);
  if (end === undefined) return undefined;
  const target = declaredTarget(place);
  const start = target?.end ?? place.at(first).start;
  const before = (target?.name ?? '') + place.source.slice(start, place.at(from).start);
  const after = place.source.slice(place.at(past - 1).end, end);
  const written = (a: number, b: number): string => (before + place.written(a, b) + after).trim();
  const test = place.written(from, index);
  const condition = place.pastPair(from) === index && place.is('(', from) ? test : `(${test})`;
  const text = `if ${condition} ${written(index + 1, yes.past)}; else ${written(yes.past + 1, past)}`;
  return { label: 'Write if … else', start, end, text: target === undefined ? text : `; ${text}` };
}

function standsAlone(place: Place): boolean {
  const { text, kind } = place.at(place.first - 1);
  return place.first === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'));
}

/** `Type name = … (choice) …` */
function declaredTarget(place: Place): Target | undefined {
  let at = place.first;
  while (at < place.index && place.at(at).text !== '=') at += 1;
  const [type, name] = [place.at(at - 2), place.at(at - 1)];
  const declares = at - 1 > place.first && name.kind === 'name';
  return declares && (type.kind === 'name' || type.text === ']')
    ? { name: name.text, end: name.end }
    : undefined;
}

/** Where the statement ends; undefined where it has another choice or no end near by. */
function endOfStatement(place: Place, from: number): number | undefined {
  for (let at = from; at < from + 100; at++) {
    const { kind, text, start } = place.at(at);
    if (kind === 'end' || text === '{' || text === '}' || text === '?') return undefined;
    if (kind === 'operator' && text === ';') return start;
  }
  return undefined;
}

const heads: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach', 'else']);
const early: ReadonlySet<string> = new Set(['&&', '||', '++', '--', ')', '?', ':', '{']);

/** True when nothing of the statement runs before the choice, or decides whether it is made. */
function isFirst(place: Place, from: number): boolean {
  if (heads.has(place.at(place.first).text)) return false;
  for (let at = place.first; at < from; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'operator' && early.has(text)) return false;
  }
  return true;
}

export const ternaryRules: Rules = [
  { codes: ['unexpected', 'expected', 'missing-semicolon'], rule: nullable },
  { codes: ['unexpected', 'expected', 'missing-semicolon'], rule: choice },
];
