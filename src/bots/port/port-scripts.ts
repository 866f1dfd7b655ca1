import type { Library } from '../../crmscript/library.ts';
import { includedNames } from '../../crmscript/included-names.ts';
import { Facts } from './facts.ts';
import { Notes, type PortNote } from './notes.ts';
import { portProgram, withHelpers } from './program.ts';

/** A script that is to be ported. `name` is what `#include` calls it, and what notes name. */
export type ScriptToPort = { readonly name: string; readonly source: string };

export type Port = {
  /** The scripts in TypeScript, in their order; without a text where the script has errors. */
  readonly scripts: readonly { readonly name: string; readonly source: string | undefined }[];
  /** What the scripts share, if they include one another: a script of the name `port-lib`, which they include. */
  readonly shared: string | undefined;
  /** What could not be ported, and what may differ, by script and line. */
  readonly notes: readonly PortNote[];
};

export type PortOptions = {
  readonly library: Library;
  /** Scripts beside those that are to be ported, which they may include. */
  readonly includes?: (name: string) => { readonly file: string; readonly source: string } | undefined;
  /** What a ported script is included as: its own name, unless scripts of both languages have to be told apart. */
  readonly includeName?: (name: string) => string;
  /** What the script with the shared helpers is included as. */
  readonly sharedName?: string;
};

/** What the script with the shared helpers is called, unless another one is. */
export const sharedName = 'port-lib';

/** More than any script needs: each round finds at least one fact that no round before it knew. */
const mostRounds = 60;

/**
 * Ports scripts from CRMScript to TypeScript in SuperOffice's dialect, all of a folder together: what one includes of
 * another fits. It goes by what the checker found, so a script with errors is not ported. It never throws.
 */
export function portScripts(scripts: readonly ScriptToPort[], options: PortOptions): Port {
  const facts = new Facts();
  const notes = new Notes();
  const find = (name: string) => {
    const wanted = name.toLowerCase();
    const own = scripts.find((script) => script.name.toLowerCase() === wanted);
    return own === undefined ? options.includes?.(name) : { file: own.name, source: own.source };
  };
  const included = new Set(
    scripts.flatMap(({ source }) => includedNames(source)).map((name) => name.toLowerCase()),
  );
  const isIncluded = ({ name }: ScriptToPort): boolean => included.has(name.toLowerCase());
  // An include is understood from whoever includes it; one that only others of its kind include, from itself.
  const roots = [...scripts.filter((one) => !isIncluded(one)), ...scripts.filter(isIncluded)];
  let texts = new Map<string, string>();
  let helpers = new Map<string, Set<string>>();
  for (let round = 0; round < mostRounds; round++) {
    facts.begin();
    notes.clear();
    texts = new Map();
    helpers = new Map();
    for (const { name, source } of roots) {
      if (texts.has(name)) continue;
      const made = portProgram(
        { file: name, source },
        { library: options.library, includes: find },
        facts,
        notes,
        options.includeName,
      );
      for (const [file, text] of made.texts) if (!texts.has(file)) texts.set(file, text);
      for (const [file, names] of made.helpers)
        helpers.set(file, new Set([...(helpers.get(file) ?? []), ...names]));
    }
    if (facts.settled) break;
  }
  return finished(scripts, texts, helpers, notes.all, options.sharedName ?? sharedName);
}

function finished(
  scripts: readonly ScriptToPort[],
  texts: ReadonlyMap<string, string>,
  helpers: ReadonlyMap<string, ReadonlySet<string>>,
  notes: readonly PortNote[],
  sharedAs: string,
): Port {
  const shares = scripts.some(({ source }) => includedNames(source).length > 0);
  const needed = new Set(scripts.flatMap(({ name }) => [...(helpers.get(name) ?? [])]));
  const shared = shares && needed.size > 0 ? withHelpers('', needed) : undefined;
  return {
    scripts: scripts.map(({ name }) => {
      const text = texts.get(name);
      const own = helpers.get(name) ?? new Set<string>();
      if (text === undefined) return { name, source: undefined };
      if (!shares) return { name, source: withHelpers(text, own) };
      const include = own.size === 0 ? '' : `///<include includeId="${sharedAs}">\n`;
      return { name, source: `${include}${text}\n` };
    }),
    shared,
    notes: [...notes].sort((a, b) =>
      a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
    ),
  };
}
