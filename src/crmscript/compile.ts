import { checkSource } from './check-source.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Library } from './library/parts.ts';
import { CompiledProgram } from './compile/compiler.ts';
import { withText } from './with-text.ts';
import { Hits, type BranchHits, type BranchKind, type StatementHits } from './run/hits.ts';

export type { BranchHits, BranchKind, StatementHits };
export { Hits };

/** A script as text, under the name that its errors give. */
export type SourceFile = { readonly file: string; readonly source: string };

export type CompileOptions = {
  readonly file: string;
  /** The script that `#include "id"` means. */
  readonly includes?: (id: string) => SourceFile | 'other-language' | undefined;
  readonly library: Library;
  /** Whether it is to be counted what of the program runs; a program that is not counted does not pay for it. */
  readonly counted?: boolean;
};

/** A script that can run, any number of times. */
export type Program = {
  readonly file: string;
  readonly compiled: CompiledProgram;
  /** What of it ran, over all runs; undefined unless it was compiled to be counted. */
  readonly hits?: Hits | undefined;
};

export type CompileResult = {
  readonly diagnostics: readonly Diagnostic[];
  /** How long the script is, with all that it includes. */
  readonly characters: number;
  /** Absent when there are errors. */
  readonly program?: Program;
};

/**
 * Reads, checks and compiles a script with everything that it includes. All mistakes are reported at
 * once, in the order of the text; it never throws.
 */
export function compile(source: string, options: CompileOptions): CompileResult {
  const { checked, problems, sources } = checkSource(source, options);
  const diagnostics = problems.sorted([...sources.keys()]);
  const characters = [...sources.values()].reduce((sum, { length }) => sum + length, 0);
  if (problems.hasErrors) return { diagnostics: withText(diagnostics, sources), characters };
  const hits = options.counted === true ? new Hits() : undefined;
  const compiled = new CompiledProgram(checked, { hits });
  return { diagnostics, characters, program: { file: options.file, compiled, hits } };
}
