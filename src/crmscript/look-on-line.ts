import type { Site } from './analysis/types/bound-tree.ts';
import type { Program } from './compile.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lookAt } from './evaluate.ts';
import { coded, type CodedText } from './codes.ts';

/** What an expression would give where a line begins: the name of its type, or why nobody can evaluate it there. */
export type LookedOnLine =
  | { readonly type: string }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly problem: CodedText };

/** The first statement on a line of a file; where none begins there, the next one in the text. */
function siteOn({ compiled }: Program, file: string, line: number): Site | undefined {
  const sites = compiled.checked.sites.filter(({ span }) => span.file === file);
  return sites
    .filter(({ span }) => span.line >= line)
    .reduce<Site | undefined>(
      (first, site) => (first === undefined || site.span.start < first.span.start ? site : first),
      undefined,
    );
}

/**
 * Reads an expression as it would be read before the first statement on a line, without running anything; null where the file has no
 * statement from there on.
 */
export function lookOnLine(program: Program, file: string, line: number, text: string): LookedOnLine | null {
  const site = siteOn(program, file, line);
  if (site === undefined) return null;
  const looked = lookAt(program.compiled.checked, site, text);
  if (looked === 'changes-something') return { problem: coded('would-change', {}) };
  return 'diagnostics' in looked ? looked : { type: looked.type.name };
}
