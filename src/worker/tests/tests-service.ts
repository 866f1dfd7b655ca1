import { createWorld } from '../../engine/create-world.ts';
import { worldToJson } from '../../engine/world-json.ts';
import type { Test } from '../../protocol/engine-api.ts';
import type { Refused, TestOutcome, TestsApi } from '../../protocol/tests-api.ts';
import { acceptActual } from '../../testing/accept.ts';
import { junitXml } from '../../testing/junit.ts';
import { isAsExpected, type TestRun } from '../../testing/run-test.ts';
import { testOf } from '../../testing/test.ts';
import { playFile } from '../files/play-file.ts';
import type { FilesParts } from '../files/files-service.ts';
import { createRules } from '../write/rules.ts';
import { coded } from '../codes.ts';
import { Runs } from './runs.ts';

/** The app's own tests: the acceptance scenarios, which the build puts into one file. */
const sampleTests = 'tests/acceptance.json';

type SampleTest = { readonly name: string; readonly text: string };

/** Messages and other calls are let in between every so many milliseconds. */
const breathes = 30;

export type TestsParts = FilesParts & { readonly newId: () => string };

/** Runs tests. It has no database: whatever a test does to it, no workspace is touched. */
export function createTestsService({ engine, loadText, loadJavaScript, newId }: TestsParts): TestsApi {
  let base = '';
  const load = (file: string): Promise<string> => loadText(new URL(file, base).href);
  const runs = new Runs(createRules(loadJavaScript), load);
  const held = new Map<string, Test>();
  const reports = new Map<string, Parameters<typeof junitXml>[0][number]>();

  async function outcomeOf(test: Test): Promise<TestOutcome> {
    const since = performance.now();
    const { id, steps } = test;
    const told = () => ({ id, steps, milliseconds: performance.now() - since });
    const read = runs.read(test);
    if (!read.ok) return { ...told(), kind: 'unfit', problems: read.problems };
    try {
      const run = await runs.run(read.scenario, test);
      const { isPassed, scenario } = run;
      reports.set(id, { file: test.name, scenario, result: { steps: reported(run) } });
      if (isPassed) return { ...told(), kind: 'passed' };
      const step = run.steps.find((one) => !isAsExpected(one))?.index ?? 0;
      return { ...told(), kind: 'failed', step, gone: run.used?.gone ?? [] };
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return { ...told(), kind: 'broken', reason: coded('app-failed', { error: said }) };
    }
  }

  return {
    connect(newBase) {
      base = newBase;
      return Promise.resolve();
    },
    take(present) {
      runs.present = present;
      return Promise.resolve();
    },
    hold(tests) {
      for (const test of tests) held.set(test.id, test);
      return Promise.resolve();
    },
    async run(ids, heard) {
      let since = performance.now();
      const told: Promise<void>[] = [];
      for (const test of ids.flatMap((id) => held.get(id) ?? [])) {
        told.push(Promise.resolve(heard({ begins: test.id })));
        told.push(Promise.resolve(heard({ ended: await outcomeOf(test) })));
        if (performance.now() - since < breathes) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        since = performance.now();
      }
      await Promise.all(told);
    },
    async look(test) {
      const read = runs.read(test);
      if (!read.ok) return { kind: 'unfit', problems: read.problems };
      const { isPassed, steps, scenario, used } = await runs.run(read.scenario, test);
      const inputs = scenario.steps.map(({ input }) => input);
      const start = worldToJson(createWorld(scenario.world));
      return { kind: 'ran', isPassed, steps, inputs, start, used };
    },
    async accept(test) {
      const read = runs.read(test);
      if (!read.ok) return null;
      const run = await runs.run(read.scenario, test);
      // What came is what came of the world that it ran in, so that goes into the file, too.
      const scenario = acceptActual(run.scenario, run, (changed) => runs.runAtHand(changed, null));
      return scenario && testOf(scenario, test);
    },
    rename(test, name, tags) {
      const read = runs.read(test);
      if (!read.ok) return Promise.resolve(null);
      const { tags: _, ...rest } = read.scenario;
      const tagged = tags.length === 0 ? rest : { ...rest, version: 2 as const, tags };
      return Promise.resolve(testOf({ ...tagged, name }, test));
    },
    async upTo(test, step) {
      const read = runs.read(test);
      if (!read.ok) return null;
      const { scenario } = await runs.run(read.scenario, test);
      const { name, description, world, steps } = scenario;
      const file = { ...scenario, steps: steps.slice(0, step) };
      const played = await playFile(engine, load, file);
      if (played.problem !== null) return null;
      const about = { ...(description === undefined ? {} : { description }) };
      return { name, began: 'branch', about, world, steps: played.steps, openingSteps: 0 };
    },
    read(files, madeAt) {
      const tests: Test[] = [];
      const refused: Refused[] = [];
      for (const { name, text } of files) {
        const read = runs.read({ text });
        if (read.ok) tests.push(testOf(read.scenario, { id: newId(), madeAt: madeAt + tests.length }));
        else refused.push({ name, problems: read.problems });
      }
      return Promise.resolve({ tests, refused });
    },
    async samples(madeAt) {
      const files = JSON.parse(await load(sampleTests)) as readonly SampleTest[];
      return files.flatMap(({ name, text }, index) => {
        const read = runs.read({ text });
        if (!read.ok) return [];
        const scenario = { ...read.scenario, version: 2 as const, tags: ['rules'] };
        // Always the same ids, so that adding them twice gives no second ones.
        const id = `acceptance-${name}`;
        return [testOf(scenario, { id, madeAt: madeAt + index, runsWith: 'own' })];
      });
    },
    junit: (ids) => Promise.resolve(junitXml(ids.flatMap((id) => reports.get(id) ?? []))),
    ping: () => Promise.resolve(),
  };
}

/** The steps of a run as a report lists them; a script that is gone is told with the first. */
function reported({ steps, used }: TestRun): readonly Pick<TestRun['steps'][number], 'index' | 'failures'>[] {
  const gone = (used?.gone ?? []).map((name) => ({
    path: 'world.folders',
    message: `The script “${name}” is gone from the workspace.`,
  }));
  return steps.map(({ index, failures }, at) => ({
    index,
    failures: at === 0 ? [...gone, ...failures] : failures,
  }));
}
