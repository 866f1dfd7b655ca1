import type { Fix, FaultSite } from '../fault-site.ts';
import type { Answer, Rules } from '../rule.ts';

/* `condition ? a : b`, and `Integer? n`. */

/** `Integer? n;` and `Integer? n = 1;` */
function nullable(site: FaultSite): Answer | undefined {
  const { index, first } = site;
  const isType =
    site.token.text === '?' && index === first + 1 && site.isName(first) && site.isName(index + 1);
  if (!isType || (!site.is(';', index + 2) && !site.is('=', index + 2))) return undefined;
  const written = site.at(first).text;
  const message = `CRMScript has no "${written}?": a variable without a value is null anyway. Write ${written}.`;
  const fix = { ...site.removing(), label: 'Remove "?"' };
  return { code: 'not-crmscript', message, span: site.at(first), fix };
}

function choice(site: FaultSite): Answer | undefined {
  if (site.token.text !== '?') return undefined;
  const from = site.valueStart(site.index);
  const past = endOfChoice(site, site.index + 1);
  const last = lastQuestion(site, past);
  const fix = last === site.index ? chosen(site, from, past) : undefined;
  const message = 'CRMScript has no "condition ? a : b". Write if … else.';
  const repair = [{ start: site.at(from).start, end: site.at(past - 1).end, text: 'unread' }];
  return { code: 'not-crmscript', message, span: site.at(last), ...(fix && { fix }), repair, isGuess: true };
}

function lastQuestion(site: FaultSite, past: number): number {
  let last = site.index;
  for (let at = site.index; at < past; at++) if (site.at(at).text === '?') last = at;
  return last;
}

/** Past the value behind the colon: before what closes a bracket or ends an argument or the statement. */
function endOfChoice(site: FaultSite, index: number): number {
  let depth = 0;
  for (let at = index; ; at++) {
    const { kind, text } = site.at(at);
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
function chosen(site: FaultSite, from: number, past: number): Fix | undefined {
  const { index, first } = site;
  const yes = site.expression(index + 1);
  const no = yes && site.at(yes.past).text === ':' ? site.expression(yes.past + 1) : undefined;
  if (yes === undefined || no?.past !== past || !standsAlone(site) || !isFirst(site, from)) return undefined;
  const end = endOfStatement(site, past);
  if (end === undefined) return undefined;
  const target = declaredTarget(site);
  const start = target?.end ?? site.at(first).start;
  const before = (target?.name ?? '') + site.source.slice(start, site.at(from).start);
  const after = site.source.slice(site.at(past - 1).end, end);
  const written = (a: number, b: number): string => (before + site.written(a, b) + after).trim();
  const test = site.written(from, index);
  const condition = site.pastPair(from) === index && site.is('(', from) ? test : `(${test})`;
  const text = `if ${condition} ${written(index + 1, yes.past)}; else ${written(yes.past + 1, past)}`;
  return { label: 'Write if … else', start, end, text: target === undefined ? text : `; ${text}` };
}

function standsAlone(site: FaultSite): boolean {
  const { text, kind } = site.at(site.first - 1);
  return site.first === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'));
}

/** `Type name = … (choice) …` */
function declaredTarget(site: FaultSite): Target | undefined {
  let at = site.first;
  while (at < site.index && site.at(at).text !== '=') at += 1;
  const [type, name] = [site.at(at - 2), site.at(at - 1)];
  const declares = at - 1 > site.first && name.kind === 'name';
  return declares && (type.kind === 'name' || type.text === ']')
    ? { name: name.text, end: name.end }
    : undefined;
}

/** Where the statement ends; undefined where it has another choice or no end near by. */
function endOfStatement(site: FaultSite, from: number): number | undefined {
  for (let at = from; at < from + 100; at++) {
    const { kind, text, start } = site.at(at);
    if (kind === 'end' || text === '{' || text === '}' || text === '?') return undefined;
    if (kind === 'operator' && text === ';') return start;
  }
  return undefined;
}

const heads: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach', 'else']);
const early: ReadonlySet<string> = new Set(['&&', '||', '++', '--', ')', '?', ':', '{']);

/** True when nothing of the statement runs before the choice, or decides whether it is made. */
function isFirst(site: FaultSite, from: number): boolean {
  if (heads.has(site.at(site.first).text)) return false;
  for (let at = site.first; at < from; at++) {
    const { kind, text } = site.at(at);
    if (kind === 'operator' && early.has(text)) return false;
  }
  return true;
}

export const ternaryRules: Rules = [
  { codes: ['unexpected', 'expected', 'missing-semicolon'], rule: nullable },
  { codes: ['unexpected', 'expected', 'missing-semicolon'], rule: choice },
];
