import { compile } from '../src/crmscript/compile.ts';
import { createLibrary, type ScriptEnvironment } from '../src/crmscript/library.ts';
import { run } from '../src/crmscript/run.ts';

/** Runs a compiled script and returns what it printed; `watched` as a debugger does with breakpoints that are never reached. */
export type RunPrepared = (watched: boolean) => string;

const noEnd = 1e12;

/** A function that nobody calls, with a breakpoint on each of its lines. */
const neverCalled = Array.from({ length: 20 }, (_, n) => `Integer never${String(n)};`);
const withBreakpoints = (source: string): string =>
  `${source}\nVoid neverCalled() {\n${neverCalled.join('\n')}\n}`;

const library = createLibrary();

/** Compiles a source once, so that only its runs are timed. */
export function prepareScript(source: string): RunPrepared {
  const { program, diagnostics } = compile(withBreakpoints(source), { file: 'main', library });
  if (program === undefined)
    throw new Error(`A program of the benchmark has a mistake: ${diagnostics[0]?.message ?? ''}`);
  const first = source.split('\n').length + 2;
  const lines = new Set(neverCalled.map((_, n) => first + n));
  const marks = { key: lines, lines: () => lines, routines: new Set<string>() };
  const reached = (): never => {
    throw new Error('Stopped.');
  };
  const nothing = (): undefined => undefined;
  const observer = { from: Infinity, marks, begin: nothing, end: nothing, reached, thrown: nothing };
  return (watched) => {
    let printed = '';
    const environment: ScriptEnvironment = {
      now: () => 0,
      timeZone: 'UTC',
      random: () => 0,
      sleep: () => undefined,
      print: (_site, _channel, text) => {
        printed += text;
      },
      hint: () => undefined,
      options: { parseJsonEmptyArrayBug: true, nullIntegerText: '0' },
    };
    const { failure } = run(program, {
      environment,
      limits: { price: 2 * noEnd },
      ...(watched && { observer }),
    });
    if (failure !== undefined) throw new Error(`A program of the benchmark failed: ${failure.text}`);
    return printed;
  };
}
