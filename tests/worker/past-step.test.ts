import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { begin, shown } from '../../src/debug/session.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { playFile } from '../../src/worker/files/play-file.ts';
import { pastStops } from '../../src/worker/past/past-runs.ts';
import { pastStep } from '../../src/worker/past/past-step.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { eraseTypes } from '../../src/javascript/erase-types.ts';
import { engine as javascript } from '../support/javascript.ts';

const folder = join(import.meta.dirname, '../../public/scenarios');
const loadFile = (name: string) => Promise.resolve(readFileSync(join(folder, '..', name), 'utf8'));
const engineNow = () => realEngine(async () => ({ engine: await javascript(), eraseTypes }));

/** The log of a sample, as if somebody had opened it. */
async function logOf(sample: string) {
  const parsed = parseScenario(readFileSync(join(folder, sample), 'utf8'));
  if (!parsed.ok) throw new Error(`${sample} cannot be read.`);
  const { scenario } = parsed;
  const { steps } = await playFile(engineNow(), loadFile, scenario);
  const log = new MemoryLog();
  await log.create({ id: 'w', name: sample, createdAt: 0 }, scenario.world, steps);
  return { log, steps };
}

it.each(readdirSync(folder))('runs every step of %s again, and the same comes of it', async (sample) => {
  const { log, steps } = await logOf(sample);
  const engine = engineNow();

  for (const { step, events } of steps) {
    const { runner = null } = (await pastStep(engine, log, 'w', step, loadFile)) ?? {};
    const session = runner && begin(runner.debuggee, [], 'start');

    expect(runner?.run().events).toEqual(events);
    expect(session?.outcome.events).toEqual(events);
    if (runner !== null && session?.reason === 'entry')
      expect(shown(runner.debuggee, session)).toMatchObject({ statement: 1 });
  }
});

it('has no step that the log has not', async () => {
  const { log, steps } = await logOf('first-visit.json');
  const past = (step: number) => pastStep(engineNow(), log, 'w', step, loadFile);

  expect(await past(0)).toBeNull();
  expect(await past(steps.length + 1)).toBeNull();
  expect(await past(1)).not.toBeNull();
});

it('finds in all steps of the log where breakpoints would have stopped, and what log points would have printed', async () => {
  const { log, steps } = await logOf('echobot-bot-first.json');
  const saves = (step: number): number =>
    steps[step - 1]?.events.filter(({ type, by }) => type === 'message.saved' && by !== undefined).length ??
    0;
  const found = new Map<number, number>();
  const event = { kind: 'event', id: 1, event: 'message' } as const;
  for await (const { step, statements } of pastStops(engineNow(), log, 'w', [event], loadFile))
    found.set(step, statements.length);

  const wanted = steps.flatMap(({ step }) => (saves(step) > 0 ? [[step, saves(step)]] : []));
  expect(wanted.length).toBeGreaterThan(1);
  expect([...found]).toEqual(wanted);
  const none = [];
  for await (const stops of pastStops(engineNow(), log, 'w', [event], loadFile, 1)) none.push(stops);
  expect(none.map(({ step }) => step).filter((step) => step > 1)).toEqual([]);
});
