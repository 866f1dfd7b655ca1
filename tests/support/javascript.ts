import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type {
  ConsoleLevel,
  GlobalScope,
  HostFunction,
  JavaScript,
  JavaScriptResult,
  Json,
  RunClock,
} from '../../src/javascript/javascript.ts';
import { prepareJavaScript } from '../../src/javascript/prepare.ts';

let prepared: Promise<JavaScript> | undefined;

/** The engine, once for a file of tests. */
export function engine(): Promise<JavaScript> {
  const path = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
  prepared ??= prepareJavaScript(readFileSync(path));
  return prepared;
}

export type Ran = JavaScriptResult & {
  /** What it printed: "log: 1 2". */
  readonly printed: readonly string[];
  readonly price: number;
  /** The moment that its clock showed at the end. */
  readonly now: number;
};

export type RunOptions = {
  readonly host?: Readonly<Record<string, HostFunction>>;
  readonly given?: Json;
  readonly limit?: number;
  readonly memory?: number;
  readonly offset?: RunClock['offset'];
  readonly parts?: readonly { fromLine: number; file: string; line: number }[];
};

/** The scopes by the names of their functions: one text is one scope to the engine. */
const scopes = new Map<string, GlobalScope>();

/** Scripts find the functions of the host as `host`, what they are given as `given`, and the tools. */
function scopeOf(functions: readonly string[]): GlobalScope {
  const key = functions.join();
  const known = scopes.get(key);
  if (known !== undefined) return known;
  const source = '(host, tools) => (given) => { Object.assign(globalThis, { host, given, tools }); }';
  const scope = { source, functions };
  scopes.set(key, scope);
  return scope;
}

/** Runs a script by itself at noon (UTC) of 15 January 2026. */
export async function runJavaScript(source: string, options: RunOptions = {}): Promise<Ran> {
  const { host = {}, given = null, limit = 5_000_000, memory, offset = () => 0, parts } = options;
  const javascript = await engine();
  const printed: string[] = [];
  const meter = { price: 0, limit };
  let now = Date.UTC(2026, 0, 15, 12);
  let drawn = 0;
  const result = javascript.run({
    source,
    parts: parts ?? [{ fromLine: 1, file: 'script.ts', line: 1 }],
    scope: scopeOf(Object.keys(host)),
    given,
    host,
    clock: {
      now: () => now,
      sleep: (milliseconds) => {
        now += milliseconds;
      },
      offset,
    },
    random: () => ((drawn += 1) % 10) / 10,
    meter,
    ...(memory !== undefined && { memory }),
    console: (level: ConsoleLevel, text: string) => {
      printed.push(`${level}: ${text}`);
    },
  });
  return { ...result, printed, price: meter.price, now };
}
