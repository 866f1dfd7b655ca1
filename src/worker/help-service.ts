import { assistScript } from '../bots/assist-script.ts';
import { checkScript } from '../bots/check-script.ts';
import { worldFromJson, type WorldJson } from '../engine/world-json.ts';
import type { World } from '../engine/world.ts';
import type { HelpApi } from '../protocol/help-api.ts';
import type { Ports } from './ports.ts';
import { tablesMissing } from './problems.ts';
import { ScriptTables } from './script-tables.ts';
import { sourcesOf } from './script-sources.ts';

/** Helps to write the scripts of a world of which the page tells. It stores nothing and runs nothing. */
export function createHelpService({ loadText }: Pick<Ports, 'loadText'>): HelpApi {
  const tables = new ScriptTables();
  let base = '';
  let json: Partial<WorldJson> = {};
  let world: World | null = null;
  const load = (file: string): Promise<string> => loadText(new URL(file, base).href);

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
    async check(source, file) {
      const known = world;
      if (known === null) return [];
      try {
        await tables.prepare([source, ...sourcesOf(known)], load);
      } catch {
        return [tablesMissing(file)];
      }
      return checkScript(known, source, file, tables.source);
    },
    async assist(question) {
      const known = world;
      if (known === null) return null;
      const hasTables = await tables.offer(load); // an editor can do without
      return assistScript(known, question, hasTables ? tables.source : undefined);
    },
    ping: () => Promise.resolve(),
  };
}
