import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../../src/cli/matcher.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { countEchobots, withTypeScript } from '../../support/echobots.ts';
import { bothLanguages } from './stage.ts';

const folders = [
  join(import.meta.dirname, '../../acceptance'),
  join(import.meta.dirname, '../../../public/scenarios'),
];

/** The scenarios with an Echobot, by file. */
const scenarios = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed = parseScenario(readFileSync(join(folder, name), 'utf8'));
      if (!parsed.ok) throw new Error(name);
      return countEchobots(parsed.scenario.world) > 0 ? [[name, parsed.scenario] as const] : [];
    }),
);

/** What an event says, but for the line of the script that did it, and how much it took. */
const said = (event: RecordedEvent): unknown => {
  const { by, ...rest } = event;
  return { ...rest, by: by?.script, ...('statements' in rest && { statements: 0 }) };
};

describe('the Echobots in TypeScript', () => {
  it('are in as many scenarios as the ones in CRMScript', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
  });

  it.each(scenarios)('give the events of %s that they give in CRMScript', (_, scenario) => {
    const options = { matcher: matchesRegexp };
    const before = replay(scenario, bothLanguages(), options);
    const after = replay({ ...scenario, world: withTypeScript(scenario.world) }, bothLanguages(), options);

    expect(after.events.filter(({ type }) => type === 'script.failed')).toEqual(
      before.events.filter(({ type }) => type === 'script.failed'),
    );
    expect(after.events.map(said)).toEqual(before.events.map(said));
    expect(after.steps.map(({ failures }) => failures)).toEqual(before.steps.map(({ failures }) => failures));
  });
});
