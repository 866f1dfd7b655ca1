import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScript } from '../../src/bots/check-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { tables } from '../crmscript/tables.ts';

const folder = join(import.meta.dirname, '../../public/scenarios');

describe.each(['joke-bot.json', 'json-service-bot.json', 'intent-bot.json', 'desk-bot.json'])(
  'the bot of %s',
  (file) => {
    it('has nothing that the editor would remark on, but the spelling that it shows off', () => {
      const parsed = parseScenario(readFileSync(join(folder, file), 'utf8'));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const world = createWorld(parsed.scenario.world);

      const found = world.folders
        .flatMap(({ scripts }) => scripts)
        .flatMap((script) => checkScript(world, script.source, script.name, tables));

      expect(found.filter(({ code }) => code !== 'keyword-case')).toEqual([]);
    });
  },
);
