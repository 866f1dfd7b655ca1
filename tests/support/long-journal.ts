import { readFile } from 'node:fs/promises';
import { worldToJson } from '../../src/engine/world-json.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { JournalFile } from '../../src/storage/journal/journal-file.ts';
import { journalFormat, nothing } from '../../src/storage/journal/record.ts';
import { rowOf } from '../../src/storage/readable.ts';
import { snapshotFormat } from '../../src/storage/rows.ts';
import { playSteps } from '../../src/worker/write/play-steps.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { MemoryFolder } from './memory-folder.ts';

/** The world is kept in it after this message, and more come behind. */
const known = 350;

/** The journal of a conversation of 400 messages with the first sample's bot, as somebody leaves it who wrote them one by one. */
export async function longJournal(workspace: string): Promise<Uint8Array> {
  const parsed = parseScenario(await readFile('public/scenarios/first-visit.json', 'utf8'));
  if (!parsed.ok) throw new Error('The sample cannot be read.');
  const { world } = parsed.scenario;
  const engine = realEngine();
  const scripts = (world.folders ?? []).flatMap(({ scripts: all = [] }) => all);
  const texts = scripts.map(({ language = 'crmscript', source = '' }) => ({ language, source }));
  await engine.prepare?.(texts, () => Promise.reject(new Error('No table is needed.')));
  const inputs = Array.from({ length: 400 }, (_, n) => ({
    input: { type: 'customer.writes', session: 1, text: `number ${String(n + 1)}` } as const,
  }));
  const steps = [{ input: { type: 'customer.connects', channel: 1 } as const }, ...inputs];
  const folder = new MemoryFolder();
  const opened = await folder.open({ workspace, epoch: 0, serial: 0 });
  if (opened === null) throw new Error('It is open.');
  const file = new JournalFile(opened);
  const origin = { id: workspace, name: 'A long one', createdAt: Date.UTC(2026, 0, 5) };
  file.begin({ format: journalFormat, workspace: origin, generation: 0, world, after: nothing, upTo: 0 });
  let now = engine.createWorld(world);
  for (const step of playSteps(engine, now, steps, (number) => `long ${String(number)}`)) {
    file.append([rowOf(workspace, step)]);
    for (const event of step.events) now = engine.fold(now, event);
    if (step.step === known)
      file.keepSnapshot({ last: file.last, format: snapshotFormat, world: worldToJson(now) });
  }
  return folder.bytes(workspace);
}
