import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Frames } from '../src/cli/frames.ts';
import { median } from './statistics.ts';

/*
 * `npm run bench:adapter`: what an editor waits for while it debugs a step of 100,000 statements, over the standard input and output of the
 * real command: from a request until it is heard where it stands.
 */

/** Four statements a turn; the condition on line 6 is asked 100,000 times in the second one. */
const program = (turns: number): string => `Integer total = 0;
Integer add(Integer a, Integer b) {
  return a + b;
}
for (Integer i = 0; i < ${String(turns)}; i++) {
  total = total + 1;
  total = add(total, i);
}
print(total.toString());
`;

type Message = {
  readonly type: string;
  readonly request_seq?: number;
  readonly event?: string;
  readonly success?: boolean;
  readonly message?: string;
};

/** A session of the command in which one script is debugged. */
class Session {
  readonly #child;
  readonly #heard: Message[] = [];
  readonly #waiting: (() => void)[] = [];
  #seq = 0;

  constructor(folder: string) {
    const main = join(import.meta.dirname, '../src/cli/main.ts');
    this.#child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, 'dap'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const frames = new Frames({
      take: (message) => {
        this.#heard.push(message as Message);
        for (const wake of this.#waiting.splice(0)) wake();
      },
      refuse: ({ text }) => {
        throw new Error(text);
      },
    });
    this.#child.stdout.on('data', (bytes: Buffer) => {
      frames.push(bytes);
    });
  }

  /** Milliseconds until it is answered and, for a move, until it stands somewhere. */
  async ask(command: string, args: object, moves = false): Promise<number> {
    const from = this.#heard.length;
    const seq = ++this.#seq;
    const body = JSON.stringify({ seq, type: 'request', command, arguments: args });
    const begun = performance.now();
    this.#child.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
    const answer = await this.#next(from, (one) => one.request_seq === seq);
    if (answer.success !== true) throw new Error(`${command}: ${answer.message ?? ''}`);
    if (moves) await this.#next(from, ({ event }) => event === 'stopped' || event === 'terminated');
    return performance.now() - begun;
  }

  end(): void {
    this.#child.kill();
  }

  async #next(from: number, is: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#heard.slice(from).find(is);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}

const thread = { threadId: 1 };
const rounds = 15;

async function several(act: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) times.push(await act());
  const counted = times.slice(1); // the first round warms up
  return `${median(counted).toFixed(1).padStart(8)} ms   slowest ${Math.max(...counted)
    .toFixed(1)
    .padStart(6)} ms`;
}

const say = (name: string, value: string): void => {
  console.log(`${name.padEnd(46)}${value}`);
};
const once = (time: number): string => `${time.toFixed(1).padStart(8)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-adapter-'));
try {
  writeFileSync(join(folder, 'long.crmscript'), program(25_000));
  writeFileSync(join(folder, 'longer.crmscript'), program(100_000));
  const source = { path: join(folder, 'long.crmscript') };
  const session = new Session(folder);
  say('started and initialized', once(await session.ask('initialize', { adapterID: 'bench' })));
  say('launched', once(await session.ask('launch', { script: 'long.crmscript' })));
  await session.ask('setBreakpoints', { source, breakpoints: [{ line: 9 }] });
  say(
    '100,000 statements, to a breakpoint at their end',
    once(await session.ask('configurationDone', {}, true)),
  );
  say(
    'a step back and its stack',
    await several(
      async () => (await session.ask('stepBack', thread, true)) + (await session.ask('stackTrace', thread)),
    ),
  );
  say('a step back over', await several(() => session.ask('reverseNext', thread, true)));
  say('a step over', await several(() => session.ask('next', thread, true)));
  say('evaluate', await several(() => session.ask('evaluate', { expression: 'total + 1' })));
  const dataId = '[1,"(script)","total"]';
  say(
    'a breakpoint on a variable is set',
    once(await session.ask('setDataBreakpoints', { breakpoints: [{ dataId }] })),
  );
  say('to its last change', await several(() => session.ask('reverseContinue', thread, true)));
  session.end();

  const other = new Session(folder);
  await other.ask('initialize', { adapterID: 'bench' });
  await other.ask('launch', { script: 'longer.crmscript' });
  const condition = 'i == 99999';
  const breakpoints = [{ line: 6, condition }];
  await other.ask('setBreakpoints', { source: { path: join(folder, 'longer.crmscript') }, breakpoints });
  say('a condition that is asked 100,000 times', once(await other.ask('configurationDone', {}, true)));
  other.end();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
