import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { testOf } from '../../src/testing/test.ts';
import { cover } from '../../src/worker/files/cover.ts';

function sample(name: string): ScenarioFile {
  const read = parseScenario(
    readFileSync(new URL(`../../public/scenarios/${name}.json`, import.meta.url), 'utf8'),
  );
  if (!read.ok) throw new Error(`${name} cannot be read.`);
  return read.scenario;
}

const load = (file: string) =>
  Promise.resolve(readFileSync(new URL(`../../public/${file}`, import.meta.url), 'utf8'));
const joke = sample('joke-bot');

describe('the worker that counts what runs', () => {
  it('counts a conversation', async () => {
    const report = await cover({ by: 'conversation', conversation: joke }, load);

    const script = report.scripts.find(({ name }) => name === 'joke bot message received');
    expect(report).toMatchObject({ runs: 1, unread: 0 });
    expect(script?.statements).toEqual({ covered: 19, total: 19 });
    expect(script?.lines.every(({ hits }) => hits > 0)).toBe(true);
    expect(report.diagram.known.some(({ hits }) => hits > 0)).toBe(true);
  });

  it('adds up tests, with the scripts as they stand in the workspace, and leaves out what cannot be read', async () => {
    const folders = (joke.world.folders ?? []).map((folder) => ({
      ...folder,
      scripts: (folder.scripts ?? []).map((script) => ({
        ...script,
        source: `${script.source ?? ''}\n// now`,
      })),
    }));
    const own = testOf(joke, { id: 'a', madeAt: 0, runsWith: 'own' });
    const present = testOf(joke, { id: 'b', madeAt: 0 });
    const broken = { text: '{', runsWith: 'own' } as const;

    const report = await cover(
      { by: 'tests', tests: [own, present, broken], present: { ...joke.world, folders } },
      load,
    );

    const texts = report.scripts.filter(({ name }) => name === 'joke bot message received');
    expect(report).toMatchObject({ runs: 2, unread: 1 });
    expect(texts.map(({ source }) => source.endsWith('// now')).sort()).toEqual([false, true]);
  });
});
