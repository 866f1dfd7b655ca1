import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { onTestFinished } from 'vitest';
import { Adapter, type Request, type Sent } from '../../../src/cli/dap/adapter.ts';
import { Frames } from '../../../src/cli/frames.ts';
import { languagesFor } from '../../../src/cli/languages.ts';

type Known = DebugProtocol.StoppedEvent['body'] &
  DebugProtocol.OutputEvent['body'] &
  DebugProtocol.ExitedEvent['body'] &
  DebugProtocol.BreakpointEvent['body'] &
  DebugProtocol.EvaluateResponse['body'];

/** A message as it comes, the answer of a request or an event; a body that is not there is empty. */
export type Message = {
  readonly seq: number;
  readonly type: string;
  readonly request_seq?: number;
  readonly command?: string;
  readonly event?: string;
  readonly success?: boolean;
  readonly message?: string;
  readonly body: Partial<Known>;
};

type Raw = Omit<Message, 'body'> & { readonly body?: object };

/** What requests answer that tests look into. */
type Bodies = {
  readonly stackTrace: DebugProtocol.StackTraceResponse['body'];
  readonly scopes: DebugProtocol.ScopesResponse['body'];
  readonly variables: DebugProtocol.VariablesResponse['body'];
  readonly evaluate: DebugProtocol.EvaluateResponse['body'];
  readonly completions: DebugProtocol.CompletionsResponse['body'];
  readonly setBreakpoints: DebugProtocol.SetBreakpointsResponse['body'];
  readonly setFunctionBreakpoints: DebugProtocol.SetBreakpointsResponse['body'];
  readonly setDataBreakpoints: DebugProtocol.SetBreakpointsResponse['body'];
  readonly dataBreakpointInfo: DebugProtocol.DataBreakpointInfoResponse['body'];
  readonly breakpointLocations: DebugProtocol.BreakpointLocationsResponse['body'];
  readonly stepInTargets: DebugProtocol.StepInTargetsResponse['body'];
  readonly gotoTargets: DebugProtocol.GotoTargetsResponse['body'];
  readonly loadedSources: DebugProtocol.LoadedSourcesResponse['body'];
  readonly source: DebugProtocol.SourceResponse['body'];
  readonly threads: DebugProtocol.ThreadsResponse['body'];
  readonly exceptionInfo: DebugProtocol.ExceptionInfoResponse['body'];
};

type Line = { readonly send: (request: object) => void; readonly write?: (bytes: string) => void };

/** What sits before an adapter in place of an editor: it asks, waits for answers and events, and writes down what was said. */
export class Editor {
  readonly said: string[] = [];
  readonly heard: Message[] = [];
  #seq = 0;
  #read = 0;
  readonly #waiting: (() => void)[] = [];
  readonly line: Line;

  constructor(line: (hear: (message: Raw) => void) => Line) {
    this.line = line((message) => {
      this.heard.push({ ...message, body: message.body ?? {} });
      this.said.push(shown(message));
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** The answer of a request, be it a failure. */
  async ask(command: string, args?: object): Promise<Message> {
    const seq = this.send(command, args);
    return this.#next((one) => one.type === 'response' && one.request_seq === seq, 0);
  }

  /** Sends a request, and waits for nothing. */
  send(command: string, args?: object): number {
    const seq = ++this.#seq;
    this.said.push(`→ ${command}${args === undefined ? '' : ` ${JSON.stringify(args)}`}`);
    this.line.send({ seq, type: 'request', command, ...(args !== undefined && { arguments: args }) });
    return seq;
  }

  /** The body of the answer of a request that has to succeed. */
  async body<Command extends string>(
    command: Command,
    args?: object,
  ): Promise<Command extends keyof Bodies ? Bodies[Command] : object> {
    const { success, message, body } = await this.ask(command, args);
    if (success !== true) throw new Error(`${command}: ${message ?? ''}`);
    return body as Command extends keyof Bodies ? Bodies[Command] : object;
  }

  /** The next event of a kind behind those that were waited for. */
  async event(name: string): Promise<Message> {
    const event = await this.#next((one) => one.event === name, this.#read);
    this.#read = this.heard.indexOf(event) + 1;
    return event;
  }

  /** A move, and where it comes to. */
  async move(command: string, args: object = { threadId: 1 }): Promise<Message> {
    await this.body(command, args);
    return this.arrival();
  }

  /** Where it stops, or that it has ended. */
  async arrival(): Promise<Message> {
    const event = await this.#next(
      (one) => one.event === 'stopped' || one.event === 'terminated',
      this.#read,
    );
    this.#read = this.heard.indexOf(event) + 1;
    return event;
  }

  /** Names and lines of the calls that are open, innermost first; of what the engine did in between, its label. */
  async stack(): Promise<readonly string[]> {
    const { stackFrames } = await this.body('stackTrace', { threadId: 1 });
    return stackFrames.map(({ name, line, presentationHint }) =>
      presentationHint === 'label' ? `[${name}]` : `${name}:${String(line)}`,
    );
  }

  /** What was written to the console of a category, or of all. */
  output(category?: string): string {
    return this.heard
      .filter(
        ({ event, body }) => event === 'output' && (category === undefined || body.category === category),
      )
      .map(({ body }) => body.output ?? '')
      .join('');
  }

  async #next(is: (message: Message) => boolean, from: number): Promise<Message> {
    for (;;) {
      const found = this.heard.slice(from).find(is);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}

function shown({ type, event, command, success, message, body }: Raw): string {
  const rest = body === undefined ? '' : ` ${JSON.stringify(body)}`;
  if (type === 'event') return `* ${event ?? ''}${rest}`;
  return success === true ? `← ${command ?? ''}${rest}` : `✗ ${command ?? ''}: ${message ?? ''}`;
}

/** An adapter in this process, which works in `folder`. */
export async function adapterIn(folder: string): Promise<Editor> {
  const languages = await languagesFor(['dap'], () => {
    throw new Error('No script of this test is in JavaScript.');
  });
  return new Editor((hear) => {
    let seq = 0;
    const send = (message: Sent) => {
      hear({ seq: ++seq, ...message });
    };
    const adapter = new Adapter({ send, folder, languages, now: () => '2026-03-02T09:00:00Z' });
    return {
      send: (request) => {
        adapter.receive(request as Request);
      },
    };
  });
}

const root = join(import.meta.dirname, '../../..');

/** The command itself as a process, over its standard input and output. */
export function commandIn(folder: string) {
  const main = join(root, 'src/cli/main.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, 'dap'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const editor = new Editor((hear) => {
    const frames = new Frames({
      take: (message) => {
        hear(message as Raw);
      },
      refuse: ({ text }) => {
        throw new Error(text);
      },
    });
    child.stdout.on('data', (bytes: Buffer) => {
      frames.push(bytes);
    });
    const write = (bytes: string) => void child.stdin.write(bytes);
    return {
      write,
      send: (request) => {
        const body = JSON.stringify(request);
        write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
      },
    };
  });
  return { editor, child, exit, err: () => err };
}
