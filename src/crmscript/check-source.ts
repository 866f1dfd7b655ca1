import { checkProgram } from './analysis/check-program.ts';
import { link } from './analysis/link.ts';
import type { BoundProgram } from './analysis/bound-program.ts';
import { bothOf, type CheckObserver } from './analysis/check-observer.ts';
import type { Habits } from './analysis/habits.ts';
import type { CompileOptions } from './compile.ts';
import type { Span } from './diagnostic.ts';
import type { Tree } from './syntax/ast.ts';
import { parse } from './syntax/parse.ts';
import { Problems } from './syntax/problems.ts';

/** A script and everything that it includes, read and checked. */
export type CheckedSource = {
  readonly checked: BoundProgram;
  readonly problems: Problems;
  /** The trees in the order in which their files were met, the script itself first. */
  readonly trees: readonly Tree[];
  /** The text of each file. */
  readonly sources: ReadonlyMap<string, string>;
};

/** What makes a tree of a text: the grammar, or who knows what is meant by what the grammar does not allow. */
export type Reader = {
  parse(source: string, file: string, problems: Problems): Tree;
  /** Looks on while what was read is checked, and then says what it knows by that. */
  readonly observer?: CheckObserver;
  readonly habits?: Habits;
  finish?(problems: Problems): void;
};

const grammar: Reader = { parse };

const largestSource = 256 * 1024;
const mostFiles = 200;

/** What a script can have together with all that it includes: compiling takes the longer the more there is. */
const mostCharacters = 1024 * 1024;

const shown = (amount: number): string => amount.toLocaleString('en-US');

/** Reads and checks a script; `observer` looks on. It never throws. */
export function checkSource(
  source: string,
  options: CompileOptions,
  observer?: CheckObserver,
  reader = grammar,
): CheckedSource {
  const problems = new Problems();
  const trees: Tree[] = [];
  const sources = new Map<string, string>();
  let characters = source.length;
  const read = (text: string, file: string): Tree => {
    sources.set(file, text);
    const tree = reader.parse(isSmall(text, file, problems) ? text : '', file, problems);
    trees.push(tree);
    return tree;
  };
  const include = (id: string, span: Span): Tree | undefined => {
    const found = options.includes?.(id);
    if (found === undefined) {
      const message = `There is no script "${id}" to include.`;
      problems.error('unknown-include', message, span, undefined, { name: id });
      return undefined;
    }
    if (found === 'other-language') {
      const message = `The script "${id}" is not CRMScript. A script in CRMScript can only include scripts in CRMScript.`;
      problems.error('other-language', message, span, undefined, { name: id });
      return undefined;
    }
    if (sources.has(found.file)) return undefined;
    if (sources.size >= mostFiles) {
      const message = `A script can include ${String(mostFiles)} others.`;
      problems.error('too-many-includes', message, span, undefined, { limit: mostFiles });
      return undefined;
    }
    characters += found.source.length;
    if (characters > mostCharacters) {
      const message = `With "${id}" the script and what it includes have ${shown(characters)} characters; they can have ${shown(mostCharacters)} together. Include less.`;
      problems.error('program-too-large', message, span, undefined, {
        name: id,
        characters,
        limit: mostCharacters,
      });
      return undefined;
    }
    return read(found.source, found.file);
  };
  const tree = read(source, options.file);
  const both =
    observer === undefined
      ? reader.observer
      : reader.observer === undefined
        ? observer
        : bothOf(reader.observer, observer);
  const checked = checkProgram(tree, link(options.library), problems, include, both, reader.habits);
  reader.finish?.(problems);
  return {
    checked,
    problems,
    trees,
    sources,
  };
}

function isSmall(text: string, file: string, problems: Problems): boolean {
  if (text.length <= largestSource) return true;
  const message = `A script can have ${largestSource.toLocaleString('en-US')} characters, this one has ${text.length.toLocaleString('en-US')}.`;
  const span = { file, start: 0, end: 0, line: 1, column: 1 };
  const params = { characters: text.length, limit: largestSource };
  problems.error('source-too-large', message, span, undefined, params);
  return false;
}
