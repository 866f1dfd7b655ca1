import { Buffer } from 'node:buffer';
import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  createMessageConnection,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  ResponseError,
  StreamMessageWriter,
  type CancellationToken,
  type DataCallback,
  type Disposable,
  type MessageConnection,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver-protocol/node';
import { Frames, type FrameProblem } from '../frames.ts';

/** What is asked of the server, and what it is told. A request that cannot be answered gets a `ResponseError`. */
export type MessageHandlers = {
  readonly request: (method: string, params: unknown, token: CancellationToken) => unknown;
  readonly notification: (method: string, params: unknown) => void;
  readonly closed: () => void;
};

/** A frame that began and does not go on is told of after so long, in milliseconds. */
const patience = 10_000;
/** Work that can wait waits no longer than this for messages that are not taken up yet, in milliseconds. */
const longestWait = 50;

/** The line to the client: messages in frames, one taken up after the other, whatever else comes. */
export class LspConnection {
  readonly connection: MessageConnection;
  #delivered = 0;
  #taken = 0;

  constructor(input: Readable, output: Writable, say: (text: string) => void, heard: MessageHandlers) {
    const writer = new StreamMessageWriter(output);
    const reader = new Reader(input, say, {
      delivered: () => (this.#delivered += 1),
      refuse: ({ kind, text }, id) => {
        const code = kind === 'json' ? ErrorCodes.ParseError : ErrorCodes.InvalidRequest;
        const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message: text } };
        writer.write(answer).catch(() => undefined); // whoever is gone needs no answer
      },
    });
    const logger = { error: say, warn: say, info: say, log: say };
    this.connection = createMessageConnection(reader, writer, logger, {
      connectionStrategy: {
        cancelUndispatched: (message) => (Message.isRequest(message) ? this.#cancelled(message) : undefined),
      },
    });
    this.connection.onError(([error]) => {
      say(error.message);
    });
    this.connection.onClose(heard.closed);
    this.connection.onRequest((method, params, token) => {
      this.#taken += 1;
      return heard.request(method, params, token);
    });
    this.connection.onNotification((method, params) => {
      this.#taken += 1;
      heard.notification(method, params);
    });
  }

  /** Tells the client something; where it is gone, nobody. */
  tell(method: string, params: object): void {
    this.connection.sendNotification(method, params).catch(() => undefined);
  }

  /** Comes back once nothing that was sent waits to be taken up. */
  async quiet(): Promise<void> {
    const until = performance.now() + longestWait;
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#taken < this.#delivered && performance.now() < until);
    this.#taken = Math.max(this.#taken, this.#delivered);
  }

  #cancelled(message: RequestMessage): ResponseMessage {
    this.#taken += 1;
    const error = { code: LSPErrorCodes.RequestCancelled, message: 'It was cancelled before it was begun.' };
    return { jsonrpc: '2.0', id: message.id, error };
  }
}

type Id = string | number | null;
type LineHandlers = {
  readonly delivered: () => void;
  readonly refuse: (problem: FrameProblem, id: Id) => void;
};

class Reader extends AbstractMessageReader {
  readonly #input: Readable;
  readonly #say: (text: string) => void;
  readonly #told: LineHandlers;

  constructor(input: Readable, say: (text: string) => void, told: LineHandlers) {
    super();
    this.#input = input;
    this.#say = say;
    this.#told = told;
  }

  listen(callback: DataCallback): Disposable {
    const refuse = (problem: FrameProblem, id: Id = null) => {
      this.#say(problem.text);
      this.#told.refuse(problem, id);
    };
    const take = (message: unknown): void => {
      const problem = problemOf(message);
      if (problem !== undefined) {
        const id = isObject(message) ? message['id'] : null;
        refuse({ kind: 'frame', text: problem }, isId(id) ? id : null);
        return;
      }
      const { method } = message as { readonly method?: string };
      if (method !== undefined && method !== '$/cancelRequest') this.#told.delivered();
      callback(message as Message);
    };
    const frames = new Frames({ take, refuse });
    let waiting: NodeJS.Timeout | undefined;
    const onData = (chunk: Buffer | string): void => {
      clearTimeout(waiting);
      frames.push(Buffer.from(chunk));
      if (frames.missing === undefined) return;
      waiting = setTimeout(() => {
        this.#say(
          `A message lacks ${String(frames.missing)} bytes of what its Content-Length says; they are waited for.`,
        );
      }, patience).unref();
    };
    const onEnd = () => {
      clearTimeout(waiting);
      if (frames.missing !== undefined) this.#say('The client has gone in the middle of a message.');
      this.fireClose();
    };
    this.#input.on('data', onData).on('end', onEnd).on('close', onEnd);
    this.#input.on('error', (error) => {
      this.fireError(error);
      onEnd();
    });
    return { dispose: () => void this.#input.off('data', onData) };
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** Why a message is none that the protocol knows; undefined where it is one. */
function problemOf(message: unknown): string | undefined {
  if (Array.isArray(message)) return 'Several messages in one were left out: this protocol has no batches.';
  if (!isObject(message)) return 'A message that is no object was left out.';
  const { method, id, params } = message;
  if (method === undefined) {
    const isAnswer = isId(id) && ('result' in message || isObject(message['error']));
    return isAnswer || (id === null && isObject(message['error']))
      ? undefined
      : 'A message without a method was left out.';
  }
  if (typeof method !== 'string') return 'A message whose method is no text was left out.';
  if (id !== undefined && !isId(id))
    return `A request (${method}) whose id is neither text nor number was left out.`;
  if (params !== undefined && (typeof params !== 'object' || params === null))
    return params === null ? undefined : `${method} was left out, as its parameters are no object.`;
  if (method === '$/cancelRequest' && !(isObject(params) && isId(params['id'])))
    return 'A cancellation that names no request was left out.';
  return undefined;
}

export { ErrorCodes, LSPErrorCodes, ResponseError };
export type { CancellationToken };
