import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portBot } from '../../../src/bots/port.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { matchesRegexp } from '../../../src/cli/matcher.ts';
import { tables } from '../../crmscript/tables.ts';
import { bothLanguages } from '../javascript/stage.ts';

const runScript = bothLanguages();
const play = (scenario: ScenarioFile) => replay(scenario, runScript, { matcher: matchesRegexp });

/** The scenarios with bots in CRMScript, of the samples and of the rules of the chat. */
const scenarios = ['public/scenarios', 'tests/acceptance'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const parsed = parseScenario(readFileSync(`${folder}/${file}`, 'utf8'));
      if (!parsed.ok) throw new Error(file);
      return hasCrmScript(parsed.scenario) ? [[file, parsed.scenario] as const] : [];
    }),
);

function hasCrmScript({ world }: ScenarioFile): boolean {
  const scripts = (world.folders ?? []).flatMap((folder) => folder.scripts ?? []);
  return scripts.some(
    ({ language = 'crmscript', source = '' }) => language === 'crmscript' && source.trim() !== '',
  );
}

/** The scenario with its scripts in TypeScript, and whether all of them could be ported as a whole. */
function ported(scenario: ScenarioFile) {
  const world = createWorld(scenario.world);
  const all = world.folders.flatMap(({ scripts }) => scripts);
  const port = portBot(world, all, { ending: '' }, tables);
  const byScript = new Map(port.scripts.map(({ of, source }) => [of, source]));
  const helpers = port.scripts.filter(({ of }) => of === undefined);
  const first = Math.max(0, ...all.map(({ id }) => id)) + 1;
  const folders = (scenario.world.folders ?? []).map((folder, index) => ({
    ...folder,
    scripts: [
      ...(folder.scripts ?? []).map((script) => {
        const source = byScript.get(script.id);
        return source === undefined ? script : { ...script, source, language: 'javascript' as const };
      }),
      ...(index > 0
        ? []
        : helpers.map(({ of: _, ...script }, at) => ({
            ...script,
            id: first + at,
            language: 'javascript' as const,
          }))),
    ],
  }));
  const isWhole = port.notes.every(({ kind }) => kind === 'differs');
  return { scenario: { ...scenario, world: { ...scenario.world, folders } }, isWhole };
}

/** What people see of an event: messages and statuses. */
function seen(event: RecordedEvent): readonly unknown[] {
  if (event.type === 'session.statusChanged') return [[event.session, event.from, event.to, event.at]];
  if (event.type !== 'message.saved') return [];
  const { session, author, text, messageType, specialType, specialParam, whenPosted } = event;
  return [[session, author, text, messageType, specialType, specialParam, whenPosted]];
}

describe('a bot in TypeScript that was made by porting it', () => {
  it('does what it did in every scenario, unless a part of it has no counterpart', () => {
    const left: string[] = [];
    for (const [file, scenario] of scenarios) {
      const { scenario: inTypeScript, isWhole } = ported(scenario);
      if (!isWhole) left.push(file);
      else expect(play(inTypeScript).events.flatMap(seen), file).toEqual(play(scenario).events.flatMap(seen));
    }

    expect(left).toEqual(['desk-bot.json', 'intent-bot.json']);
    expect(scenarios.length).toBeGreaterThanOrEqual(40);
  });
});
