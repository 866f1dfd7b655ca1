import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftOptions } from '../../src/protocol/files-api.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { createFilesService } from '../../src/worker/files/files-service.ts';
import { playFile } from '../../src/worker/files/play-file.ts';
import { realEngine } from '../../src/worker/real-engine.ts';

const publicDir = join(import.meta.dirname, '../../public');
const text = (sample: string) => readFileSync(join(publicDir, 'scenarios', sample), 'utf8');

async function filesService() {
  const service = createFilesService({
    engine: realEngine(),
    loadText: (url) => Promise.resolve(readFileSync(join(publicDir, new URL(url).pathname), 'utf8')),
  });
  await service.connect('https://rehearsal.test/', 'Rehearsal 9.9');
  return service;
}

function scenarioIn(content: string): ScenarioFile {
  const parsed = parseScenario(content);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const all: DraftOptions = {
  name: 'Jokes',
  description: 'A bot with *jokes*.',
  by: 'Kari',
  conversation: true,
  notes: true,
  expectations: true,
  personal: false,
  emptied: [],
};

/** A draft of a sample. */
async function draftOf(sample: string, options: Partial<DraftOptions> = {}) {
  const service = await filesService();
  const file = scenarioIn(text(sample));
  await service.take(file, { ...file, version: 1, steps: [] });
  return { service, ...(await service.draft({ ...all, ...options })) };
}

describe('what somebody wants to open', () => {
  it('is looked at without running anything, then played for its verdict', async () => {
    const service = await filesService();

    const looked = await service.look({ kind: 'text', text: text('joke-bot.json') });
    const checked = await service.check();

    if (looked.kind !== 'scenario') throw new Error('refused');
    expect(looked).toMatchObject({ began: 'file', overview: { version: 1, made: null, hasHashes: false } });
    expect(looked.overview.scripts.map(({ name }) => name)).toContain('joke bot message received');
    expect(checked).toMatchObject({ verdict: { kind: 'unknown' }, problem: null });
    expect(checked.messages).toBeGreaterThan(looked.overview.messages);
  });

  it('is the file in a link, too, and a file that holds a link', async () => {
    const { service } = await draftOf('joke-bot.json');
    const { fragment } = await service.link(all);

    const pasted = await service.look({ kind: 'text', text: `Look: https://x.test/app/${fragment}` });
    const saved = await service.look({ kind: 'file', name: 'link.txt', content: new Blob([fragment]) });

    expect([pasted, saved]).toMatchObject([
      { kind: 'scenario', began: 'link', overview: { name: 'Jokes' } },
      { kind: 'scenario', began: 'link', overview: { name: 'Jokes' } },
    ]);
  });

  it('is refused with what is wrong when it is no scenario, and nothing of it is kept', async () => {
    const service = await filesService();
    const picture = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff)]);

    const looked = await service.look({ kind: 'file', name: 'a.png', content: picture });

    expect(looked).toMatchObject({ kind: 'refused' });
    await expect(service.played()).rejects.toThrow();
  });

  it('is refused by its size before it is read', async () => {
    const service = await filesService();
    const content = {
      size: 65 * 1024 * 1024,
      arrayBuffer: () => Promise.reject(new Error('It was read.')),
    };

    expect(await service.look({ kind: 'file', name: 'big.rehearsal', content })).toMatchObject({
      kind: 'refused',
      problems: [{ message: 'This file is larger than 64 MiB. Make it smaller.' }],
    });
  });

  it('is not opened when a step of it cannot be played, and says which', async () => {
    const file = scenarioIn(text('joke-bot.json'));
    const steps = [{ input: { type: 'clock.advances', by: 1 }, at: '1999-01-01T00:00:00Z' } as const];
    const load = () => Promise.resolve('');

    const { problem } = await playFile(realEngine(), load, { ...file, steps });

    expect(problem).toMatchObject({ path: 'steps[0].at' });
  });

  it('is played with what was changed by hand, which stays with its step', async () => {
    const file = scenarioIn(text('joke-bot.json'));
    const edits = [{ statement: 1, frame: 0, variable: 'x', value: '1' }];
    const steps = file.steps.map((step, index) => (index === 0 ? { ...step, edits, stoppedAt: 9 } : step));
    const load = () => Promise.resolve('{}');

    const played = await playFile(realEngine(), load, { ...file, steps });

    expect(played.problem).toBeNull();
    expect(played.steps[0]).toMatchObject({ edits, stoppedAt: 9 });
  });
});

describe('a draft', () => {
  it('is the whole file, said to be made by whom and with what, and replays as it says', async () => {
    const { text: saved, steps, verdict, service } = await draftOf('joke-bot.json');
    const again = await filesService();
    await again.look({ kind: 'text', text: saved });

    const played = await again.played();

    expect(scenarioIn(saved)).toMatchObject({ name: 'Jokes', made: { by: 'Kari', with: 'Rehearsal 9.9' } });
    expect(steps).toBe(scenarioIn(text('joke-bot.json')).steps.length);
    expect(verdict).toMatchObject({ kind: 'unknown' });
    expect(played).toMatchObject({ name: 'Jokes', began: 'file', openingSteps: 0 });
    expect((await service.draft(all)).text).toBe(saved);
  });

  it('is the setting alone, or without notes and expectations, when that is chosen', async () => {
    const setting = await draftOf('joke-bot.json', { conversation: false, by: ' ' });
    const bare = await draftOf('joke-bot.json', { notes: false, expectations: false });

    expect(scenarioIn(setting.text)).toMatchObject({ steps: [], made: { with: 'Rehearsal 9.9' } });
    expect(scenarioIn(bare.text).steps.filter(({ note, expect: wish }) => note ?? wish)).toEqual([]);
  });

  it('has invented people in place of its customers, is played again, and says where it goes otherwise', async () => {
    const service = await filesService();
    const file = scenarioIn(text('first-visit.json'));
    const input = {
      type: 'customer.writes',
      session: 1,
      text: 'I am Ada Berg, ada@fjord.no, 98765432 12.30',
    } as const;
    const connects = {
      type: 'customer.connects',
      channel: 1,
      customer: { name: 'Ada Berg', email: 'ada@fjord.no', phone: '+47 987 65 432' },
    } as const;
    const talk = { ...file, steps: [{ input: connects }, { input }] };
    await service.take(talk, talk);

    const draft = await service.draft({ ...all, name: 'Why Ada Berg called', personal: true });

    expect(draft.text).not.toMatch(/Ada|fjord/);
    expect(draft.replaced.map(({ from }) => from)).toEqual(expect.arrayContaining(['ada@fjord.no']));
    expect(draft.verdict).toEqual({ kind: 'identical', steps: 2, of: 2 });
    expect(draft.differences).toEqual([]);
    expect(draft.name).toBe('Why Alba Ashdown called');
  });

  it('names nobody who took part in the conversation, where the setting alone is saved and a script kept them in a table', async () => {
    const service = await filesService();
    const file = scenarioIn(text('first-visit.json'));
    const customer = { name: 'Ada Berg', email: 'ada@fjord.no' };
    const connects = { type: 'customer.connects', channel: 1, customer } as const;
    const tables = { visitor: [{ name: 'Ada Berg', mail: 'ada@fjord.no' }] };
    const setting = { ...file, version: 1 as const, world: { ...file.world, tables }, steps: [] };
    await service.take({ ...file, steps: [{ input: connects }] }, setting);

    const draft = await service.draft({ ...all, conversation: false, personal: true });

    expect(draft.text).toContain('visitor');
    expect(draft.text).not.toMatch(/Ada|Berg|fjord/);
  });

  it('has no secrets that were emptied, and is hashed anew', async () => {
    const service = await filesService();
    const file = scenarioIn(text('webhook-retries.json'));
    const world = { ...file.world, webhooks: [{ id: 9, name: 'Mine', secret: 'very-secret-thing' }] };
    await service.take({ ...file, world, steps: [] }, file);
    const { secrets, text: kept } = await service.draft(all);

    const emptied = await service.draft({ ...all, emptied: secrets.map(({ path }) => path) });

    expect(secrets).toMatchObject([{ path: 'world.webhooks[0].secret' }]);
    expect(kept).toContain('very-secret-thing');
    expect(emptied.text).not.toContain('very-secret-thing');
  });

  it('says why nobody could open it again, though the app itself took what is in it', async () => {
    const service = await filesService();
    const file = scenarioIn(text('first-visit.json'));
    const long = { ...file.world, agents: [{ id: 1, name: 'x'.repeat(300) }] };
    await service.take(file, { ...file, version: 1, world: long, steps: [] });

    const draft = await service.draft({ ...all, conversation: false });

    expect(draft.problem).toMatchObject({ path: 'world.agents[0].name' });
    expect((await service.draft(all)).problem).toBe(null);
  });
});
