import { worldFromJson, type WorldJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type { HelpApi } from '../../protocol/help-api.ts';
import { partLater } from '../part-later.ts';
import type { Ports } from '../ports.ts';
import { partMissing } from '../problems.ts';

/** Helps to write the scripts of a world of which the page tells. It stores nothing and runs nothing. */
export function createHelpService({ loadText }: Pick<Ports, 'loadText'>): HelpApi {
  let base = '';
  let json: Partial<WorldJson> = {};
  let world: World | null = null;
  const load = (file: string): Promise<string> => loadText(new URL(file, base).href);
  const scriptHelp = partLater(async () => (await import('./script-help.ts')).createScriptHelp(load));

  return {
    connect(newBase) {
      base = newBase;
      return Promise.resolve();
    },
    know(parts) {
      json = { ...json, ...parts };
      world = worldFromJson(json as WorldJson); // the first parts are all of them
      return Promise.resolve();
    },
    async check(source, file, language, script) {
      const known = world;
      if (known === null) return [];
      try {
        return await (await scriptHelp()).check(known, source, file, language, script);
      } catch {
        return [partMissing(file)];
      }
    },
    async assist(question) {
      const known = world;
      if (known === null) return null;
      const found = await scriptHelp().catch(() => null); // an editor can do without
      return found === null ? null : found.assist(known, question);
    },
    async format(source, language) {
      const found = await scriptHelp().catch(() => null);
      return found === null ? null : found.format(source, language);
    },
    async look(look) {
      const known = world;
      if (known === null) return null;
      return (await scriptHelp()).look(known, look);
    },
    async placeBreakpoints(written, lines) {
      const known = world;
      if (known === null) return null;
      const found = await scriptHelp().catch(() => null);
      return found === null ? null : found.placeBreakpoints(known, written, lines);
    },
    async checkBreakpoint(written) {
      const known = world;
      const found = known === null ? null : await scriptHelp().catch(() => null);
      if (known === null || found === null) return { condition: null, hitCondition: null, logMessage: null };
      return found.checkBreakpoint(known, written);
    },
    ping: () => Promise.resolve(),
  };
}
