import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Test } from '../../src/protocol/engine-api.ts';
import type { TestOutcome, TestsApi } from '../../src/protocol/tests-api.ts';
import type { Expectation } from '../../src/scenario/format.ts';
import { testOf } from '../../src/testing/test.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { createTestsService } from '../../src/worker/tests/tests-service.ts';
import { echoScenario, withSource } from '../testing/echo.ts';

const acceptance = join(import.meta.dirname, '../acceptance');

/** The file that the build makes of the acceptance scenarios. */
const samplesFile = () =>
  JSON.stringify(
    readdirSync(acceptance)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ name: file, text: readFileSync(join(acceptance, file), 'utf8') })),
  );

async function service(): Promise<TestsApi> {
  let ids = 0;
  const api = createTestsService({
    engine: realEngine(),
    loadText: () => Promise.resolve(samplesFile()),
    newId: () => `new ${String(++ids)}`,
  });
  await api.connect('https://rehearsal.test/');
  return api;
}

const test = (expect: readonly Expectation[], more: Partial<Test> = {}): Test =>
  testOf(echoScenario(expect), { id: 'a', madeAt: 1, ...more });

async function outcomes(api: TestsApi, tests: readonly Test[]): Promise<readonly TestOutcome[]> {
  const found: TestOutcome[] = [];
  await api.hold(tests);
  await api.run(
    tests.map(({ id }) => id),
    (news) => {
      if ('ended' in news) found.push(news.ended);
    },
  );
  return found;
}

const echoes: Expectation = { event: 'message.saved', text: 'Echo: hi' };
const { world } = echoScenario([]);

describe('tests in a worker of their own', () => {
  it('tell how each went, and go on behind one that cannot be read', async () => {
    const tests = [
      test([echoes]),
      test([{ status: 4 }], { id: 'b' }),
      { ...test([]), id: 'c', text: '{' },
      test([echoes], { id: 'd' }),
    ];

    expect(await outcomes(await service(), tests)).toMatchObject([
      { id: 'a', kind: 'passed', steps: 2 },
      { id: 'b', kind: 'failed', step: 2 },
      { id: 'c', kind: 'unfit', problems: [{}] },
      { id: 'd', kind: 'passed' },
    ]);
  });

  it('run with the workspace as it stands, or with what they were saved with', async () => {
    const api = await service();
    await api.take(withSource(world, 'Ekko: '));

    expect(await outcomes(api, [test([echoes]), test([echoes], { id: 'b', runsWith: 'own' })])).toMatchObject(
      [{ kind: 'failed' }, { kind: 'passed' }],
    );
  });

  it('are accepted in the world that they ran in, so that their files pass by themselves', async () => {
    const api = await service();
    await api.take(withSource(world, 'Ekko: '));
    const accepted = await api.accept(test([echoes]));

    expect(await outcomes(await service(), accepted === null ? [] : [accepted])).toMatchObject([
      { kind: 'passed' },
    ]);
    expect(accepted?.text).toContain('Ekko: hi');
  });

  it('are played up to a step, to be opened there', async () => {
    const played = await (await service()).upTo(test([echoes]), 2);

    expect(played?.steps.map(({ step }) => step)).toEqual([1, 2]);
    expect(played?.steps[1]?.events).toContainEqual(
      expect.objectContaining({ type: 'message.saved', text: 'Echo: hi' }),
    );
    expect((await (await service()).upTo(test([echoes]), 1))?.steps).toHaveLength(1);
  });

  it('are taken from files, and what is none is named', async () => {
    const { text } = test([echoes]);
    const read = await (
      await service()
    ).read(
      [
        { name: 'a.json', text },
        { name: 'b.json', text: '[]' },
      ],
      7,
    );

    expect(read.tests).toMatchObject([{ id: 'new 1', madeAt: 7, name: 'Echo', text }]);
    expect(read.refused).toMatchObject([{ name: 'b.json', problems: [{ path: 'format' }] }]);
  });

  it('get another name and other tags, or lose them', async () => {
    const api = await service();
    const named = await api.rename(test([echoes]), 'Says it again', ['echo']);

    expect(named).toMatchObject({ id: 'a', name: 'Says it again', tags: ['echo'] });
    expect(await api.rename(named as Test, 'Echo', [])).toMatchObject({ name: 'Echo', tags: [] });
  });

  it('are reported as JUnit, a suite each', async () => {
    const api = await service();
    await outcomes(api, [test([echoes]), test([{ status: 4 }], { id: 'b' })]);
    const xml = await api.junit(['a', 'b', 'never ran']);

    expect(xml).toContain('<testsuites name="rehearsal" tests="4" failures="1" errors="0">');
    expect(xml.match(/<testsuite name="Echo"/g)).toHaveLength(2);
    expect(xml).toContain('Expected session 1 in status 4');
  });

  it('may be the acceptance scenarios of the app, which all pass', async () => {
    const api = await service();
    await api.take(withSource(world, 'Ekko: '));
    const tests = await api.samples(1);
    const kinds = (await outcomes(api, tests)).map(({ kind }) => kind);

    expect(tests.length).toBeGreaterThan(80);
    expect(new Set(tests.map(({ id }) => id)).size).toBe(tests.length);
    expect(new Set(kinds)).toEqual(new Set(['passed']));
  });
});
