import { checkProgram } from './analysis/check-program.ts';
import { link } from './analysis/link.ts';
import type { Diagnostic, Span } from './diagnostic.ts';
import type { Library } from './library.ts';
import { CompiledProgram } from './runtime/compiler.ts';
import type { Tree } from './syntax/ast.ts';
import { parse } from './syntax/parse.ts';
import { Problems } from './syntax/problems.ts';

/** A script as text, under the name that its errors give. */
export type SourceFile = { readonly file: string; readonly source: string };

export type CompileOptions = {
  readonly file: string;
  /** The script that `#include "id"` means. */
  readonly includes?: (id: string) => SourceFile | undefined;
  readonly library: Library;
};

/** A script that can run, any number of times. */
export type Program = { readonly file: string; readonly compiled: CompiledProgram };

export type CompileResult = {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when there are errors. */
  readonly program?: Program;
};

const largestSource = 256 * 1024;
const mostFiles = 200;

/**
 * Reads, checks and compiles a script with everything that it includes. All mistakes are reported at
 * once, in the order of the text; it never throws.
 */
export function compile(source: string, options: CompileOptions): CompileResult {
  const problems = new Problems();
  const files = [options.file];
  const read = (text: string, file: string): Tree => {
    if (text.length <= largestSource) return parse(text, file, problems);
    const message = `A script can have ${largestSource.toLocaleString('en-US')} characters, this one has ${text.length.toLocaleString('en-US')}.`;
    problems.error('source-too-large', message, { file, start: 0, end: 0, line: 1, column: 1 });
    return parse('', file, problems);
  };
  const included = new Set<string>([options.file]);
  const include = (id: string, span: Span): Tree | undefined => {
    const found = options.includes?.(id);
    if (found === undefined) {
      problems.error('unknown-include', `There is no script "${id}" to include.`, span);
      return undefined;
    }
    if (included.has(found.file)) return undefined;
    if (files.length >= mostFiles) {
      problems.error('too-many-includes', `A script can include ${String(mostFiles)} others.`, span);
      return undefined;
    }
    included.add(found.file);
    files.push(found.file);
    return read(found.source, found.file);
  };
  const tree = read(source, options.file);
  const checked = checkProgram(tree, link(options.library), problems, include);
  const diagnostics = problems.sorted(files);
  if (problems.hasErrors) return { diagnostics };
  return { diagnostics, program: { file: options.file, compiled: new CompiledProgram(checked) } };
}
