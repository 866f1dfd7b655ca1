import type { Block, Expression, Item, Statement } from '../../crmscript/bound-tree.ts';
import { portExpression, portValue } from './expression.ts';
import { portFor, portForeach, portWhile } from './loops.ts';
import { portFunction, portStruct } from './declarations.ts';
import { portAssignment, portGiven, portIncrement } from './operators.ts';
import { level, piece, type Piece } from './piece.ts';
import { Plan } from './plan.ts';
import type { Porter } from './porter.ts';
import { portVariable } from './variables.ts';
import { isWide } from './wide.ts';
import type { Writer } from './writer.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** The items of a script or block, in their order, with the comments between them. */
export function portItems(p: Porter, w: Writer, items: readonly Item[]): void {
  const plan = new Plan(p, items);
  for (const item of items) {
    if (item.kind === 'languageLevel') {
      w.reached(item.span.end);
      continue;
    }
    // Functions stand apart, with the comment that is above them.
    if (item.kind === 'function' || item.kind === 'struct') w.space();
    w.upTo(item.span.start);
    p.column = w.column;
    if (plan.write(item, w)) {
      w.after(item.span);
      continue;
    }
    p.requests.get(item)?.(w);
    p.column = w.column;
    portItem(p, w, item);
  }
}

function portItem(p: Porter, w: Writer, item: Item): void {
  switch (item.kind) {
    case 'include':
      w.line(`///<include includeId="${p.includeName(item.id)}">`);
      w.after(item.span);
      break;
    case 'languageLevel':
      break;
    case 'function':
      portFunction(p, w, item, undefined);
      w.space();
      break;
    case 'struct':
      portStruct(p, w, item);
      w.space();
      break;
    default:
      portStatement(p, w, item);
  }
}

export function portStatement(p: Porter, w: Writer, statement: Statement): void {
  switch (statement.kind) {
    case 'block':
      w.line('{');
      portBody(p, w, statement);
      w.line('}');
      break;
    case 'variable':
      whole(p, w, statement, () => portVariable(p, statement));
      break;
    case 'expression':
      whole(
        p,
        w,
        statement,
        () => portExit(p, statement.expression) ?? `${portAlone(p, statement.expression).text};`,
      );
      break;
    case 'if':
      portIf(p, w, statement);
      break;
    case 'while':
      portWhile(p, w, statement);
      break;
    case 'for':
      portFor(p, w, statement);
      break;
    case 'foreach':
      portForeach(p, w, statement);
      break;
    case 'try':
      portTry(p, w, statement);
      break;
    case 'return':
      whole(p, w, statement, () => portReturn(p, statement));
      break;
    case 'throw':
      whole(p, w, statement, () => `throw new Error(${portValue(p, statement.value).text});`);
      break;
    case 'break':
    case 'continue':
      w.line(`${statement.kind};`);
      w.after(statement.span);
      break;
    case 'empty':
      w.reached(statement.span.end);
  }
}

/** A statement without others in it. What of it could not be ported stands above it as it was. */
function whole(p: Porter, w: Writer, statement: Statement, write: () => string): void {
  const before = p.missed;
  const text = write();
  w.upTo(statement.span.end);
  if (p.missed > before) w.missing(p.textOf(statement.span), text);
  else w.line(text);
  w.after(statement.span);
}

/** `exitWithMessage` at the top of a script: what it prints, and the end. In a function it has no counterpart. */
function portExit(p: Porter, node: Expression): string | undefined {
  const code = p.tree.codeOf(node);
  if (node.kind !== 'call' || code?.kind !== 'native' || code.callee.name !== 'exitWithMessage')
    return undefined;
  const [message] = node.args;
  if (p.routine !== undefined || message === undefined) return undefined;
  p.facts.add('returnsAtTop', `${p.file} whole`);
  return `context.result.body += ${portValue(p, message).text};\nreturn;`;
}

/** An expression of whose value nobody makes use. */
export function portAlone(p: Porter, node: Expression): Piece {
  p.alone = node;
  if (node.kind === 'increment') return portIncrement(p, node, true);
  if (node.kind === 'assignment') return portAssignment(p, node, true);
  const one = portExpression(p, node);
  return one.text.startsWith('{') ? piece(`(${one.text})`, level.whole) : one;
}

/** The statements of a branch or loop, in braces whether the script has them or not. */
export function portBody(p: Porter, w: Writer, body: Statement): void {
  w.inside(() => {
    if (body.kind !== 'block') {
      w.upTo(body.span.start);
      p.column = w.column;
      portItems(p, w, [body]);
      return;
    }
    w.reached(body.span.start + 1);
    portItems(p, w, body.body);
    w.upTo(body.closeSpan.start);
  });
  if (body.kind === 'block') w.reached(body.closeSpan.end);
}

/** The comment that stands behind the brace with which a body begins. */
export const behindBrace = (w: Writer, body: Statement | Block): void => {
  if (body.kind === 'block') w.after({ end: body.span.start + 1 });
};

function portIf(p: Porter, w: Writer, node: Of<'if'>): void {
  node.branches.forEach(({ condition, body }, index) => {
    w.line(`${index === 0 ? '' : '} else '}if (${portValue(p, condition).text}) {`);
    behindBrace(w, body);
    portBody(p, w, body);
  });
  const { otherwise } = node;
  if (otherwise !== undefined) {
    w.line('} else {');
    behindBrace(w, otherwise);
    portBody(p, w, otherwise);
  }
  w.line('}');
  w.after(node.span);
}

function portTry(p: Porter, w: Writer, node: Of<'try'>): void {
  w.line('try {');
  behindBrace(w, node.body);
  portBody(p, w, node.body);
  const text = p.textOf(node.handler.span);
  const asks = /\berror\b/.test(text);
  const changes = /\berror\s*(?:=[^=]|\+=|\.\s*(?:append|getLine|wrap)\b)/.test(text);
  const asksWhere = /\berrorLocation\b/.test(text);
  w.line(asks || asksWhere ? '} catch (caught) {' : '} catch {');
  behindBrace(w, node.handler);
  w.inside(() => {
    if (asks) w.line(`${changes ? 'let' : 'const'} error = ${p.need('errorText')}(caught);`);
    if (!asksWhere) return;
    p.note(node.handler.span, 'port-place', {});
    w.line("const errorLocation = caught instanceof Error ? (caught.stack ?? '') : '';");
  });
  const around = p.parameters;
  p.parameters = new Set([...around, ...(asks ? ['error'] : [])]);
  portBody(p, w, node.handler);
  p.parameters = around;
  w.line('}');
  w.after(node.span);
}

function portReturn(p: Porter, { value }: Of<'return'>): string {
  const { routine } = p;
  if (routine === undefined) {
    p.facts.add('returnsAtTop', `${p.file} whole`);
    const effect = value === undefined || value.kind !== 'call' ? '' : `${portAlone(p, value).text};\n`;
    return `${effect}return;`;
  }
  if (value === undefined) return 'return;';
  const key = p.keyOfRoutine(routine);
  if (routine.returns.kind === 'void') return `return ${portAlone(p, value).text};`;
  if (isWide(p, value)) p.facts.add('returnsWide', key);
  const keepsNull = p.facts.has('returnsNull', key);
  if (p.is('nullable', p.variableIn(value)) && keepsNull) p.facts.add('returnsNull', key);
  if (keepsNull) p.mark('nullable', p.variableIn(value));
  const given = portGiven(
    p,
    value,
    routine.returns,
    keepsNull ? { ...piece(''), nullable: true } : piece(''),
  );
  if (given.isText === true) p.facts.add('text', `${key} returns`);
  return `return ${given.text};`;
}
