import type { Expression, Item, Statement } from '../syntax/ast.ts';
import { parseExpression } from './parse-expression.ts';
import { parseItem } from './parse-item.ts';
import { skipPastBlock } from './recover.ts';
import { through, type Mark, type TokenStream } from './token-stream.ts';

export const switchText = 'CRMScript has no "switch". Write if … else if … else.';

/** What stands behind one or several labels: the statements up to the `break`, and how they are written. */
type Branch = {
  readonly labels: readonly Expression[];
  readonly isDefault: boolean;
  readonly body: readonly Item[];
  readonly text: string;
};

/**
 * A `switch` of another language, reported. Where each branch ends before the next begins it is an if … else if …
 * else, and is offered and checked as one; else it is skipped.
 */
export function parseSwitch(tokens: TokenStream): Item {
  const mark = tokens.mark();
  const start = tokens.next();
  tokens.next();
  const subject = parseExpression(tokens);
  const opened = isPlace(subject) && !tokens.panicking && tokens.accept(')') && tokens.accept('{');
  const lead = opened ? remarks(tokens).trim() : '';
  const branches = opened ? parseBranches(tokens) : undefined;
  const [first] = branches ?? [];
  const chain = branches?.every(
    ({ isDefault }, index) => !isDefault || (index > 0 && index === branches.length - 1),
  );
  if (branches === undefined || first === undefined || chain !== true) return skip(tokens, mark);
  const span = through(start, tokens.previous());
  const written = tokens.slice(subject.span, subject.span);
  const lines = tokens.slice(span, span).includes('\n');
  const indent = lines ? ' '.repeat(tokens.indentOf(mark.index) - 1) : undefined;
  const before = lead === '' ? '' : lead + (indent === undefined ? ' ' : `\n${indent}`);
  const text = before + textOf(tokens, branches, written, indent);
  const fix = { label: 'Write if … else', start: span.start, end: span.end, text };
  tokens.complainAnew('not-crmscript', switchText, start, fix);
  return asIf(branches, subject, span);
}

/** What can be asked again and again: no call is made. */
const isPlace = (subject: Expression): boolean =>
  subject.kind === 'name' ||
  subject.kind === 'this' ||
  (subject.kind === 'member' && isPlace(subject.object));

function skip(tokens: TokenStream, mark: Mark): Item {
  tokens.rewind(mark);
  const span = tokens.peek();
  tokens.report('not-crmscript', switchText, span);
  skipPastBlock(tokens);
  tokens.recover();
  return { kind: 'empty', span };
}

const isCase = (tokens: TokenStream): boolean =>
  tokens.peek().text === 'case' && tokens.peek().kind === 'name';
const isDefault = (tokens: TokenStream): boolean => tokens.peek().text === 'default' && tokens.is(':', 1);

function parseBranches(tokens: TokenStream): Branch[] | undefined {
  const branches: Branch[] = [];
  while (!tokens.is('}')) {
    const branch = parseBranch(tokens);
    if (branch === undefined) return undefined;
    branches.push(branch);
  }
  tokens.next();
  return branches;
}

function parseBranch(tokens: TokenStream): Branch | undefined {
  const labels: Expression[] = [];
  let otherwise = false;
  while (isCase(tokens) || isDefault(tokens)) {
    otherwise ||= isDefault(tokens);
    const isLabel = isCase(tokens);
    tokens.next();
    if (isLabel) labels.push(parseExpression(tokens));
    if (tokens.panicking || !tokens.accept(':')) return undefined;
  }
  if (labels.length === 0 && !otherwise) return undefined;
  const inside = parseInside(tokens);
  return inside && { labels, isDefault: otherwise, ...inside };
}

/** The statements up to the next label, of which the last leaves the switch. */
function parseInside(tokens: TokenStream): Pick<Branch, 'body' | 'text'> | undefined {
  const { problems } = tokens.mark();
  const braces = tokens.accept('{');
  const from = tokens.previous().end;
  const body: Item[] = [];
  while (!endsBranch(tokens) && !tokens.is('break')) {
    if (tokens.atEnd) return undefined;
    parseItem(tokens, body);
  }
  const text = tokens.source.slice(from, tokens.peek().start);
  const last = body.at(-1)?.kind;
  let left = last === 'return' || last === 'throw' || last === 'continue';
  let behind = '';
  if (acceptBreak(tokens)) {
    left = true;
    behind += remarks(tokens);
  }
  if (braces && !tokens.accept('}')) return undefined;
  if (braces) behind += remarks(tokens);
  if (acceptBreak(tokens)) {
    left = true;
    behind += remarks(tokens);
  }
  const clean = tokens.problems.mark === problems && !body.some(leaves);
  return clean && endsBranch(tokens) && (left || tokens.is('}'))
    ? { body, text: text.trimEnd() + behind }
    : undefined;
}

/** The remarks between what was read and what comes next. */
const remarks = (tokens: TokenStream): string =>
  tokens.slice({ start: tokens.previous().end }, { end: tokens.peek().start }).trimEnd();

const endsBranch = (tokens: TokenStream): boolean => tokens.is('}') || isCase(tokens) || isDefault(tokens);

function acceptBreak(tokens: TokenStream): boolean {
  if (!tokens.is('break') || !tokens.is(';', 1)) return false;
  tokens.next();
  tokens.next();
  return true;
}

/** True where a `break` would leave the switch from further inside. */
function leaves(item: Item): boolean {
  switch (item.kind) {
    case 'break':
      return true;
    case 'block':
      return item.body.some(leaves);
    case 'if':
      return (
        item.branches.some(({ body }) => leaves(body)) ||
        (item.otherwise !== undefined && leaves(item.otherwise))
      );
    case 'try':
      return leaves(item.body) || leaves(item.handler);
    default:
      return false;
  }
}

function textOf(
  tokens: TokenStream,
  branches: readonly Branch[],
  subject: string,
  indent: string | undefined,
): string {
  const close = indent === undefined ? ' ' : `\n${indent}`;
  return branches
    .map(({ labels, isDefault: otherwise, text }) => {
      const tests = labels.map((label) => `${subject} == ${operandOf(tokens, label)}`).join(' || ');
      const head = otherwise ? '' : `if (${tests}) `;
      // A remark up to the end of its line would take the brace with it.
      return /\n|\/\//.test(text) ? `${head}{${text}${close}}` : `${head}{ ${text.trim()} }`;
    })
    .join(' else ');
}

/** A label as it stands behind `==`. */
function operandOf(tokens: TokenStream, { kind, span }: Expression): string {
  const written = tokens.slice(span, span);
  return kind === 'chain' || kind === 'assignment' ? `(${written})` : written;
}

function asIf(branches: readonly Branch[], subject: Expression, span: Statement['span']): Item {
  const block = (body: readonly Item[]): Statement => ({ kind: 'block', body, closeSpan: span, span });
  const last = branches.at(-1);
  return {
    kind: 'if',
    branches: branches
      .filter((branch) => !branch.isDefault)
      .map(({ labels, body }) => ({ condition: anyOf(labels, subject), body: block(body), span })),
    otherwise: last?.isDefault === true ? block(last.body) : undefined,
    span,
  };
}

/** `subject == a || subject == b` */
function anyOf(labels: readonly Expression[], subject: Expression): Expression {
  const [first = subject, ...rest] = labels.map((label): Expression => ({
    kind: 'chain',
    first: subject,
    rest: [{ operator: '==', operatorSpan: label.span, operand: label }],
    span: label.span,
  }));
  if (rest.length === 0) return first;
  const links = rest.map((operand) => ({ operator: '||' as const, operatorSpan: operand.span, operand }));
  return { kind: 'chain', first, rest: links, span: first.span };
}
