import type { Expression, Item, Variable, VariableDeclaration } from '../../crmscript/bound-tree.ts';
import { portValue } from './expression.ts';
import {
  bound,
  callText,
  joined,
  level,
  literal,
  member,
  objectText,
  piece,
  quoted,
  rawOf,
  type Piece,
} from './piece.ts';
import { toldBefore, type MethodCall, type Planned } from './plan.ts';
import type { Porter } from './porter.ts';
import { within } from './within.ts';
import { behind } from './words-in.ts';

const configuring = /^(?:addHeader|addBinaryData|setOption)$/;
const verb = /\.\s*(get|post|put|patch|delete)\s*\(/;

/**
 * An HTTP that is declared, told what it needs and asked once, all in one block, is one call of fetch. Where the script
 * asks whether something went wrong, or asks several times, the class that the port brings along stands for it.
 */
export function planRequest(
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
  const request = requestIn(p, asking, variable);
  if (request === undefined || !isOnly(p, later, name)) return;
  if (
    between.some(
      (item) => item.kind !== 'variable' && p.variableIn(objectOf(item))?.type.name !== 'JSONBuilder',
    )
  )
    return;
  const options = optionsOf(calls);
  if (options === undefined) return;
  p.answers.add(variable);
  planned.set(declaration, () => undefined);
  for (const { item } of calls) planned.set(item, () => undefined);
  p.requests.set(asking, (w) => {
    p.note(request.node.span, 'port-http-throws', {});
    for (const what of options.dropped) p.note(declaration.span, 'port-option', { what });
    p.awaits();
    const own = p.names.declare(declaration.name, variable, p.parameters);
    p.column = w.column;
    w.line(`const ${own} = await ${fetchText(p, request, options)};`);
  });
}

const objectOf = (item: Item): Expression | undefined =>
  item.kind === 'expression' && item.expression.kind === 'methodCall' ? item.expression.object : undefined;

type Request = { readonly node: Expression; readonly method: string; readonly url: Expression };

/** The one request in a statement that has no others in it. */
function requestIn(p: Porter, item: Item, variable: Variable): Request | undefined {
  const roots: readonly (Expression | undefined)[] =
    item.kind === 'expression'
      ? [item.expression]
      : item.kind === 'variable' || item.kind === 'return'
        ? [item.value]
        : item.kind === 'foreach'
          ? [item.list]
          : [];
  const found = roots
    .flatMap((root) => (root === undefined ? [] : [...within(root)]))
    .filter((node) => node.kind === 'methodCall' && p.variableIn(node.object) === variable);
  const [node] = found;
  if (found.length !== 1 || node?.kind !== 'methodCall') return undefined;
  const [url] = node.args;
  return url !== undefined && /^(?:get|post|put|patch|delete)$/.test(node.name.text)
    ? { node, method: node.name.text.toUpperCase(), url }
    : undefined;
}

const afterwards = /^\s*\.\s*(?:getResponseHeader\b|getValue\s*\(\s*["']statusCode["'])/i;

/** Afterwards only the status and the headers are asked for. */
function isOnly(p: Porter, items: readonly Item[], name: string): boolean {
  const text = items.map((item) => p.textOf(item.span)).join('\n');
  const uses = behind(text, name).filter((use) => !afterwards.test(use));
  return uses.length === 1 && verb.test(text);
}

type Options = {
  readonly headers: readonly (readonly [Expression, Expression])[];
  readonly dropped: readonly string[];
  readonly body?: Expression;
  readonly parameters?: Expression;
};

function optionsOf(calls: readonly MethodCall[]): Options | undefined {
  const headers: [Expression, Expression][] = [];
  let body: Expression | undefined;
  let parameters: Expression | undefined;
  const dropped: string[] = [];
  for (const { name, args } of calls) {
    const [first, second] = args;
    if (first === undefined) return undefined;
    if (name === 'addBinaryData') {
      if (body !== undefined) return undefined;
      body = first;
    } else if (second === undefined) return undefined;
    else if (name === 'addHeader') headers.push([first, second]);
    else if (first.kind === 'string' && /^parameters(?:UTF8)?$/i.test(first.text)) parameters = second;
    // fetch has no other options; what is told of them stands with the notes.
    else if (first.kind === 'string') dropped.push(first.text);
    else return undefined;
  }
  return { headers, dropped, ...(body && { body }), ...(parameters && { parameters }) };
}

function fetchText(p: Porter, { method, url }: Request, { headers, body, parameters }: Options): string {
  const names = headers.map(([name, value]) => {
    const key = portValue(p, name);
    const raw = rawOf(key);
    const text = portValue(p, value).text;
    return raw === undefined ? `[${key.text}]: ${text}` : member(raw, text);
  });
  const sent = parameters === undefined ? undefined : behindFirst(p, parameters);
  const inUrl = method === 'GET' || method === 'DELETE';
  const address = portValue(p, url);
  const whole = inUrl && sent !== undefined ? joined([address, literal('?'), sent]) : address;
  const content = body === undefined ? (inUrl ? undefined : sent) : portValue(p, body);
  const members = [
    ...(method === 'GET' ? [] : [member('method', quoted(method))]),
    ...(names.length === 0 ? [] : [member('headers', objectText(names, 12))]),
    ...(content === undefined ? [] : [member('body', content.text)]),
  ];
  if (members.length === 0) return callText('fetch', [whole.text], p.column);
  const line = callText('fetch', [whole.text, objectText(members)], p.column + 20);
  return line.includes('\n') ? `fetch(${whole.text}, ${objectText(members, 100)})` : line;
}

/** `"?" + x` without the sign, which HTTP drops: `x`. */
function behindFirst(p: Porter, node: Expression): Piece {
  const isSign = node.kind === 'chain' && node.first.kind === 'string' && node.first.text === '?';
  if (isSign && node.rest.length === 1 && node.rest[0] !== undefined)
    return portValue(p, node.rest[0].operand);
  const written = portValue(p, node);
  const raw = rawOf(written);
  return raw === undefined
    ? piece(`${bound(written, level.call)}.slice(1)`, level.call)
    : literal(raw.slice(1));
}
