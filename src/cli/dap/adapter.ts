import { withoutHung } from '../hung.ts';
import type { Languages } from '../terminal.ts';
import { UsageError } from '../terminal.ts';
import { BreakpointBook } from './breakpoint-book.ts';
import { capabilities } from './capabilities.ts';
import { Client } from './client.ts';
import { RequestArguments, RequestError } from './request-arguments.ts';
import { launched } from './launch.ts';
import { Rehearsal } from './rehearsal.ts';
import { breakpointHandlers } from './requests/breakpoints.ts';
import { evaluatingHandlers } from './requests/evaluating.ts';
import { lookingHandlers } from './requests/looking.ts';
import { movingHandlers } from './requests/moving.ts';
import { rehearsalOf, type Reply, type RequestContext, type Handlers } from './requests/request.ts';

/** A request of an editor. */
export type Request = { readonly seq: number; readonly command: string; readonly arguments?: unknown };

/** What goes to the editor; whoever sends it numbers it. */
export type Sent =
  | { readonly type: 'event'; readonly event: string; readonly body?: object }
  | {
      readonly type: 'response';
      readonly request_seq: number;
      readonly command: string;
      readonly success: boolean;
      readonly message?: string;
      readonly body?: object;
    };

export type AdapterOptions = {
  readonly send: (message: Sent) => void;
  /** From where relative paths count. */
  readonly folder: string;
  readonly languages: Languages;
  /** The moment of this machine, as an ISO instant. */
  readonly now: () => string;
};

const handlers: Handlers = {
  ...breakpointHandlers,
  ...movingHandlers,
  ...lookingHandlers,
  ...evaluatingHandlers,
};

/**
 * Requests that a person makes: the editor shows why one failed. Others it makes by itself, such as for the value under the
 * pointer, and keeps quiet about failures.
 */
const shownToUser: ReadonlySet<string> = new Set([
  'launch',
  'attach',
  'restart',
  'setVariable',
  'setExpression',
  'goto',
  'restartFrame',
  'source',
]);

/**
 * The debug adapter: requests in, answers and events out, one after the other. It knows nothing of streams. What cannot be done is answered
 * as failed with the reason, and changes nothing.
 */
export class Adapter {
  readonly #options: AdapterOptions;
  #client: Client | null = null;
  #book: BreakpointBook | null = null;
  #rehearsal: Rehearsal | null = null;
  #launch: RequestArguments | null = null;
  #now = '';
  #isConfigured = false;
  #lastId = 0;
  #launches = 0;

  constructor(options: AdapterOptions) {
    this.#options = options;
  }

  receive(request: Request): void {
    const { seq, command } = request;
    const respond = (success: boolean, rest: object): void => {
      this.#options.send({ type: 'response', request_seq: seq, command, success, ...rest });
    };
    let answered: Reply;
    try {
      answered = this.#answer(command, new RequestArguments(command, request.arguments));
    } catch (error) {
      if (!(error instanceof RequestError || error instanceof UsageError)) throw error;
      const message = error.message.trimEnd();
      const showUser = shownToUser.has(command);
      respond(false, {
        message,
        body: { error: { id: 1, format: '{message}', variables: { message }, showUser } },
      });
      return;
    }
    const { body, then } = answered;
    respond(true, body === undefined ? {} : { body });
    then?.();
  }

  #answer(command: string, given: RequestArguments): Reply {
    if (command === 'initialize') return this.#initialize(given);
    const client = this.#client;
    const book = this.#book;
    if (client === null || book === null)
      throw new RequestError(`${command}: “initialize” has to come first.`);
    switch (command) {
      case 'launch':
        return this.#begin(given, client, book);
      case 'configurationDone':
        return this.#configured(this.#asked(client, book));
      case 'restart':
        return this.#restart(given, client, book);
      case 'terminate':
        return {
          then: () => {
            this.#end();
          },
        };
      case 'disconnect':
        this.#rehearsal = null;
        return {};
      case 'attach':
        throw new RequestError('There is nothing to attach to: scripts run only here. Use “launch”.');
    }
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (handler === undefined) throw new RequestError(`There is no request “${command}”.`);
    return handler(this.#asked(client, book), given);
  }

  #asked(client: Client, book: BreakpointBook): RequestContext {
    const rehearsal = this.#rehearsal;
    return { client, book, rehearsal, isOver: rehearsal === null && this.#launch !== null };
  }

  #initialize(given: RequestArguments): Reply {
    if (this.#client !== null) throw new RequestError('initialize: it was said before.');
    this.#client = new Client(given);
    this.#book = new BreakpointBook(this.#client);
    return { body: capabilities };
  }

  #begin(given: RequestArguments, client: Client, book: BreakpointBook): Reply {
    if (this.#launch !== null)
      throw new RequestError('launch: something was launched already. Use “restart”.');
    this.#now = this.#options.now();
    const rehearsal = this.#open(given, client, book);
    this.#launch = given;
    this.#rehearsal = rehearsal;
    return {
      then: () => {
        this.#tell('initialized');
        for (const breakpoint of book.allShown(rehearsal.sources, rehearsal.world))
          this.#tell('breakpoint', { reason: 'changed', breakpoint });
      },
    };
  }

  #open(given: RequestArguments, client: Client, book: BreakpointBook): Rehearsal {
    const { folder, languages } = this.#options;
    // Those that fail count, too: asked the same again, another thread counts the same.
    const number = this.#launches++;
    const opened = launched(given, folder, languages, this.#now);
    const hung = languages.progress?.hung.filter(({ file }) => file === number);
    const steps = withoutHung(opened.steps, hung ?? []);
    return new Rehearsal(
      { ...opened, steps },
      {
        client,
        book,
        tell: (event, body) => {
          this.#tell(event, body);
        },
        beginsStep: (step) => languages.progress?.beginsStep(number, step),
        nextId: () => ++this.#lastId,
      },
    );
  }

  #configured(asked: RequestContext): Reply {
    const rehearsal = rehearsalOf(asked);
    if (this.#isConfigured) throw new RequestError('configurationDone: it was said before.');
    this.#isConfigured = true;
    return {
      then: () => {
        rehearsal.begin();
      },
    };
  }

  /** Reads the files anew, as somebody may have changed them. */
  #restart(given: RequestArguments, client: Client, book: BreakpointBook): Reply {
    if (this.#launch === null) throw new RequestError('Nothing has been launched yet.');
    const again = given.has('arguments') ? given.object('arguments') : this.#launch;
    const rehearsal = this.#open(again, client, book);
    this.#launch = again;
    this.#rehearsal = rehearsal;
    return {
      then: () => {
        if (this.#isConfigured) rehearsal.begin();
      },
    };
  }

  #end(): void {
    this.#rehearsal = null;
    this.#tell('terminated');
  }

  #tell(event: string, body?: object): void {
    this.#options.send({ type: 'event', event, ...(body !== undefined && { body }) });
  }
}
