import { compile, type CompileOptions } from '../../src/crmscript/compile.ts';
import { diagnoseErrors } from '../../src/crmscript/diagnose.ts';
import type { Diagnostic } from '../../src/crmscript/diagnostic.ts';
import { createLibrary, withTables, type ScriptEnvironment } from '../../src/crmscript/library.ts';
import { run, type RunOptions, type RunResult } from '../../src/crmscript/run.ts';
import { tables } from './tables.ts';
import { sentence } from '../../src/words/sentence.ts';

export const library = withTables(createLibrary(), tables);

/** An environment whose clock stands at a Saturday noon in Oslo, and which keeps what is printed. */
export function testEnvironment(): ScriptEnvironment & {
  readonly printed: string[];
  readonly hints: string[];
} {
  const printed: string[] = [];
  const hints: string[] = [];
  let now = Date.parse('2024-06-01T10:00:00Z');
  let draws = 0;
  return {
    printed,
    hints,
    now: () => now,
    timeZone: 'Europe/Oslo',
    random: () => (draws++ * 0.37) % 1,
    sleep: (seconds) => {
      now += seconds * 1000;
    },
    print: (_site, _channel, text) => {
      printed.push(text);
    },
    hint: (_site, hint) => {
      hints.push(sentence(hint));
    },
    options: { parseJsonEmptyArrayBug: true, nullIntegerText: '0' },
  };
}

export type Ran = {
  readonly diagnostics: readonly Diagnostic[];
  readonly output: string;
  readonly hints: readonly string[];
  readonly result: RunResult | undefined;
};

/** Compiles and runs a source as `main`; what is wrong with it is said as to its author. */
export function runSource(
  source: string,
  options: Partial<Pick<RunOptions, 'limits' | 'observer'>> & Pick<CompileOptions, 'includes'> = {},
): Ran {
  const { includes, ...runOptions } = options;
  const compileOptions = { file: 'main', library, ...(includes && { includes }) };
  const { diagnostics, program } = compile(source, compileOptions);
  const environment = testEnvironment();
  const result = program && run(program, { environment, ...runOptions });
  return {
    diagnostics: program === undefined ? diagnoseErrors(source, compileOptions) : diagnostics,
    output: environment.printed.join(''),
    hints: environment.hints,
    result,
  };
}
