import { assistScript } from '../../bots/assist-script.ts';
import { checkScript } from '../../bots/check-script.ts';
import type { TypeFiles } from '../../bots/javascript-help.ts';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { FormattedEdits } from '../../crmscript/format.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { findScript } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import type {
  BreakpointProblems,
  ScriptHelp as Help,
  ScriptQuestion,
  WrittenBreakpoint,
  WrittenScript,
} from '../../protocol/help-api.ts';
import type { ScriptQuery, ScriptQueryResult } from '../../protocol/script-query.ts';
import { BreakpointHelp } from './breakpoint-help.ts';
import { lookOverScripts } from './look-over-scripts.ts';
import { partLater } from '../part-later.ts';
import type { LoadFile } from '../ports.ts';
import { ScriptTables } from './script-tables.ts';
import { sourcesOf } from './script-sources.ts';
import { scriptTypesFile } from './script-types.ts';

/* The part of the worker that looks at scripts without running them: loaded when an editor first asks. */

export type ScriptHelp = {
  /** @throws what `load` throws, when the script needs what cannot be loaded. */
  readonly check: (
    world: World,
    source: string,
    file: string,
    language: ScriptLanguage,
    script?: number,
  ) => Promise<readonly Diagnostic[]>;
  readonly assist: (world: World, question: ScriptQuestion) => Promise<Help | null>;
  readonly format: (source: string, language: ScriptLanguage) => Promise<FormattedEdits | null>;
  /** @throws what `load` throws, when the script needs what cannot be loaded. */
  readonly look: (world: World, look: ScriptQuery) => Promise<ScriptQueryResult | null>;
  readonly placeBreakpoints: (
    world: World,
    written: WrittenScript,
    lines: readonly number[],
  ) => Promise<readonly number[] | null>;
  readonly checkBreakpoint: (world: World, written: WrittenBreakpoint) => Promise<BreakpointProblems>;
};

export function createScriptHelp(load: LoadFile): ScriptHelp {
  const tables = new ScriptTables();
  const breakpoints = new BreakpointHelp();
  /** TypeScript's compiler comes with it: loaded when a script in JavaScript is first looked at. */
  const javaScript = partLater(async () => {
    const [{ createJavaScriptHelp }, types] = await Promise.all([
      import('../../bots/javascript-help.ts'),
      load(scriptTypesFile),
    ]);
    return createJavaScriptHelp(JSON.parse(types) as TypeFiles);
  });
  const javaScriptLooks = partLater(async () => {
    const [{ createJavaScriptEditing }, { lookOverJavaScript }, help] = await Promise.all([
      import('../../bots/javascript-editing.ts'),
      import('./look-over-javascript.ts'),
      javaScript(),
    ]);
    const editing = createJavaScriptEditing(help);
    return (world: World, look: ScriptQuery) => lookOverJavaScript(editing, world, look);
  });
  const formatter = partLater(() => import('../../crmscript/format.ts'));
  return {
    async check(world, source, file, language, script) {
      if (language === 'javascript') return (await javaScript()).check(world, source, file, script);
      await tables.prepare([source, ...sourcesOf(world)], load);
      return checkScript(world, source, file, tables.source, script);
    },
    async assist(world, question) {
      if (findScript(world.folders, question.script)?.language === 'javascript') {
        const found = await javaScript().catch(() => null);
        return found === null ? null : found.assist(world, question);
      }
      const hasTables = await tables.offer(load); // an editor can do without
      return assistScript(world, question, hasTables ? tables.source : undefined);
    },
    async format(source, language) {
      if (language === 'javascript') {
        const found = await javaScript().catch(() => null);
        return found === null ? null : found.format(source);
      }
      const found = await formatter().catch(() => null);
      return found === null ? null : found.formatRange(source, 0, source.length);
    },
    async look(world, look) {
      const language = findScript(world.folders, look.script)?.language;
      if (language === undefined) return null;
      if (language === 'javascript') return (await javaScriptLooks())(world, look);
      const hasTables = await tables.offer(load);
      return lookOverScripts(world, look, hasTables ? tables.source : undefined);
    },
    async placeBreakpoints(world, written, lines) {
      const hasTables = await tables.offer(load);
      return breakpoints.place(world, written, lines, hasTables ? tables.source : undefined);
    },
    async checkBreakpoint(world, written) {
      const hasTables = await tables.offer(load);
      return breakpoints.check(world, written, hasTables ? tables.source : undefined);
    },
  };
}
