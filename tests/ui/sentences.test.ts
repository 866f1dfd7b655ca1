import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { EventBody, RecordedEvent } from '../../src/engine/events.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { sentenceOf } from '../../src/ui/sentences/sentence-of.ts';
import { textOf } from '../../src/ui/sentences/sentence.ts';
import { loadSentences } from '../../src/ui/sentence.ts';
import { statusShort } from '../../src/ui/statuses.ts';
import { played } from './played.ts';
import { helpDesk } from './world-file.ts';

beforeAll(loadSentences);

const scripts = [
  { id: 6, name: 'echobot register', source: '' },
  {
    id: 7,
    name: 'echobot message received',
    source:
      'EventData e = getEventData(); Integer s = e.getInputValue("chatMessage.sessionId").toInteger();\n' +
      'addChatMessage(s, "<b>Echo</b>: " + e.getInputValue("chatMessage.message"), 1, "Eko", 0, "");',
  },
];
const withBot: WorldFile = {
  ...helpDesk,
  channels: [{ id: 1, name: 'Help desk', bot: { enabled: true, folder: 'Echobot', name: 'Eko' } }],
  folders: [{ name: 'Echobot', scripts: scripts.map((script) => ({ ...script, language: 'crmscript' })) }],
};
const connects: Input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } };

/** Everything that happens, told: a change of status with its two statuses in front. */
function told(file: WorldFile, ...inputs: readonly Input[]): readonly string[] {
  const { world, events } = played(file, inputs);
  return events.map((event) => {
    const sentence = sentenceOf(event, { world, lookUp: (seq) => events[seq - 1] });
    const statuses = [sentence.from, sentence.to].filter((one) => one !== undefined).map(statusShort);
    return [statuses.join(' → '), textOf(sentence)].filter(Boolean).join(': ');
  });
}

describe('a sentence', () => {
  it('says who wrote, and who answered whom', () => {
    const sentences = told(withBot, connects, { type: 'customer.writes', session: 1, text: 'hi' });

    expect(sentences).toEqual([
      '4 In queue: Ada opened the chat Help desk',
      'Ada wrote “hi”',
      'Echobot ran message received',
      'Eko answered Ada “Echo: hi”',
      '4 In queue → 6 User last: the bot spoke in the queue',
      expect.stringMatching(/^message received came to its end \d+ statements?$/),
    ]);
  });

  it('tells of queue, pick-up, answers and the end by the names of the people', () => {
    const sentences = told(
      helpDesk,
      connects,
      { type: 'agent.picksUp', agent: 1, session: 1 },
      { type: 'agent.writes', agent: 1, session: 1, text: 'Hello' },
      { type: 'agent.setsPresence', agent: 2, present: true },
      { type: 'agent.transfers', agent: 1, session: 1, to: 2 },
      { type: 'agent.rejectsTransfer', agent: 2, session: 1 },
      { type: 'agent.ends', agent: 1, session: 1 },
    );

    expect(sentences).toEqual([
      '4 In queue: Ada joined the queue, number 1 Help desk',
      'Kari Nord took the chat of Ada',
      '4 In queue → 5 Customer last: In queue → with Kari Nord',
      'Kari Nord wrote to Ada “Hello”',
      '5 Customer last → 6 User last: Kari Nord spoke last',
      'Ola Sand is Present',
      'Kari Nord asked Ola Sand to take over Ada',
      'Ola Sand rejected the transfer',
      'Ola Sand did not take over Ada',
      'Kari Nord ended the chat',
      '6 User last → 7 Finished: the agent ended the chat',
    ]);
  });

  it('marks what went wrong, and says where', () => {
    const broken = scripts.map((script) =>
      script.id === 7 ? { ...script, source: 'Integer[] a;\nprint(a[3].toString());' } : script,
    );
    const { world, events } = played(
      {
        ...withBot,
        folders: [
          {
            name: 'Echobot',
            scripts: broken.map((script) => ({ ...script, language: 'crmscript' as const })),
          },
        ],
      },
      [connects, { type: 'customer.writes', session: 1, text: 'hi' }],
    );
    const failed = events.find(({ type }) => type === 'script.failed') as RecordedEvent;

    expect(sentenceOf(failed, { world, lookUp: () => undefined })).toMatchObject({
      who: 'message received',
      said: 'failed at line 2',
      bad: true,
    });
  });

  it('names the thing that was saved or deleted', () => {
    const world = createWorld(helpDesk);
    const envelope = { seq: 1, at: '2026-03-02T09:00:00.000Z', step: 1, cause: 0, depth: 0 } as const;
    const tell = (event: RecordedEvent) => textOf(sentenceOf(event, { world, lookUp: () => undefined }));
    const [agent] = world.agents;
    if (agent === undefined) throw new Error('There is no agent.');

    expect(tell({ ...envelope, type: 'agent.saved', agent })).toBe('Agent Kari Nord was saved');
    expect(tell({ ...envelope, type: 'mock.deleted', mock: 3 })).toBe('Mock 3 was deleted');
    const told: readonly (readonly [EventBody, string])[] = [
      [{ type: 'mock.moved', mock: 3, before: 1 }, 'Mock 3 was moved'],
      [{ type: 'contact.deleted', contact: 2 }, 'Contact 2 was deleted'],
      [
        { type: 'quickReply.saved', quickReply: { id: 1, agent: 1, name: 'Greeting', text: 'Hi' } },
        'Quick reply Greeting was saved',
      ],
      [{ type: 'fileTypes.set', fileTypes: ['pdf', 'png'] }, 'Files that may be sent: pdf, png'],
      [{ type: 'timers.held', until: '2026-03-02T09:00:00.000Z' }, 'New timers wait until 09:00:00'],
    ];
    for (const [body, text] of told) expect(tell({ ...envelope, ...body })).toBe(text);
    expect(tell({ ...envelope, type: 'table.changed', table: 'ticket', id: 4, row: null })).toBe(
      'Row 4 of ticket was deleted',
    );
    expect(tell({ ...envelope, type: 'options.set', options: { statementBudget: 3 } })).toBe(
      'Options were changed: statementBudget',
    );
  });
});
