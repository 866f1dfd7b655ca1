import type { Expression, Statement, Variable } from '../../crmscript/bound-tree.ts';
import { portExpression, portValue } from './expression.ts';
import { keyOf } from './facts.ts';
import type { Bound, Porter } from './porter.ts';
import { behindBrace, portAlone, portBody } from './statement.ts';
import { portDeclaration } from './variables.ts';
import { behind, hasWord } from './words-in.ts';
import type { Writer } from './writer.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

function portLoop(p: Porter, w: Writer, header: string, body: Statement): void {
  w.line(`${header} {`);
  behindBrace(w, body);
  portBody(p, w, body);
  w.line('}');
  w.after(body.span);
}

/** `m.eof()` and its like: which variable it is called on, if it is a Map or a search. */
function walkOf(p: Porter, node: Expression | undefined, method: string): Variable | undefined {
  if (node?.kind !== 'methodCall' || node.name.text !== method) return undefined;
  const variable = p.variableIn(node.object);
  const walks = variable?.type.name === 'Map' || (variable !== undefined && p.searches.has(variable));
  return walks ? variable : undefined;
}

const endOf = (p: Porter, condition: Expression): Variable | undefined =>
  condition.kind === 'unary' && condition.operator === '!' ? walkOf(p, condition.operand, 'eof') : undefined;

/** The Map that a `while` walks through: it ends with going on to the next pair, and does so nowhere else. */
export function walkedBy(p: Porter, node: Of<'while'>): Variable | undefined {
  const map = endOf(p, node.condition);
  if (map === undefined || node.body.kind !== 'block') return undefined;
  const last = node.body.body.at(-1);
  const goesOn = last?.kind === 'expression' && walkOf(p, last.expression, 'next') === map;
  const text = p.textOf(node.body.span);
  return goesOn && !/\bcontinue\b/.test(text) && text.split('.next(').length === 2 ? map : undefined;
}

/** Whether a statement only goes to the first pair of a Map. */
export const goesToFirst = (p: Porter, node: Expression): Variable | undefined => walkOf(p, node, 'first');

export function portWhile(p: Porter, w: Writer, node: Of<'while'>): void {
  const map = walkedBy(p, node);
  if (map !== undefined && node.body.kind === 'block') {
    portWalk(p, w, map, { ...node.body, body: node.body.body.slice(0, -1) });
    return;
  }
  portLoop(p, w, `while (${portValue(p, node.condition).text})`, node.body);
}

/** Through the pairs of a Map, in the order of their keys; through the rows of a search. */
function portWalk(p: Porter, w: Writer, map: Variable, body: Statement): void {
  const text = p.textOf(body.span);
  const free = (name: string, other: string): string => (hasWord(text, name) ? other : name);
  const own = p.names.variable(map);
  if (p.searches.has(map)) {
    const row = free('row', `${own}Row`);
    p.rows.push({ search: own, row });
    portLoop(p, w, `for (const ${row} of ${own})`, body);
    p.rows.pop();
    return;
  }
  const walk = {
    map: own,
    key: free('key', `${own}Key`),
    value: free('value', `${own}Value`),
    used: { key: false, value: false },
  };
  const at = w.mark();
  p.walks.push(walk);
  portLoop(p, w, 'for', body);
  p.walks.pop();
  const { key, value } = walk.used;
  const names = value ? `[${key ? walk.key : ''}, ${walk.value}]` : `[${walk.key}]`;
  w.amend(at, `for (const ${names} of ${p.need('sortedEntries')}(${own})) {`);
}

export function portFor(p: Porter, w: Writer, node: Of<'for'>): void {
  const map = endOf(p, node.condition);
  const begins =
    node.start === undefined ||
    (node.start.kind !== 'variable' &&
      (walkOf(p, node.start, 'first') ?? walkOf(p, node.start, 'execute')) === map);
  if (map !== undefined && begins && walkOf(p, node.update, 'next') === map) {
    portWalk(p, w, map, node.body);
    return;
  }
  const { start } = node;
  const begin =
    start === undefined
      ? ''
      : start.kind === 'variable'
        ? portDeclaration(p, start, 'let')
        : portAlone(p, start).text;
  const condition = portValue(p, node.condition).text;
  const update = node.update === undefined ? '' : ` ${portAlone(p, node.update).text}`;
  const known = boundOf(p, node);
  if (known !== undefined) p.bounds.push(known);
  portLoop(p, w, `for (${begin}; ${condition};${update})`, node.body);
  if (known !== undefined) p.bounds.pop();
}

/** What the counter of a loop stays below, where nothing but the loop counts it up from a constant. */
function boundOf(p: Porter, node: Of<'for'>): Bound | undefined {
  const { start, condition, update } = node;
  if (start?.kind !== 'variable' || start.value?.kind !== 'integer' || condition.kind !== 'chain')
    return undefined;
  const variable = p.tree.variableOf(start.name);
  const [link] = condition.rest;
  if (variable === undefined || link?.operator !== '<' || p.variableIn(condition.first) !== variable)
    return undefined;
  if (update?.kind !== 'increment' || update.operator !== '++' || p.variableIn(update.target) !== variable)
    return undefined;
  const body = p.textOf(node.body.span);
  if (behind(body, start.name.text).some((rest) => /^\s*(?:=[^=]|\+\+|--|[-+*/%]=)/.test(rest)))
    return undefined;
  if (/\.(?:pop|clear|remove)/.test(body)) return undefined;
  const limit = link.operand;
  if (limit.kind === 'integer') return { variable, below: Number(limit.text) };
  const measured = limit.kind === 'methodCall' && ['length', 'getLength', 'size'].includes(limit.name.text);
  return measured ? { variable, below: portExpression(p, limit.object).text } : undefined;
}

export function portForeach(p: Porter, w: Writer, node: Of<'foreach'>): void {
  const list = portValue(p, node.list);
  const variable = p.tree.variableOf(node.name);
  const key = keyOf(node.name.span);
  const avoid = new Set(hasWord(list.text, node.name.text) ? [node.name.text] : []);
  const name = variable === undefined ? node.name.text : p.names.declare(node.name, variable, avoid);
  // Children of JSON by name: the loop has the names, too.
  const walk = { map: name, key: `${name}Name`, value: '', used: { key: false, value: false } };
  const children = /^Object\.values\((.*)\)$/.exec(list.text);
  const at = w.mark();
  if (children !== null) p.walks.push(walk);
  portLoop(p, w, 'for', node.body);
  if (children !== null) p.walks.pop();
  const word = p.facts.has('assigned', key) ? 'let' : 'const';
  w.amend(
    at,
    walk.used.key
      ? `for (${word} [${walk.key}, ${name}] of Object.entries<any>(${children?.[1] ?? ''})) {`
      : `for (${word} ${name} of ${list.text}) {`,
  );
}
