import { compile } from '../src/crmscript/compile.ts';
import { createLibrary, type ScriptEnvironment } from '../src/crmscript/library.ts';
import { run } from '../src/crmscript/run.ts';

/** Runs a compiled script and returns what it printed; `watched` as a debugger does that stops much later. */
export type RunPrepared = (watched: boolean) => string;

const noEnd = 1e12;
const library = createLibrary();

/** Compiles a source once, so that only its runs are timed. */
export function prepareScript(source: string): RunPrepared {
  const { program, diagnostics } = compile(source, { file: 'main', library });
  if (program === undefined)
    throw new Error(`A program of the benchmark has a mistake: ${diagnostics[0]?.message ?? ''}`);
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
    const watch = {
      stopAt: noEnd,
      stopped: () => {
        throw new Error('Stopped.');
      },
    };
    const { failure } = run(program, {
      environment,
      limits: { price: 2 * noEnd },
      ...(watched && { watch }),
    });
    if (failure !== undefined) throw new Error(`A program of the benchmark failed: ${failure.text}`);
    return printed;
  };
}
