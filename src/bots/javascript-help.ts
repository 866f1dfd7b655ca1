import type { Completion, Help, HelpKind } from '../crmscript/complete.ts';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { FormatOptions, FormattedEdits } from '../crmscript/format.ts';
import type { Script } from '../engine/definition.ts';
import { fileOf, findInclude, findScript } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { inputNames } from './api/input-names.ts';
import type { Assistance, Question } from './assist-script.ts';
import { directivesIn } from './javascript/directives.ts';
import { includeNamed, programFileOf } from './javascript/included-scripts.ts';
import { joinSource, type JoinedSource, type NamedSource } from './javascript/join-source.ts';
import { hintsOf } from './hints/hints-of.ts';
import { standingOf } from './hints/caller-context.ts';
import { checkOpen } from './typescript/check.ts';
import { completionsAt } from './typescript/completions.ts';
import { definitionAt, hoverAt, signatureAt } from './typescript/explain.ts';
import { flowOfTypeScript } from './typescript/flow.ts';
import { formatTypeScript, type FormatRange } from './typescript/format.ts';
import { messageOf } from './typescript/messages.ts';
import { Places } from './typescript/places.ts';
import { ScriptProject, type TypeFiles } from './typescript/project.ts';
import { shapeOf, type Shape } from './typescript/shape.ts';

/*
 * Checks scripts in JavaScript and TypeScript, and helps to write them. With it comes TypeScript's compiler, so it is loaded
 * when such a script is first looked at, by whoever helps to write and never by what runs.
 */

/** The declarations of the language and of what scripts find, as a JSON object of texts by file name. */
export type { TypeFiles } from './typescript/project.ts';

export type JavaScriptHelp = {
  /**
   * What an author should know about a source; includes come from the world. `file` is what it would be included as, `script`
   * the one of the world that it is the text of.
   */
  readonly check: (world: World, source: string, file: string, script?: number) => readonly Diagnostic[];
  /** Helps to write a script of the world. */
  readonly assist: (world: World, question: Question) => Assistance | null;
  /** The smallest edits that format a source; a text that cannot be read is refused with its first mistake. */
  readonly format: (source: string, options?: FormatOptions, range?: FormatRange) => FormattedEdits;
  /** Looks at a source with what it includes; undefined where that is more than the compiler can read. */
  readonly look: <T>(world: World, main: NamedSource, about: (looked: OpenedProgram) => T) => T | undefined;
};

/** A script and what it includes as one text, opened in the language service, and the way back to the texts. */
export type OpenedProgram = {
  readonly project: ScriptProject;
  readonly places: Places;
  readonly joined: JoinedSource;
};

export function createJavaScriptHelp(types: TypeFiles): JavaScriptHelp {
  let project = new ScriptProject(types);
  const join = (world: World, main: NamedSource) => joinSource(main, (name) => scriptNamed(world, name));
  /** What is found out about a script with all that it includes; why not, where it is more than the compiler can read. */
  function ask<T>(joined: JoinedSource, main: NamedSource, about: (places: Places) => T): T | Misshapen {
    const shape = shapeOf(joined.text);
    if (shape !== 'fits') return shape;
    try {
      project.open(joined, main.file);
      return about(new Places(joined, main));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      project = new ScriptProject(types); // who knows how it was left
      return 'too-deep';
    }
  }
  return {
    check(world, source, file, script) {
      const main = { file: mainFileOf(world, file, script), source };
      const joined = join(world, main);
      const missing = missingOf(world, joined);
      const found = ask(joined, main, (places) => {
        const problems = checkOpen(project, places, missing);
        if (problems.some(({ severity, runs }) => severity === 'error' && runs !== true)) return problems;
        const flow = flowOfTypeScript(project.program().source, places);
        const standing = script === undefined ? undefined : standingOf(world, script, source);
        return [
          ...problems,
          ...hintsOf(standing, { file: main.file, flow, sources: sourcesOf(joined, main) }),
        ];
      });
      if (typeof found === 'string') return [notRead(found, file)];
      const tables = new Set(Object.keys(world.tables).map((name) => name.toLowerCase()));
      return found
        .filter(({ params }) => !tables.has(String(params?.['table'] ?? '').toLowerCase()))
        .map((one) => calledAsRun(world, one, main.file, file));
    },
    format(source, options, range) {
      const shape = shapeOf(source);
      return shape === 'fits'
        ? formatTypeScript(source, options, range)
        : { kind: 'refused', error: notRead(shape, '') };
    },
    look(world, main, about) {
      const joined = join(world, main);
      const found = ask(joined, main, (places) => ({ value: about({ project, places, joined }) }));
      return typeof found === 'string' ? undefined : found.value;
    },
    assist(world, { kind, script: id, source, offset }) {
      const script = findScript(world.folders, id);
      if (script?.language !== 'javascript') return null;
      const main = { file: programFileOf(world, script), source };
      const joined = join(world, main);
      const help =
        helpInDirective(world, script, main, kind, offset) ??
        ask(joined, main, (places) => {
          const at = places.joinedOffset(main.file, offset);
          return helpAt(project, places, { kind, file: main.file, offset: at });
        });
      if (help === null || typeof help === 'string') return null;
      if (help.kind === 'completions') return { help: withInputsFirst(help, world, script), script: id };
      const found = help.kind === 'definition' ? scriptOf(world, joined, help.file) : undefined;
      return { help, script: found?.id ?? id };
    },
  };
}

const sourcesOf = ({ inclusions }: JoinedSource, main: NamedSource): ReadonlyMap<string, string> =>
  new Map(
    [...inclusions.flatMap(({ found }) => found ?? []), main].map(({ file, source }) => [file, source]),
  );

type Misshapen = Exclude<Shape, 'fits'>;

const notRead = (code: Misshapen, file: string): Diagnostic => ({
  severity: 'warning',
  code,
  message: messageOf({ code, params: {} }),
  span: { file, start: 0, end: 0, line: 1, column: 1 },
});

/** Of the names that events give, those first that this script is given, with what it is called for. */
function withInputsFirst(help: Help & { readonly kind: 'completions' }, world: World, script: Script): Help {
  if (!help.items.some(({ label }) => label === 'chatTopic.botName')) return help;
  const given = new Map(inputNames(world, script).map(({ text, detail }) => [text, detail]));
  const items = help.items.map((item): Completion => {
    const detail = given.get(item.label);
    return detail === undefined ? { ...item, distance: 2 } : { ...item, detail, distance: 0 };
  });
  return { ...help, items: items.toSorted((a, b) => a.distance - b.distance) };
}

/** What a text is called among what it includes: one of a world's scripts may include another one of its name. */
function mainFileOf(world: World, file: string, script: number | undefined): string {
  const own = script === undefined ? undefined : findScript(world.folders, script);
  return own !== undefined && fileOf(own) === file ? programFileOf(world, own) : file;
}

/** As a run calls them: the script by its name, and the other one of that name with its number. */
function calledAsRun(world: World, one: Diagnostic, main: string, file: string): Diagnostic {
  const said = one.span.file;
  const other = findInclude(world.folders, file);
  if (main === file || other === undefined) return one;
  if (said === main) return { ...one, span: { ...one.span, file } };
  return said === fileOf(other)
    ? { ...one, span: { ...one.span, file: `${said} (${String(other.id)})` } }
    : one;
}

function scriptNamed(world: World, name: string): NamedSource | undefined {
  const found = includeNamed(world, name);
  return found?.language === 'javascript'
    ? { file: programFileOf(world, found), source: found.source }
    : undefined;
}

const missingOf = (world: World, { inclusions }: JoinedSource) =>
  inclusions
    .filter(({ found }) => found === undefined)
    .map((one) => ({ ...one, isOtherLanguage: includeNamed(world, one.name) !== undefined }));

const scriptOf = (world: World, { inclusions }: JoinedSource, file: string): Script | undefined =>
  inclusions.flatMap(({ name, found }) => (found?.file === file ? (includeNamed(world, name) ?? []) : []))[0];

type AtPlace = { readonly kind: HelpKind; readonly file: string; readonly offset: number };

function helpAt(project: ScriptProject, places: Places, { kind, file, offset }: AtPlace): Help | null {
  switch (kind) {
    case 'completions': {
      const found = completionsAt(project, offset);
      return found && { kind, ...found, from: places.spanOf(found.from, offset).start };
    }
    case 'hover': {
      const found = hoverAt(project, places, offset, file);
      if (found === null) return null;
      const { start, end } = places.spanOf(found.start, found.end);
      return { kind, about: found.about, start, end };
    }
    case 'signature': {
      const found = signatureAt(project, offset);
      return found && { kind, ...found, start: places.spanOf(found.start, offset).start };
    }
    case 'definition': {
      const found = definitionAt(project, places, offset);
      return found && { kind, file: found.file, line: found.line, column: found.column };
    }
  }
}

/** In the name that a directive takes in: the names that it could be, and where the script lies. */
function helpInDirective(
  world: World,
  script: Script,
  { source }: NamedSource,
  kind: HelpKind,
  offset: number,
): Help | null {
  const directive = directivesIn(source).find(
    ({ nameStart, name }) => offset >= nameStart && offset <= nameStart + name.length,
  );
  if (directive === undefined) return null;
  if (kind === 'completions') return { kind, from: directive.nameStart, items: includeItems(world, script) };
  const found = kind === 'definition' ? includeNamed(world, directive.name) : undefined;
  if (found === undefined) return null;
  return { kind: 'definition', file: programFileOf(world, found), line: 1, column: 1 };
}

/** Scripts with an include name first: those are meant to be included. */
const includeItems = ({ folders }: World, script: Script): readonly Completion[] =>
  folders
    .flatMap(({ scripts }) => scripts)
    .filter(({ id, language }) => id !== script.id && language === 'javascript')
    .map((one) => ({ label: fileOf(one), kind: 'text', distance: one.includeName === '' ? 1 : 0 }));
