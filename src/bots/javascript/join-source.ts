import { directivesIn, withoutDirectives, type Directive } from './directives.ts';
import { chunksOf } from './page-chunks.ts';
import { withoutImports, type Imported } from './without-imports.ts';

/** A script by the name that others include it by. */
export type NamedSource = { readonly file: string; readonly source: string };

/** A stretch of lines of the joined text, as `line` on of `file`; columns are the same. It ends where the next begins. */
export type JoinedPart = {
  readonly fromLine: number;
  readonly file: string;
  readonly line: number;
  /** It stands in the place of a page's text: its columns are nobody's. */
  readonly isText?: true;
};

/** A directive in a file, and the script that it takes in; undefined where none has the name. */
export type Inclusion = Directive & { readonly by: string; readonly found: NamedSource | undefined };

export type JoinedSource = {
  /** The script with all that it includes, each once, at the place where it is first included. */
  readonly text: string;
  readonly parts: readonly JoinedPart[];
  readonly inclusions: readonly Inclusion[];
  /** What `import` lines name. They serve editors only, and are left out. */
  readonly imported: readonly Imported[];
};

/** No more scripts than this are joined, and no longer text. */
const most = { scripts: 200, characters: 4_000_000 };

/**
 * A script with what it includes as one text: as in CRMScript, all of it shares one scope. Lines are moved, never columns. A
 * page (`%EJSCRIPT_START%`) becomes code that adds its text to the answer.
 */
export function joinSource(main: NamedSource, find: (name: string) => NamedSource | undefined): JoinedSource {
  const lines: string[] = [];
  const parts: JoinedPart[] = [];
  const inclusions: Inclusion[] = [];
  const imported: Imported[] = [];
  const taken = new Set<string>();
  let characters = 0;

  const emit = (file: string, line: number, text: readonly string[], isText = false): void => {
    if (text.length === 0) return;
    parts.push({ fromLine: lines.length + 1, file, line, ...(isText && { isText }) });
    for (const one of text) lines.push(one);
  };

  const take = ({ file, source }: NamedSource): void => {
    taken.add(file.toLowerCase());
    characters += source.length;
    const directives = directivesIn(source);
    const code = withoutImports(withoutDirectives(source), imported);
    const byLine = new Map(directives.map((one) => [one.line, one]));
    for (const { line, text, isText } of chunksOf(code)) {
      let from = 0;
      for (let at = 0; at < text.length; at += 1) {
        const directive = byLine.get(line + at);
        if (directive === undefined) continue;
        byLine.delete(line + at);
        emit(file, line + from, text.slice(from, at));
        from = at;
        include(directive, file);
      }
      emit(file, line + from, text.slice(from), isText);
    }
  };

  const include = (directive: Directive, by: string): void => {
    const found = find(directive.name);
    inclusions.push({ ...directive, by, found });
    if (found === undefined || taken.has(found.file.toLowerCase())) return;
    const isTooMuch = characters + found.source.length > most.characters || taken.size >= most.scripts;
    if (!isTooMuch) take(found);
  };

  take(main);
  return { text: lines.join('\n'), parts, inclusions, imported };
}
