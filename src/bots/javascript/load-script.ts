import type { Script, ScriptLanguage } from '../../engine/definition.ts';
import type { ScriptFailure } from '../../engine/events.ts';
import { fileOf } from '../../engine/registration.ts';
import type { JavaScript, SourcePart } from '../../javascript/javascript.ts';
import { compileError } from '../api/unrun.ts';
import { coded } from '../codes.ts';
import { firstMeant } from './directives.ts';
import { joinSource, type Inclusion } from './join-source.ts';

/** What scripts in JavaScript need; loaded when a world first has one. */
export type JavaScriptTools = {
  readonly engine: JavaScript;
  readonly eraseTypes: (source: string) => {
    readonly source: string;
    readonly problems: readonly { readonly code: string; readonly text: string; readonly start: number }[];
  };
};

/** A script with what it includes, ready to be run; or why it is not. */
export type LoadedScript = {
  readonly source: string;
  readonly parts: readonly SourcePart[];
  /** By file name, which scripts it is made of. */
  readonly scripts: ReadonlyMap<string, number>;
  readonly characters: number;
  readonly failure?: ScriptFailure;
};

type Remembered = {
  readonly tools: JavaScriptTools;
  readonly loaded: LoadedScript;
  /** What each include was found to be; the script stands as long as that is so. */
  readonly includes: ReadonlyMap<string, Script | undefined>;
};

const remembered = new WeakMap<Script, Remembered>();

/** The script, joined and without types; remembered by the script and what it includes, so that each is read once. */
export function loadScript(
  script: Script,
  find: (name: string) => Script | undefined,
  tools: JavaScriptTools,
): LoadedScript {
  const known = remembered.get(script);
  if (known?.tools === tools && [...known.includes].every(([name, found]) => find(name) === found)) {
    return known.loaded;
  }
  const includes = new Map<string, Script | undefined>();
  const loaded = load(
    script,
    (name) => {
      const found = find(name);
      includes.set(name, found);
      return found;
    },
    tools,
  );
  remembered.set(script, { tools, loaded, includes });
  return loaded;
}

function load(
  script: Script,
  find: (name: string) => Script | undefined,
  { eraseTypes }: JavaScriptTools,
): LoadedScript {
  const file = fileOf(script);
  const scripts = new Map([[file, script.id]]);
  const languages = new Map<string, ScriptLanguage>();
  const joined = joinSource({ file, source: script.source }, (name) => {
    const found = firstMeant(name, find);
    if (found === undefined || found.id === script.id) return found && { file, source: '' };
    // Two scripts may bear one name; their files must not.
    const plain = fileOf(found).toLowerCase();
    const taken = [...scripts].find(([other]) => other.toLowerCase() === plain)?.[1] ?? found.id;
    const own = taken === found.id ? fileOf(found) : `${fileOf(found)} (${String(found.id)})`;
    scripts.set(own, found.id);
    languages.set(own, found.language);
    return { file: own, source: found.language === 'javascript' ? found.source : '' };
  });
  const { text, parts, inclusions } = joined;
  const erased = eraseTypes(text);
  const [problem] = erased.problems;
  const failure =
    inclusions.map((one) => refusalOf(one, languages)).find((one) => one !== undefined) ??
    (problem && compileError(saidOf(problem), placeAt(text, parts, problem.start)));
  return {
    source: erased.source,
    parts,
    scripts,
    characters: text.length,
    ...(failure && { failure }),
  };
}

/** Why a script cannot be included. */
function refusalOf(
  { name, by, line, found }: Inclusion,
  languages: ReadonlyMap<string, ScriptLanguage>,
): ScriptFailure | undefined {
  const at = { file: by, line, column: 1 };
  if (found === undefined) return compileError(coded('javascript-no-include', { name }), at);
  return languages.get(found.file) === 'crmscript'
    ? compileError(coded('include-of-crmscript', { name }), at)
    : undefined;
}

const saidOf = ({ code, text }: { readonly code: string; readonly text: string }) =>
  code === 'syntax' || code === 'too-deep'
    ? coded('javascript-syntax', { text: text === '' ? code : text })
    : coded('javascript-not-erasable', { what: code });

/** The place, as it was written, of a character of the joined text. */
function placeAt(text: string, parts: readonly SourcePart[], offset: number) {
  const before = text.slice(0, offset);
  const joined = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const part = parts.findLast(({ fromLine }) => fromLine <= joined);
  return { file: part?.file ?? '', line: joined - (part?.fromLine ?? 1) + (part?.line ?? 1), column };
}
