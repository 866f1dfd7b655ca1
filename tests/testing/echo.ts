import type { WorldFile } from '../../src/engine/definition.ts';
import type { Expectation, ScenarioFile } from '../../src/scenario/format.ts';

const read = '#setLanguageLevel 3;\n\nEventData e = getEventData();\n';

const script = (id: number, name: string, source: string) => ({ id, name, source });

const world: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [
    {
      id: 1,
      name: 'Help desk',
      members: [{ agent: 1 }],
      bot: { enabled: true, folder: 'Echo', name: 'Eko' },
    },
  ],
  folders: [
    {
      id: 1,
      name: 'Echo',
      scripts: [
        script(1, 'bot register', read),
        script(2, 'bot session created', read),
        script(3, 'bot message received', ''),
      ],
    },
  ],
};

/** The world of a bot that answers each message with a text before it; `head` stands before its script. */
export function withSource(
  from: WorldFile,
  before: string,
  head = '',
  call = JSON.stringify(before),
): WorldFile {
  const source = `${read.replace('\n\n', `\n${head}\n`)}Integer id = e.getInputValue("chatMessage.sessionId").toInteger();
addChatMessage(id, ${call} + e.getInputValue("chatMessage.message"), 1, "Eko", 16, "");
`;
  return {
    ...from,
    folders: (from.folders ?? []).map((folder) => ({
      ...folder,
      scripts: (folder.scripts ?? []).map((one) => (one.id === 3 ? { ...one, source } : one)),
    })),
  };
}

/** A customer comes and writes, and the bot echoes it; the expectations are those of the second step. */
export const echoScenario = (expect: readonly Expectation[], text = 'hi'): ScenarioFile => ({
  format: 'rehearsal-scenario',
  version: 1,
  name: 'Echo',
  world: withSource(world, 'Echo: '),
  steps: [
    { input: { type: 'customer.connects', channel: 1 } },
    { input: { type: 'customer.writes', session: 1, text }, expect },
  ],
});
