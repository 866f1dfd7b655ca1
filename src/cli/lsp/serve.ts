import process from 'node:process';
import type { InitializeParams } from 'vscode-languageserver-protocol';
import { MessageType, ShowMessageNotification } from 'vscode-languageserver-protocol/node';
import { UsageError, type ExitCode, type ServerIo } from '../terminal.ts';
import { capabilitiesFor } from './capabilities.ts';
import { Checking } from './checking.ts';
import type { OpenDocument } from './documents.ts';
import { isObject } from './given.ts';
import {
  ErrorCodes,
  LspConnection,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
} from './lsp-connection.ts';
import { notified } from './notifications.ts';
import { Session } from './session.ts';

/** How often it is looked whether the editor is still there, in milliseconds. */
const lookEvery = 3_000;

/**
 * `lsp`: the language server of CRMScript and SuperOffice's scripts in JavaScript, over standard input and output alone. It ends with
 * the editor: when that says so (0 after `shutdown`, else 1), closes its end of the line, or is gone.
 */
export async function serveLanguage(io: ServerIo): Promise<ExitCode> {
  const problem = problemOfArguments(io.args);
  if (problem !== undefined) {
    io.err(`${problem}\n`);
    return 2;
  }
  // Whatever else writes something must not write into the protocol.
  globalThis.console = new console.Console(process.stderr, process.stderr);
  return new Promise((resolve) => {
    const server = new Server(io, resolve);
    server.listen();
  });
}

/** Editors add `--stdio` and their process by habit. */
function problemOfArguments(args: readonly string[]): string | undefined {
  const unknown = args.find((arg) => arg !== '--stdio' && !/^--clientProcessId=\d+$/.test(arg));
  if (unknown === undefined) return undefined;
  return new UsageError(`lsp: “${unknown}” is no option. It talks over standard input and output (--stdio).`)
    .message;
}

class Server {
  readonly #io: ServerIo;
  readonly #end: (code: ExitCode) => void;
  readonly #line: LspConnection;
  #session: Session | undefined;
  #checking: Checking | undefined;
  #isShut = false;
  #isOver = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(io: ServerIo, end: (code: ExitCode) => void) {
    this.#io = io;
    this.#end = end;
    this.#line = new LspConnection(
      io.input,
      io.output,
      (text) => {
        this.#say(text);
      },
      {
        request: (method, params, token) => this.#request(method, params, token),
        notification: (method, params) => {
          this.#notification(method, params);
        },
        closed: () => {
          this.#over(this.#isShut ? 0 : 1);
        },
      },
    );
    io.output.on('error', () => {
      this.#over(1);
    });
  }

  listen(): void {
    this.#line.connection.listen();
  }

  #say(text: string): void {
    this.#io.err(`rehearsal lsp: ${text}\n`);
  }

  async #request(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    if (this.#isShut) throw new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
    if (method === 'initialize') return this.#initialize(params);
    const session = this.#session;
    if (session === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`);
    if (method === 'shutdown') {
      this.#isShut = true;
      return null;
    }
    const open = documentOf(session, params);
    const { answer } = await import('./features.ts');
    // A place means nothing in a text that was written in while this was loaded.
    if (open !== undefined && open !== documentOf(session, params))
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text was changed meanwhile.');
    return answer(session, method, params, token);
  }

  #initialize(params: unknown): unknown {
    if (this.#session !== undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize came a second time.');
    if (typeof params !== 'object' || params === null || Array.isArray(params))
      throw new ResponseError(ErrorCodes.InvalidParams, 'initialize needs an object of parameters.');
    const initialize = params as InitializeParams;
    const say = (text: string) => {
      this.#say(text);
    };
    this.#session = new Session(initialize, say, (message) => {
      this.#line.tell(ShowMessageNotification.method, {
        type: MessageType.Info,
        message,
      });
    });
    this.#checking = new Checking(this.#session, this.#line);
    this.#watchClient(initialize.processId);
    return {
      capabilities: capabilitiesFor(this.#session.client),
      serverInfo: { name: 'rehearsal' },
    };
  }

  #notification(method: string, params: unknown): void {
    if (method === 'exit') {
      this.#over(this.#isShut ? 0 : 1);
      return;
    }
    if (this.#session === undefined || this.#checking === undefined || this.#isShut) {
      this.#say(
        `${method} was left out, as it came ${this.#isShut ? 'after shutdown' : 'before initialize'}.`,
      );
      return;
    }
    notified({ session: this.#session, checking: this.#checking, line: this.#line }, method, params);
  }

  #watchClient(client: unknown): void {
    if (typeof client !== 'number' || !Number.isInteger(client) || client <= 0) return;
    this.#looking = setInterval(() => {
      if (isAlive(client)) return;
      this.#say('The editor is gone.');
      this.#over(1);
    }, lookEvery);
  }

  #over(code: ExitCode): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#looking);
    this.#line.connection.dispose();
    this.#io.input.destroy();
    this.#end(code);
  }
}

/** The open document in which a request names a place. */
function documentOf({ documents }: Session, params: unknown): OpenDocument | undefined {
  if (!isObject(params) || params['position'] === undefined) return undefined;
  const { textDocument } = params;
  const uri = isObject(textDocument) ? textDocument['uri'] : undefined;
  return typeof uri === 'string' ? documents.get(uri) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
