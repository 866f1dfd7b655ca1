import type { ShownVariable } from '../../engine/step-observer.ts';

/** So many letters of a value stand at the end of a line, and so many values. */
const longest = 48;
const mostOnLine = 3;

/** Names, texts, comments to the end of the line, signs that give a value, and everything else letter by letter. */
const token = /[A-Za-z_]\w*|\d+|"(?:[^"\\]|\\.)*"?|\/\/.*|\+\+|--|[=<>!]=|[-+*/%]?=|\S/g;

const tokensOf = (line: string): readonly string[] => line.match(token) ?? [];

const givingSigns = new Set(['=', '+=', '-=', '*=', '/=', '%=', '++', '--']);
/** Behind the name in a declaration. */
const behindDeclared = new Set([';', ',', ')', ':', '(']);
const isName = (text: string | undefined): boolean => text !== undefined && /^[A-Za-z_]/.test(text);
/** Words that stand before a name without declaring it. */
const noTypes = new Set(['return', 'throw', 'case', 'else', 'in', 'new', 'delete', 'print', 'await']);

/** The index behind what a name leads to: fields, and elements. */
function behindPath(tokens: readonly string[], at: number): number {
  let next = at + 1;
  for (;;) {
    if (tokens[next] === '.' && isName(tokens[next + 1])) next += 2;
    else if (tokens[next] === '[') {
      const end = tokens.indexOf(']', next);
      if (end < 0) return next;
      next = end + 1;
    } else return next;
  }
}

/** Whether a name at a place is given a value there: declared, assigned to, or a part of it, or counted. */
function isGiven(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === '++' || before === '--' || givingSigns.has(tokens[behindPath(tokens, at)] ?? ''))
    return true;
  const isTyped = before === ']' || (isName(before) && !noTypes.has(before ?? ''));
  return isTyped && behindDeclared.has(tokens[at + 1] ?? ';');
}

/** What a line does to a variable. */
function doesTo(tokens: readonly string[], name: string): 'gives' | 'names' | 'nothing' {
  let does: 'names' | 'nothing' = 'nothing';
  for (const [at, one] of tokens.entries()) {
    if (one !== name || tokens[at - 1] === '.') continue;
    if (isGiven(tokens, at)) return 'gives';
    does = 'names';
  }
  return does;
}

/** A value in one line, shortened. */
function shortValue(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/**
 * What stands at the ends of the lines that ran in a call: each variable where it was last given a value, else where it is first named, as
 * a parameter is. By line, from 1.
 */
export function inlineValues(
  source: string,
  executed: readonly number[],
  variables: readonly ShownVariable[],
): ReadonlyMap<number, string> {
  const lines = source.split('\n');
  const ran = [...new Set(executed)]
    .sort((a, b) => a - b)
    .map((line) => ({ line, tokens: tokensOf(lines[line - 1] ?? '') }));
  const found = new Map<number, string[]>();
  for (const { name, value } of variables) {
    const at =
      ran.findLast(({ tokens }) => doesTo(tokens, name) === 'gives') ??
      ran.find(({ tokens }) => doesTo(tokens, name) === 'names');
    if (at === undefined) continue;
    const there = found.get(at.line) ?? [];
    if (there.length < mostOnLine) there.push(`${name} = ${shortValue(value)}`);
    found.set(at.line, there);
  }
  return new Map([...found].map(([line, texts]) => [line, texts.join('   ')]));
}
