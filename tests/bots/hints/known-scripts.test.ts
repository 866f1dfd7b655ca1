import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkScript } from '../../../src/bots/check-script.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { tables } from '../../crmscript/tables.ts';
import { checkIn } from './checked.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every hint with a rule at the scripts of a scenario. */
function ofScenario(path: string): readonly string[] {
  const parsed = parseScenario(read(path));
  if (!parsed.ok) throw new Error(path);
  const world = createWorld(parsed.scenario.world);
  return world.folders
    .flatMap(({ scripts }) => scripts)
    .flatMap(({ id, name }) =>
      checkIn(world, id)
        .filter(({ rule }) => rule !== undefined)
        .map(
          ({ span, rule, code, message }) =>
            `${path} ${name}:${String(span.line)} ${code} ${rule ?? ''}\n    ${message}`,
        ),
    );
}

const scenariosIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => `${folder}/${file}`);

it('are hinted at in nothing but what is so: each of these was looked at', async () => {
  const found = [...scenariosIn('public/scenarios'), ...scenariosIn('tests/acceptance')].flatMap(ofScenario);

  expect(found.length).toBeGreaterThan(5);
  await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('./known-scripts.txt');
});

it('of the language alone have no hint but at ports and lengths', () => {
  const world = createWorld({ startsAt: '2026-03-02T09:00:00Z' });
  const programs = readdirSync(join(root, 'tests/programs'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.crmscript'),
  );
  const found = programs.flatMap((file) =>
    checkScript(world, read(`tests/programs/${file}`), file, tables)
      .filter(({ rule }) => rule !== undefined)
      .map(({ code }) => `${file} ${code}`),
  );

  expect(programs.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
