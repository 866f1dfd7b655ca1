import { operandsOf, type Expression, type Item, type Statement } from '../../crmscript/bound-tree.ts';
import type { CalledTree } from '../../crmscript/called-tree.ts';
import type { Span } from '../../crmscript/diagnostic.ts';
import {
  isGuard,
  namesOfStatus,
  type FlowAct,
  type Flow,
  type Placed,
  type ScriptFlow,
  type WrittenText,
} from './flow.ts';

/** What a script in CRMScript does about the chat; it has to be without errors. */
export function flowOfCrmScript(tree: CalledTree): ScriptFlow {
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
  readonly #tree: CalledTree;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #texts: WrittenText[] = [];
  readonly #routines = new Map<string, Flow>();
  readonly #assigned: { readonly name: string; readonly value: string }[] = [];
  readonly #files: ReadonlyMap<string, CalledTree['trees'][number]>;
  readonly #taken = new Set<string>();
  #ofStatus: ReadonlySet<string> = new Set();
  /** The variable that holds what the event gives, and the one with the bot's name. */
  #event: string | undefined;
  #author: string | undefined;

  constructor(tree: CalledTree) {
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
    const main: FlowAct[] = [];
    if (trees[0] !== undefined) this.#itemsOf(trees[0], main);
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
  #itemsOf({ file, items }: CalledTree['trees'][number], flow: FlowAct[]): void {
    if (this.#taken.has(file)) return;
    this.#taken.add(file);
    for (const item of items) this.#item(item, flow);
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
      const flow = this.#under(body);
      const known = this.#routines.get(name.text);
      const both: Flow =
        known === undefined ? flow : [{ kind: 'either', asksStatus: false, ways: [known, flow] }];
      this.#routines.set(name.text, both);
    }
  }

  /** A statement that stands under another: beside it there is room only in braces. */
  #under(body: Statement): Flow {
    const flow: FlowAct[] = [];
    if (body.kind === 'expression') this.#expression(body.expression, flow);
    else this.#item(body, flow);
    return flow;
  }

  /** Adds what is done in a statement to what is done before it. */
  #item(item: Item | Statement, flow: FlowAct[]): void {
    switch (item.kind) {
      case 'include': {
        const included = this.#files.get(item.id.toLowerCase());
        if (included !== undefined) this.#itemsOf(included, flow);
        break;
      }
      case 'block':
        for (const one of item.body) this.#item(one, flow);
        break;
      case 'variable':
        if (item.value !== undefined) this.#expression(item.value, flow);
        break;
      case 'expression':
        this.#expression(item.expression, flow, item.span);
        break;
      case 'if': {
        for (const { condition } of item.branches) this.#expression(condition, flow);
        const asksStatus = item.branches.some(({ condition }) => this.#isGuard(condition));
        const ways = item.branches.map(({ body }) => this.#under(body));
        if (item.otherwise !== undefined) ways.push(this.#under(item.otherwise));
        flow.push({ kind: 'either', asksStatus, ways });
        break;
      }
      case 'while':
        this.#expression(item.condition, flow);
        flow.push(this.#perhaps(item.body, item.condition));
        break;
      case 'for':
        if (item.start?.kind === 'variable') this.#item(item.start, flow);
        else if (item.start !== undefined) this.#expression(item.start, flow);
        flow.push(this.#perhaps(item.body, item.condition));
        break;
      case 'foreach':
        this.#expression(item.list, flow);
        flow.push(this.#perhaps(item.body));
        break;
      case 'try':
        this.#item(item.body, flow);
        flow.push(this.#perhaps(item.handler));
        break;
      case 'return':
        if (item.value !== undefined) this.#expression(item.value, flow);
        flow.push({ kind: 'leaves' });
        break;
      case 'throw':
        this.#expression(item.value, flow);
        flow.push({ kind: 'leaves' });
        break;
      default:
    }
  }

  #perhaps(body: Statement, condition?: Expression): FlowAct {
    const asksStatus = condition !== undefined && this.#isGuard(condition);
    return { kind: 'either', asksStatus, ways: [this.#under(body)] };
  }

  /** Adds what an expression does, inner calls first; `statement` is where it is all of one. */
  #expression(expression: Expression, flow: FlowAct[], statement?: Span): void {
    if (expression.kind === 'string') {
      this.#texts.push({ text: expression.text, at: expression.span, as: 'text' });
      return;
    }
    if (expression.kind === 'call') {
      const { callee, args } = expression;
      this.#given(args, callee.text === 'addChatMessage' ? 5 : -1, 'params');
      for (const one of args) this.#expression(one, flow);
      this.#call(callee.text, args, { at: expression.span, statement }, flow);
      return;
    }
    if (expression.kind === 'methodCall') {
      const { object, name, args } = expression;
      const type = this.#tree.receiverOf(expression)?.name ?? '';
      this.#given(args, type === 'HTTP' && methodsOfHttp.has(name.text) ? 0 : -1, 'address');
      this.#expression(object, flow);
      for (const one of args) this.#expression(one, flow);
      this.#method(type, name.text, args, { at: expression.span, statement }, flow);
      return;
    }
    for (const one of operandsOf(expression)) this.#expression(one, flow);
  }

  /** Notes a text that is given to a call, with what the call takes it for, before the walk comes to it as one text among others. */
  #given(args: readonly Expression[], index: number, as: WrittenText['as']): void {
    const given = args[index];
    const text = given?.kind === 'chain' ? given.first : given;
    if (text?.kind === 'string') this.#texts.push({ text: text.text, at: text.span, as });
  }

  #call(name: string, args: readonly Expression[], place: Placed, flow: FlowAct[]): void {
    if (this.#tree.hasFunction(name)) flow.push({ kind: 'calls', routine: name, ...place });
    else if (leaving.has(name)) flow.push({ kind: 'leaves' });
    else if (name === 'setChatStatus') this.#sets(args[1], args[0], place, flow);
    else {
      const kind = acting[name];
      const type = args[2];
      const isForOthers = kind === 'posts' && type?.kind === 'integer' && type.text !== toCustomer;
      if (kind !== undefined && !isForOthers) flow.push({ kind, ...place });
    }
  }

  #method(type: string, name: string, args: readonly Expression[], place: Placed, flow: FlowAct[]): void {
    if (type === 'NSChatAgent') {
      const kind = acting[name];
      if (kind !== undefined) flow.push({ kind, ...place });
    } else if (type === 'NSChatSessionEntity' && name === 'SetStatus') {
      this.#sets(args[0], undefined, place, flow);
    } else if (this.#routines.has(name) || this.#tree.hasStruct(type)) {
      flow.push({ kind: 'calls', routine: name, ...place });
    }
  }

  #sets(
    status: Expression | undefined,
    session: Expression | undefined,
    place: Placed,
    flow: FlowAct[],
  ): void {
    if (status?.kind !== 'integer' || status.text !== finished) return;
    flow.push({ kind: 'ends', session: session && this.#textOf(session.span), ...place });
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
