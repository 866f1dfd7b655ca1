import { assistScript, type Assistance } from '../../bots/assist-script.ts';
import { checkScript } from '../../bots/check-script.ts';
import type { JavaScriptHelp } from '../../bots/javascript-help.ts';
import type { HelpKind } from '../../crmscript/complete.ts';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { checkProgram, mainScript, namedWorld, type ScriptProgram } from '../script-program.ts';
import { tables } from '../tables.ts';
import { typeFiles } from '../type-files.ts';

/** What the languages know about a script: the same that `check` and the page say. */
export class Help {
  readonly #checked = new WeakMap<ScriptProgram, readonly Diagnostic[]>();
  #javascript: JavaScriptHelp | undefined;
  #loading: Promise<void> | undefined;

  /** Loads what a language needs: TypeScript's compiler only where there is a script that it reads. */
  async load(language: ScriptLanguage): Promise<void> {
    if (language !== 'javascript' || this.#javascript !== undefined) return;
    this.#loading ??= import('../../bots/javascript-help.ts').then(({ createJavaScriptHelp }) => {
      this.#javascript = createJavaScriptHelp(typeFiles());
    });
    await this.#loading;
  }

  get javascript(): JavaScriptHelp {
    if (this.#javascript === undefined)
      throw new Error('Help for JavaScript was asked for before it was loaded.');
    return this.#javascript;
  }

  /** What is wrong with a script and what it includes, by the files' paths. The same text is checked once. */
  check(program: ScriptProgram): readonly Diagnostic[] {
    const known = this.#checked.get(program);
    if (known !== undefined) return known;
    const found = checkProgram(program, {
      checkScript: (world, source, file, language, script) =>
        language === 'javascript'
          ? this.javascript.check(world, source, file, script)
          : checkScript(world, source, file, tables, script),
    });
    this.#checked.set(program, found);
    return found;
  }

  /** Helps at a place; `names` are those that can be included. */
  assist(
    program: ScriptProgram,
    kind: HelpKind,
    offset: number,
    names: readonly string[] = [],
  ): Assistance | null {
    const world = withNames(namedWorld(program), names);
    const question = { kind, script: mainScript, source: program.source, offset };
    return program.language === 'javascript'
      ? this.javascript.assist(world, question)
      : assistScript(world, question, tables);
  }
}

/** The world with scripts that could be included: of them it is only asked what they are called. */
function withNames(world: ReturnType<typeof namedWorld>, names: readonly string[]) {
  const [main] = world.folders[0]?.scripts ?? [];
  if (main === undefined || names.length === 0) return world;
  const known = new Set(
    world.folders.flatMap(({ scripts }) => scripts.map((one) => one.includeName.toLowerCase())),
  );
  const scripts = names
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name, index) => ({ ...main, id: 10_000 + index, name, includeName: name, source: '' }));
  return { ...world, folders: [...world.folders, { id: 3, name: 'others', scripts }] };
}
