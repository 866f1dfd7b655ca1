import type { Expression, Item, Variable, VariableDeclaration } from '../../crmscript/bound-tree.ts';
import { portValue } from './expression.ts';
import { callText, joined, literal, piece, rawOf, type Piece } from './piece.ts';
import { toldBefore, type MethodCall, type Planned } from './plan.ts';
import type { Porter } from './porter.ts';
import { behind } from './words-in.ts';

const configuring = /^(?:addField|addCriteria|addOrder|setLimit|bypassNetServer)$/;
const reading = /^\s*\.\s*(?:execute|eof|next|first|getField)\b/;

/** A search that is one call: its rows, and the columns by their places. */
export type Search = { readonly columns: readonly string[] };

/**
 * A SearchEngine that is told in a row what it looks for, is executed once and only read afterwards, is a call of the
 * archive. What writes, or asks for functions and groups, has no counterpart.
 */
export function planSearch(
  p: Porter,
  planned: Map<Item, Planned>,
  declaration: VariableDeclaration,
  variable: Variable,
  rest: readonly Item[],
): void {
  const name = declaration.name.text;
  const told = toldBefore(p, rest, variable, name, configuring);
  if (told === undefined) return;
  const { calls, between, asking, later } = told;
  if (between.some(({ kind }) => kind !== 'variable')) return;
  const text = later.map((item) => p.textOf(item.span)).join('\n');
  const uses = behind(text, name);
  const executes = (use: string): boolean => /^\s*\.\s*execute\b/.test(use);
  if (!uses.every((use) => reading.test(use)) || uses.filter(executes).length !== 1) return;
  if (!behind(p.textOf(asking.span), name).some(executes)) return;
  const query = queryOf(p, calls);
  if (query === undefined) return;
  p.searches.set(variable, { columns: query.columns });
  planned.set(declaration, () => undefined);
  for (const { item } of calls) planned.set(item, () => undefined);
  if (asking.kind === 'expression' && isExecute(p, asking.expression, variable))
    planned.set(asking, (w) => {
      write(p, w.line.bind(w), w.column);
    });
  else
    p.requests.set(asking, (w) => {
      write(p, w.line.bind(w), w.column);
    });

  function write(porter: Porter, line: (text: string) => void, column: number): void {
    if (query === undefined) return;
    porter.awaits();
    porter.column = column;
    const own = porter.names.declare(declaration.name, variable, porter.parameters);
    const args = argumentsOf(porter, query);
    line(
      `const ${own} = ${callText('await soApi.getArchiveAgent().getArchiveListByColumns2Async', args, column + 20)};`,
    );
  }
}

const isExecute = (p: Porter, node: Expression, variable: Variable): boolean =>
  node.kind === 'methodCall' && node.name.text === 'execute' && p.variableIn(node.object) === variable;

type Criterion = { readonly field: string; readonly operator: string; readonly value: Expression };
type Query = {
  readonly columns: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly orders: readonly string[];
  readonly limit: Expression | undefined;
};

/** How the archive calls what SearchEngine calls by many names. */
const operators: Readonly<Record<string, string>> = {
  equals: 'equals',
  equal: 'equals',
  '=': 'equals',
  unequals: 'unequals',
  notequals: 'unequals',
  '!=': 'unequals',
  greater: 'greater',
  '>': 'greater',
  less: 'less',
  '<': 'less',
  begins: 'begins',
  beginswith: 'begins',
  contains: 'contains',
  ends: 'ends',
  endswith: 'ends',
};

function queryOf(p: Porter, calls: readonly MethodCall[]): Query | undefined {
  const columns: string[] = [];
  const criteria: Criterion[] = [];
  const orders: string[] = [];
  let limit: Expression | undefined;
  for (const { name, args } of calls) {
    const [first, second, third, join] = args;
    if (first === undefined) return undefined;
    const field = rawOf(portValue(p, first));
    if (name === 'setLimit') limit = first;
    else if (name === 'bypassNetServer') continue;
    else if (field === undefined) return undefined;
    else if (name === 'addField' && second === undefined) columns.push(field);
    else if (name === 'addOrder' && second?.kind === 'bool' && third === undefined)
      orders.push(`${field} ${second.value ? 'asc' : 'desc'}`);
    else if (name === 'addCriteria' && second?.kind === 'string' && third !== undefined && isAnd(join)) {
      const operator = operators[second.text.toLowerCase().replace(/^operator/, '')];
      if (operator === undefined) return undefined;
      criteria.push({ field, operator, value: third });
    } else return undefined;
  }
  return columns.length === 0 ? undefined : { columns, criteria, orders, limit };
}

const isAnd = (join: Expression | undefined): boolean =>
  join === undefined || (join.kind === 'string' && /^(?:operator)?and$/i.test(join.text));

/** A value as a restriction writes it: a number as it is, a text in quotes. */
function valueOf(p: Porter, value: Expression): readonly Piece[] {
  const text = portValue(p, value);
  const raw = rawOf(text);
  if (raw !== undefined) return [literal(/^\d+$/.test(raw) ? raw : `'${raw.replaceAll("'", "''")}'`)];
  const number = /^String\((.*)\)$/.exec(text.text)?.[1];
  if (number !== undefined) return [piece(number)];
  return [literal("'"), piece(`${text.text}.replaceAll("'", "''")`), literal("'")];
}

function argumentsOf(p: Porter, { columns, criteria, orders, limit }: Query): readonly string[] {
  const restriction = criteria.flatMap(({ field, operator, value }, index) => [
    literal(`${index === 0 ? '' : ' and '}${field} ${operator} `),
    ...valueOf(p, value),
  ]);
  const tables = new Set(columns.map((column) => column.split('.')[0] ?? ''));
  return [
    literal('dynamic').text,
    literal(columns.join(',')).text,
    literal(orders.join(',')).text,
    restriction.length === 0 ? "''" : joined(restriction).text,
    literal([...tables].join(',')).text,
    '0',
    limit === undefined ? '1000' : portValue(p, limit).text,
  ];
}
