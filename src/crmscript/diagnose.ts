import { checkSource } from './check-source.ts';
import { compile, type CompileOptions } from './compile.ts';
import type { Diagnostic } from './diagnostic.ts';
import { repairingReader } from './fixes/repairing-reader.ts';

/**
 * What is wrong with a script, for those who write it. One without errors is what it is to `compile`; else it is read again by who
 * knows what people write wrong, so each mistake is one message, with the change that mends it where there is no doubt.
 */
export function diagnose(source: string, options: CompileOptions): readonly Diagnostic[] {
  const { program, diagnostics } = compile(source, options);
  return program === undefined ? diagnoseErrors(source, options) : diagnostics;
}

/** As `diagnose`, of a script that is known to have errors. */
export function diagnoseErrors(source: string, options: CompileOptions): readonly Diagnostic[] {
  const { problems, sources } = checkSource(source, options, undefined, repairingReader());
  return problems.sorted([...sources.keys()]);
}
