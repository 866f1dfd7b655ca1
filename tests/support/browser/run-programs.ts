import { HostFailure, type JavaScriptResult } from '../../../src/javascript/javascript.ts';
import { prepareJavaScript } from '../../../src/javascript/prepare.ts';

export type ProgramToRun = { readonly source: string; readonly limit: number; readonly memory?: number };

/** All that became of a program, and all that it did. */
export type ProgramOutcome = JavaScriptResult & { readonly did: readonly string[]; readonly price: number };

/** Runs programs one after the other, in Node or in a worker, at half past midnight before the clocks are set in Oslo. */
export async function runPrograms(
  engine: Uint8Array,
  programs: readonly ProgramToRun[],
): Promise<readonly ProgramOutcome[]> {
  const javascript = await prepareJavaScript(engine);
  const scope = {
    source: '(host, tools) => (given) => { Object.assign(globalThis, { host, given }); }',
    functions: ['echo', 'fail'],
  };
  const change = Date.UTC(2026, 2, 29, 1);
  return programs.map(({ source, limit, memory }, index) => {
    const did: string[] = [];
    const meter = { price: 0, limit };
    let now = change - 1_800_000;
    let drawn = index;
    const result = javascript.run({
      source,
      parts: [{ fromLine: 1, file: 'script.ts', line: 1 }],
      scope,
      given: index,
      host: {
        echo: (args, site) => {
          did.push(JSON.stringify([args, site]).slice(0, 1000));
          return args[0] ?? null;
        },
        fail: () => {
          throw new HostFailure('no', 'TypeError');
        },
      },
      clock: {
        now: () => now,
        sleep: (milliseconds) => {
          now += milliseconds;
        },
        offset: (moment) => (moment < change ? 60 : 120),
      },
      random: () => {
        drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
        return drawn / 2 ** 32;
      },
      meter,
      ...(memory !== undefined && { memory }),
      console: (level, text, site) => {
        did.push(`${level} ${JSON.stringify(site)} ${text.slice(0, 1000)}`);
      },
    });
    return { ...result, did, price: meter.price };
  });
}
