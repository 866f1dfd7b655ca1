import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { FilesApi } from '../../../src/protocol/files-api.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { ScenarioFile, ScenarioStep } from '../../../src/scenario/format.ts';
import { createFilesService } from '../../../src/worker/files/files-service.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';

let files: FilesApi;

beforeEach(async () => {
  files = createFilesService({
    engine: realEngine(),
    loadText: (address) => Promise.resolve(readFileSync(join('public', new URL(address).pathname), 'utf8')),
  });
  await files.connect('https://rehearsal.test/', 'Rehearsal');
});

function sample(name: string): ScenarioFile {
  const parsed = parseScenario(readFileSync(`public/scenarios/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(name);
  return parsed.scenario;
}

/** The setting with other texts for its scripts. */
const withScripts = (world: WorldFile, change: (source: string) => string): WorldFile => ({
  ...world,
  folders: (world.folders ?? []).map((folder) => ({
    ...folder,
    scripts: (folder.scripts ?? []).map((script) => ({ ...script, source: change(script.source ?? '') })),
  })),
});

const conversation = (): ScenarioFile => {
  const bot = sample('echobot-bot-first');
  const said: ScenarioStep[] = ['one', 'two'].map((text) => ({
    at: '+2s',
    input: { type: 'customer.writes', session: 1, text },
  }));
  return { ...bot, steps: [...bot.steps, ...said].map(({ expect: _, ...step }) => step) };
};

describe('running a conversation again', () => {
  it('says that all is the same where nothing was changed', async () => {
    const was = conversation();

    const { compared, again } = await files.runAgain({ was, now: { setting: was.world } });

    expect(compared).toMatchObject({ steps: was.steps.length, endsAt: 0, differences: [] });
    expect(compared.messages).toBeGreaterThan(2);
    expect(again.steps.length).toBe(was.steps.length);
  });

  it('shows the step at which a bot that was changed says something else', async () => {
    const was = conversation();
    const setting = withScripts(was.world, (source) => source.replaceAll('Echo: ', 'You said: '));
    expect(setting).not.toEqual(was.world);

    const { compared } = await files.runAgain({ was, now: { setting } });

    const step = was.steps.findIndex(({ input }) => input.type === 'customer.writes') + 1;
    expect(compared.differences.length).toBeGreaterThan(0);
    expect(compared.differences[0]).toMatchObject({ step });
    expect(JSON.stringify(compared.differences[0]?.was)).toContain('Echo: ');
    expect(JSON.stringify(compared.differences[0]?.now)).toContain('You said: ');
  });

  it('tells of the first step that differs while it runs, and of all that differ when it is done', async () => {
    const bot = conversation();
    const said: ScenarioStep[] = Array.from({ length: 120 }, (_, n) => ({
      at: '+1s',
      input: { type: 'customer.writes', session: 1, text: `word ${String(n)}` },
    }));
    const was = { ...bot, steps: [...bot.steps.slice(0, 1), ...said] };
    const setting = withScripts(was.world, (source) => source.replaceAll('Echo: ', 'You said: '));
    const told: number[] = [];

    const { compared } = await files.runAgain({ was, now: { setting } }, (step) => told.push(step));

    expect(told).toEqual([compared.differences[0]?.step]);
    expect(compared.differences.length).toBe(120);
    expect(compared.differences.at(-1)?.step).toBe(was.steps.length);
  });

  it('goes on without an input that is impossible now, and shows it where it happened', async () => {
    const was = conversation();
    const setting = { ...was.world, channels: [] };

    const { compared } = await files.runAgain({ was, now: { setting } });

    expect(compared.endsAt).toBe(0);
    expect(compared.differences.flatMap(({ now }) => now)).toContainEqual(
      expect.objectContaining({ kind: 'refused' }),
    );
  });

  it('takes what was set in the conversation as it is set now, and not again', async () => {
    const was = conversation();
    const [folder] = was.world.folders ?? [];
    const [script] = folder?.scripts ?? [];
    if (folder === undefined || script === undefined) throw new Error('The sample has no script.');
    const saved: ScenarioStep = {
      input: {
        type: 'admin.savesScript',
        folder: folder.id ?? 1,
        script: { ...script, source: 'nonsense(' },
      },
    };
    const later = { ...was, steps: [saved, ...was.steps] };

    const { compared, again } = await files.runAgain({ was: later, now: { setting: was.world } });

    expect(again.steps[0]?.input).toEqual({ type: 'clock.advances', by: 0 });
    expect(again.steps.flatMap(({ events }) => events).some(({ type }) => type === 'script.failed')).toBe(
      false,
    );
    expect(compared.steps).toBe(later.steps.length);
  });

  it('uses an answer of the network for the call that it was given to, and for no other', async () => {
    const was = conversation();
    const answered = was.steps.map((step, n) =>
      n === was.steps.length - 1
        ? { ...step, answers: [{ method: 'GET', url: 'https://gone.test/', status: 200, body: 'stale' }] }
        : step,
    );

    const { again } = await files.runAgain({
      was: { ...was, steps: answered },
      now: { setting: was.world },
    });

    expect(JSON.stringify(again.steps)).not.toContain('stale');
  });

  it('says of a call that has no answer now that nobody answered, and leaves the answer behind it to its own call', async () => {
    const bot = sample('echobot-bot-first');
    const asks = (...lines: readonly string[]) =>
      withScripts(bot.world, (source) =>
        source.includes('Echo: ') ? `#setLanguageLevel 3;\n${lines.join('\n')}` : source,
      );
    const posts = (text: string) =>
      `HTTP ${text}; ${text}.setValue("what", "${text}"); ${text}.post("https://shop.test/orders");`;
    const world = asks(posts('two'));
    const was: ScenarioFile = {
      ...bot,
      world,
      steps: [
        ...bot.steps.slice(0, 1),
        {
          input: { type: 'customer.writes', session: 1, text: 'hello' },
          answers: [{ method: 'POST', url: 'https://shop.test/orders', status: 200, body: 'shipped' }],
        },
      ],
    };

    const { again } = await files.runAgain({ was, now: { setting: asks(posts('one'), posts('two')) } });

    const calls = again.steps.at(-1)?.events.filter(({ type }) => type === 'http.called');
    expect(calls).toMatchObject([
      { answeredBy: 'nobody', sent: 'what=one' },
      { answeredBy: 'recorded', sent: 'what=two', body: 'shipped' },
    ]);
  });
});

describe('two branches beside each other', () => {
  it('differ from the step on at which they parted', async () => {
    const was = conversation();
    const changed = was.steps.findIndex(({ input }) => input.type === 'customer.writes');
    const other = was.steps.map((step, n) =>
      n === changed
        ? { ...step, input: { type: 'customer.writes', session: 1, text: 'three' } as const }
        : step,
    );

    const { compared } = await files.runAgain({ was, now: { conversation: { ...was, steps: other } } });

    expect(compared.differences[0]?.step).toBe(changed + 1);
  });

  it('of which one goes further say from where on', async () => {
    const was = conversation();

    const { compared } = await files.runAgain({
      was,
      now: { conversation: { ...was, steps: was.steps.slice(0, -1) } },
    });

    expect(compared).toMatchObject({ differences: [], endsAt: was.steps.length });
  });
});
