import {
  operandsOf,
  type CheckedTree,
  type Expression,
  type Item,
  type Statement,
} from '../../crmscript/bound-tree.ts';
import type { Span } from '../../crmscript/diagnostic.ts';
import {
  isGuard,
  namesOfStatus,
  type FlowAct,
  type Flow,
  type ScriptFlow,
  type WrittenText,
} from './flow.ts';

/** What a script in CRMScript does about the chat; it has to be without errors. */
export function flowOfCrmScript(tree: CheckedTree): ScriptFlow {
  return new Reader(tree).read();
}

/** Functions of the library that act, and methods of NSChatAgent that do the same. */
const acting: Readonly<Record<string, 'posts' | 'handsOver'>> = {
  addChatMessage: 'posts',
  AddChatMessage: 'posts',
  resetChat: 'handsOver',
  ResetChatSession: 'handsOver',
};

/** What ends the run of a script from wherever it stands. */
const leaving: ReadonlySet<string> = new Set(['exitWithMessage', 'exit']);

const finished = '7';
/** To whom a message of `addChatMessage` goes, where it is written down: only this reaches the customer. */
const toCustomer = '1';

const methodsOfHttp: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'execute',
  'head',
]);

class Reader {
  readonly #tree: CheckedTree;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #texts: WrittenText[] = [];
  readonly #routines = new Map<string, Flow>();
  readonly #assigned: { readonly name: string; readonly value: string }[] = [];
  readonly #files: ReadonlyMap<string, CheckedTree['trees'][number]>;
  readonly #taken = new Set<string>();
  #ofStatus: ReadonlySet<string> = new Set();
  /** The variable that holds what the event gives, and the one with the bot's name. */
  #event: string | undefined;
  #author: string | undefined;

  constructor(tree: CheckedTree) {
    this.#tree = tree;
    this.#sources = new Map(tree.trees.map(({ file, source }) => [file, source]));
    this.#files = new Map(tree.trees.map((one) => [one.file.toLowerCase(), one]));
  }

  read(): ScriptFlow {
    const { trees } = this.#tree;
    const items = trees.flatMap((one) => one.items);
    for (const item of items) this.#note(item);
    this.#ofStatus = namesOfStatus(this.#assigned);
    for (const item of items) this.#declare(item);
    const main = trees[0] === undefined ? [] : this.#itemsOf(trees[0]);
    const event = this.#event;
    const author = this.#author;
    return {
      main,
      routines: this.#routines,
      texts: this.#texts,
      asksFor: (comparison) =>
        event && `${event}.getInputValue("chatSession.status").toInteger() ${comparison}`,
      says: (session, text) =>
        author && `addChatMessage(${session}, ${JSON.stringify(text)}, 1, ${author}, 0, "");`,
    };
  }

  /** What a script includes runs where it is first taken in. */
  #itemsOf({ file, items }: CheckedTree['trees'][number]): Flow {
    if (this.#taken.has(file)) return [];
    this.#taken.add(file);
    return items.flatMap((item) => this.#item(item));
  }

  /** Takes down what names stand for, wherever they are given a value. */
  #note(item: Item | Statement): void {
    if (item.kind === 'function') {
      this.#assigned.push({ name: item.name.text, value: this.#textOf(item.body.span) });
      this.#note(item.body);
    } else if (item.kind === 'struct') for (const method of item.methods) this.#note(method);
    else for (const part of partsOf(item)) this.#note(part);
    if (item.kind === 'variable') {
      const value = item.value === undefined ? '' : this.#textOf(item.value.span);
      this.#assigned.push({ name: item.name.text, value });
      if (item.type.name.text === 'EventData') this.#event ??= item.name.text;
      if (item.type.name.text === 'String' && /chatTopic\.botName/i.test(value))
        this.#author ??= item.name.text;
    }
    if (item.kind === 'expression' && item.expression.kind === 'assignment') {
      const { target, value } = item.expression;
      if (target.kind === 'name') this.#assigned.push({ name: target.text, value: this.#textOf(value.span) });
    }
  }

  #declare(item: Item): void {
    const functions = item.kind === 'function' ? [item] : item.kind === 'struct' ? item.methods : [];
    for (const { name, body } of functions) {
      const flow = this.#item(body);
      const known = this.#routines.get(name.text);
      const both: Flow =
        known === undefined ? flow : [{ kind: 'either', asksStatus: false, ways: [known, flow] }];
      this.#routines.set(name.text, both);
    }
  }

  /** A statement that stands under another: beside it there is room only in braces. */
  #under(body: Statement): Flow {
    return body.kind === 'expression' ? this.#expression(body.expression) : this.#item(body);
  }

  #item(item: Item | Statement): Flow {
    switch (item.kind) {
      case 'include': {
        const included = this.#files.get(item.id.toLowerCase());
        return included === undefined ? [] : this.#itemsOf(included);
      }
      case 'block':
        return item.body.flatMap((one) => this.#item(one));
      case 'variable':
        return item.value === undefined ? [] : this.#expression(item.value);
      case 'expression':
        return this.#expression(item.expression, item.span);
      case 'if': {
        const asked = item.branches.flatMap(({ condition }) => this.#expression(condition));
        const asksStatus = item.branches.some(({ condition }) => this.#isGuard(condition));
        const ways = item.branches.map(({ body }) => this.#under(body));
        const last = item.otherwise === undefined ? [] : [this.#under(item.otherwise)];
        return [...asked, { kind: 'either', asksStatus, ways: [...ways, ...last] }];
      }
      case 'while':
        return [...this.#expression(item.condition), this.#perhaps(item.body, item.condition)];
      case 'for':
        return [...this.#start(item.start), this.#perhaps(item.body, item.condition)];
      case 'foreach':
        return [...this.#expression(item.list), this.#perhaps(item.body)];
      case 'try':
        return [...this.#item(item.body), this.#perhaps(item.handler)];
      case 'return':
        return [...(item.value === undefined ? [] : this.#expression(item.value)), { kind: 'leaves' }];
      case 'throw':
        return [...this.#expression(item.value), { kind: 'leaves' }];
      default:
        return [];
    }
  }

  #start(start: Extract<Statement, { kind: 'for' }>['start']): Flow {
    if (start === undefined) return [];
    return start.kind === 'variable' ? this.#item(start) : this.#expression(start);
  }

  #perhaps(body: Statement, condition?: Expression): FlowAct {
    const asksStatus = condition !== undefined && this.#isGuard(condition);
    return { kind: 'either', asksStatus, ways: [this.#under(body)] };
  }

  /** What an expression does, inner calls first; `statement` is where it is all of one. */
  #expression(expression: Expression, statement?: Span): Flow {
    if (expression.kind === 'string') {
      this.#texts.push({ text: expression.text, at: expression.span, as: 'text' });
      return [];
    }
    if (expression.kind === 'call') {
      const { callee, args } = expression;
      this.#given(args, callee.text === 'addChatMessage' ? 5 : -1, 'params');
      const inner = args.flatMap((one) => this.#expression(one));
      return [...inner, ...this.#call(callee.text, args, { at: expression.span, statement })];
    }
    if (expression.kind === 'methodCall') {
      const { object, name, args } = expression;
      const type = this.#tree.codeOf(object)?.type.name ?? '';
      this.#given(args, type === 'HTTP' && methodsOfHttp.has(name.text) ? 0 : -1, 'address');
      const inner = [object, ...args].flatMap((one) => this.#expression(one));
      return [...inner, ...this.#method(type, name.text, args, { at: expression.span, statement })];
    }
    return operandsOf(expression).flatMap((one) => this.#expression(one));
  }

  /** Notes a text that is given to a call, with what the call takes it for, before the walk comes to it as one text among others. */
  #given(args: readonly Expression[], index: number, as: WrittenText['as']): void {
    const given = args[index];
    const text = given?.kind === 'chain' ? given.first : given;
    if (text?.kind === 'string') this.#texts.push({ text: text.text, at: text.span, as });
  }

  #call(name: string, args: readonly Expression[], place: { at: Span; statement: Span | undefined }): Flow {
    if (this.#tree.functionsOf(name) !== undefined) return [{ kind: 'calls', routine: name, ...place }];
    if (leaving.has(name)) return [{ kind: 'leaves' }];
    if (name === 'setChatStatus') return this.#sets(args, args[0], place);
    const kind = acting[name];
    const type = args[2];
    if (kind === 'posts' && type?.kind === 'integer' && type.text !== toCustomer) return [];
    return kind === undefined ? [] : [{ kind, ...place }];
  }

  #method(
    type: string,
    name: string,
    args: readonly Expression[],
    place: { at: Span; statement: Span | undefined },
  ): Flow {
    if (type === 'NSChatAgent') {
      const kind = acting[name];
      return kind === undefined ? [] : [{ kind, ...place }];
    }
    if (type === 'NSChatSessionEntity' && name === 'SetStatus')
      return this.#sets([args[0], args[0]], undefined, place);
    return this.#routines.has(name) || this.#isOwnMethod(type)
      ? [{ kind: 'calls', routine: name, ...place }]
      : [];
  }

  #isOwnMethod(type: string): boolean {
    return this.#tree.structOf(type) !== undefined;
  }

  #sets(
    [, status]: readonly (Expression | undefined)[],
    session: Expression | undefined,
    place: { at: Span; statement: Span | undefined },
  ): Flow {
    if (status?.kind !== 'integer' || status.text !== finished) return [];
    return [{ kind: 'ends', session: session && this.#textOf(session.span), ...place }];
  }

  #isGuard(condition: Expression): boolean {
    return isGuard(this.#textOf(condition.span), this.#ofStatus);
  }

  #textOf({ file, start, end }: Span): string {
    return this.#sources.get(file)?.slice(start, end) ?? '';
  }
}

/** The statements that a statement is made of. */
function partsOf(item: Item | Statement): readonly Statement[] {
  switch (item.kind) {
    case 'block':
      return item.body as readonly Statement[];
    case 'if':
      return [
        ...item.branches.map(({ body }) => body),
        ...(item.otherwise === undefined ? [] : [item.otherwise]),
      ];
    case 'while':
    case 'foreach':
    case 'for':
      return [item.body];
    case 'try':
      return [item.body, item.handler];
    default:
      return [];
  }
}
