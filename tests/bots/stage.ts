import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { ScriptFile, WorldFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import { step } from '../../src/engine/step.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { World } from '../../src/engine/world.ts';
import { tables } from '../crmscript/tables.ts';
import { sentence } from '../../src/words/sentence.ts';

const member = (agent: number) => ({
  agent,
  canRespond: true,
  notifications: true,
  canListen: true,
  manager: false,
});

/** A channel with two agents, and a bot whose message script is the one under test. */
const baseWorld = (script: Omit<ScriptFile, 'id' | 'name'>, more: Partial<WorldFile>): WorldFile => ({
  startsAt: '2024-01-01T10:00:00Z',
  timeZone: 'Europe/Oslo',
  agents: [
    { id: 1, name: 'Kari Nord', firstName: 'Kari', present: true, email: 'kari@example.com' },
    { id: 2, name: 'Ola Sand', firstName: 'Ola', present: true, email: 'ola@example.com' },
  ],
  channels: [
    {
      id: 1,
      name: 'Support',
      members: [member(1), member(2)],
      bot: { enabled: true, folder: 'Bot', name: 'Robot' },
      preChatForm: { enabled: false },
    },
  ],
  folders: [
    {
      id: 1,
      name: 'Bot',
      scripts: [
        { id: 1, name: 'bot register', source: '' },
        { id: 2, name: 'bot message received', ...script },
      ],
    },
  ],
  ...more,
});

export type Played = {
  readonly printed: string;
  readonly events: readonly RecordedEvent[];
  readonly world: World;
  /** Why the script failed, if it did. */
  readonly failure: string;
};

/**
 * A customer connects and writes, after `before`, to a bot that runs `source`. What the log says is checked
 * to be the world.
 */
export const play = (source: string, more: Partial<WorldFile> = {}, before: readonly Input[] = []): Played =>
  playWith(createRunScript(tables), { source }, more, before);

/** As `play`, with a script in any language that `runScript` knows. */
export function playWith(
  runScript: RunScript,
  script: Omit<ScriptFile, 'id' | 'name'>,
  more: Partial<WorldFile> = {},
  before: readonly Input[] = [],
): Played {
  const start = createWorld(baseWorld(script, more));
  let world = start;
  const events: RecordedEvent[] = [];
  const inputs: readonly Input[] = [
    {
      type: 'customer.connects',
      channel: 1,
      customer: { alias: 'Ada', name: 'Ada L', email: 'ada@example.org' },
    },
    ...before,
    { type: 'customer.writes', session: 1, text: 'hello' },
  ];
  for (const [index, input] of inputs.entries()) {
    const outcome = step(world, { step: index + 1, input }, runScript);
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    events.push(...outcome.events);
    world = outcome.world;
  }
  const folded = events.reduce(fold, worldFromJson(worldToJson(start)));
  if (JSON.stringify(worldToJson(folded)) !== JSON.stringify(worldToJson(world))) {
    throw new Error('The log is not the world.');
  }
  const failed = events.find((event) => event.type === 'script.failed');
  return {
    printed: events.map((event) => (event.type === 'script.printed' ? event.text : '')).join(''),
    events,
    world,
    failure:
      failed === undefined ? '' : `${String(failed.line)}: ${failed.kind}: ${sentence(failed.failure)}`,
  };
}
