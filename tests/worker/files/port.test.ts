import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FilesApi } from '../../../src/protocol/files-api.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { createFilesService } from '../../../src/worker/files/files-service.ts';
import { loadJavaScript } from '../../../src/cli/load-javascript.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';

let files: FilesApi;

beforeEach(async () => {
  files = createFilesService({
    engine: realEngine(loadJavaScript),
    loadText: (address) => Promise.resolve(readFileSync(join('public', new URL(address).pathname), 'utf8')),
  });
  await files.connect('https://rehearsal.test/', 'Rehearsal');
});

function sample(name: string): ScenarioFile {
  const parsed = parseScenario(readFileSync(`public/scenarios/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(name);
  return parsed.scenario;
}

const scriptsIn = ({ world }: ScenarioFile) => (world.folders ?? []).flatMap(({ scripts = [] }) => scripts);

describe('porting scripts of a workspace', () => {
  it('gives each its name, and includes names of their own beside those that they were made of', async () => {
    const bot = sample('intent-bot');
    const [created] = scriptsIn(bot).filter(({ name }) => name.endsWith('session created'));

    const { scripts, notes } = await files.port({ setting: bot.world, scripts: [created?.id ?? 0] });

    expect(scripts.map(({ name, includeName, of }) => [name, includeName, of])).toEqual([
      ['intent bot session created', '', 2],
      ['Intent bot, settings', 'intentConfig.ts', 4],
      ['Intent bot, greeting', 'intentGreeting.ts', 7],
      ['port-lib.ts', 'port-lib.ts', undefined],
    ]);
    expect(scripts[0]?.source).toMatch(
      /^\/\/\/<include includeId="port-lib\.ts">\n\/\/\/<include includeId="intentConfig\.ts">/,
    );
    expect(notes).toEqual([]);
  });

  it('names the lines that have no counterpart', async () => {
    const bot = sample('desk-bot');
    const { notes } = await files.port({ setting: bot.world, scripts: scriptsIn(bot).map(({ id }) => id) });

    expect(
      notes.filter(({ kind }) => kind === 'missing').map(({ file, line }) => `${file}:${String(line)}`),
    ).toContain('desk bot message received:27');
  });
});

describe('comparing a bot with its port', () => {
  it('shows where people see something else, step by step', async () => {
    const conversation = sample('echobot-bot-first');
    const scripts = scriptsIn(conversation);
    const originals = scripts.map(({ id, source = '' }) => ({ script: id, source }));
    const { scripts: port } = await files.port({
      setting: conversation.world,
      scripts: scripts.map(({ id }) => id),
    });
    const silent = port.map((script) => ({ ...script, source: 'throw new Error("mute");' }));

    const compared = await files.compare({ conversation, originals, port: silent });

    expect(compared).toMatchObject({
      steps: conversation.steps.length,
      endsAt: expect.any(Number) as number,
    });
    expect(compared.differences[0]).toMatchObject({
      step: 1,
      was: [
        { kind: 'message', author: 'Eko' },
        { kind: 'status', from: 1, to: 6 },
      ],
      now: [{ kind: 'failed' }],
    });
  });

  it('finds nothing where the port does what the bot did', async () => {
    const conversation = sample('echobot-bot-first');
    const scripts = scriptsIn(conversation);
    const originals = scripts.map(({ id, source = '' }) => ({ script: id, source }));
    const { scripts: port } = await files.port({
      setting: conversation.world,
      scripts: scripts.map(({ id }) => id),
    });

    const compared = await files.compare({ conversation, originals, port });

    expect(compared).toMatchObject({ differences: [], endsAt: 0, messages: 10, statuses: 13 });
  });

  it('takes the texts that stand now for those of the conversation, wherever it has them from', async () => {
    const conversation = sample('echobot-bot-first');
    const originals = scriptsIn(conversation).map(({ id }) => ({ script: id, source: '' }));

    const compared = await files.compare({ conversation, originals, port: [] });

    expect(compared.differences[0]).toMatchObject({ step: 1, was: [] });
  });
});
