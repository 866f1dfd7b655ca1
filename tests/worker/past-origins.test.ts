import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { originOfMessage } from '../../src/debug/origin.ts';
import type { Debuggee } from '../../src/debug/debuggee.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { playFile } from '../../src/worker/files/play-file.ts';
import { pastStep } from '../../src/worker/past/past-step.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { eraseTypes } from '../../src/javascript/erase-types.ts';
import { engine as javascript } from '../support/javascript.ts';

const folder = join(import.meta.dirname, '../../public/scenarios');
const loadFile = (name: string) => Promise.resolve(readFileSync(join(folder, '..', name), 'utf8'));
const engineNow = () => realEngine(async () => ({ engine: await javascript(), eraseTypes }));

/** Bots in JavaScript are one statement to the debugger, whose inside nobody sees. */
const inCrmScript = readdirSync(folder).filter((file) => !file.includes('typescript'));

/** Where what a bot says can come from; `input` is what the channel or the session is called. */
const ends = ['word', 'http', 'row', 'literal', 'time', 'chance', 'made', 'input', 'variable'];

it.each(inCrmScript)('leads from every text that a bot of %s says to where it comes from', async (sample) => {
  const parsed = parseScenario(readFileSync(join(folder, sample), 'utf8'));
  if (!parsed.ok) throw new Error(`${sample} cannot be read.`);
  const { steps } = await playFile(engineNow(), loadFile, parsed.scenario);
  const log = new MemoryLog();
  await log.create({ id: 'w', name: sample, createdAt: 0 }, parsed.scenario.world, steps);
  const engine = engineNow();

  for (const { step, events, input } of steps) {
    const said = events.filter((event) => event.type === 'message.saved' && event.by !== undefined);
    if (said.length === 0) continue;
    const past = await pastStep(engine, log, 'w', step, loadFile);
    const debuggee: Debuggee = (observer, hand) => {
      if (past === null) throw new Error(`There is no step ${String(step)}.`);
      return past.runner.run(observer, hand);
    };
    for (const event of said) {
      const chain = originOfMessage(debuggee, input, event.seq);
      expect(ends, JSON.stringify(event)).toContain('problem' in chain ? '' : chain.end);
    }
  }
});
