import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Frames } from '../../../src/cli/frames.ts';
import { startServer } from './editor.ts';

export type Answer = {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
};

/** An editor that sends whatever bytes it likes. */
export class RawEditor {
  readonly server: ChildProcessWithoutNullStreams;
  readonly exited: Promise<number | null>;
  readonly answers: Answer[] = [];
  said = '';
  /** What came on standard output and is no message. */
  readonly noise: string[] = [];
  #waiting: (() => void)[] = [];

  constructor(...args: readonly string[]) {
    this.server = startServer(...args);
    this.exited = new Promise((resolve) => this.server.on('exit', resolve));
    const frames = new Frames({
      take: (message) => {
        this.answers.push(message as Answer);
        this.#wake();
      },
      refuse: ({ text }) => this.noise.push(text),
    });
    this.server.stdout.on('data', (chunk: Buffer) => {
      frames.push(chunk);
    });
    this.server.stderr.on('data', (chunk: Buffer) => {
      this.said += chunk.toString();
      this.#wake();
    });
    this.server.stdin.on('error', () => undefined);
  }

  raw(text: string | Uint8Array): void {
    this.server.stdin.write(text);
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]));
  }

  async answer(id: number | string | null): Promise<Answer> {
    const find = () => this.answers.find((one) => one.id === id && one.method === undefined);
    await this.until(() => find() !== undefined);
    return find() ?? {};
  }

  async request(id: number, method: string, params?: unknown): Promise<Answer> {
    this.send({ id, method, params });
    return this.answer(id);
  }

  initialize(more: object = {}): Promise<Answer> {
    return this.request(0, 'initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      ...more,
    });
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
