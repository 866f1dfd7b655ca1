import { createRunScript } from '../../../src/bots/run-script.ts';
import { matchesRegexp } from '../../../src/cli/matcher.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { ScenarioFile, ScenarioStep } from '../../../src/scenario/format.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { explore, type Explored, type ExploreOptions } from '../../../src/testing/explore.ts';

const read = `#setLanguageLevel 3;

EventData e = getEventData();
Integer id = e.getInputValue("chatMessage.sessionId").toInteger();
String text = e.getInputValue("chatMessage.message");
`;

/** Answers a second late, and hands over at “human”: whoever asks for a person meanwhile hears the bot after it. */
export const lateBot = `${read}if (text == "human")
{
  addChatMessage(id, "I find somebody for you.", 1, "Eko", 16, "");
  resetChat(id);
}
else
{
  DateTime later;
  later.addSec(1);
  addChatMessage(id, "It costs 10.", 1, "Eko", 16, "showAt=" + later.toString(), later);
}
`;

/** The same bot, which takes no time to answer. */
export const promptBot = lateBot
  .replace('later.addSec(1);', '')
  .replace(', "showAt=" + later.toString(), later', ', ""');

/** Keeps one session for all of them: whoever asked last hears what it says to anybody. */
export const mixingBot = `${read}if (text.beginsWith("ask")) setGlobalVariable("asks", id.toString());
if (getGlobalVariable("asks") != "") id = getGlobalVariable("asks").toInteger();
addChatMessage(id, "For " + text, 1, "Eko", 16, "");
`;

const script = (id: number, name: string, source: string) => ({ id, name, source });

/** A help desk with two agents and a bot that does this with each message; without one where `source` is null. */
export const desk = (source: string | null): WorldFile => ({
  startsAt: '2026-03-02T09:00:00Z',
  agents: [
    { id: 1, name: 'Kari Nord', present: true },
    { id: 2, name: 'Ola Sand', present: true },
  ],
  channels: [
    {
      id: 1,
      name: 'Help desk',
      members: [{ agent: 1 }, { agent: 2 }],
      ...(source === null ? {} : { bot: { enabled: true, folder: 'Eko', name: 'Eko' } }),
    },
  ],
  ...(source === null
    ? {}
    : {
        folders: [
          {
            id: 1,
            name: 'Eko',
            scripts: [
              script(1, 'bot register', ''),
              script(2, 'bot session created', ''),
              script(3, 'bot message received', source),
            ],
          },
        ],
      }),
});

export const scenario = (world: WorldFile, ...steps: readonly ScenarioStep[]): ScenarioFile => ({
  format: 'rehearsal-scenario',
  version: 1,
  name: 'Race',
  world,
  steps,
});

export const connects = (alias: string, at = '+10s'): ScenarioStep => ({
  at,
  input: { type: 'customer.connects', channel: 1, customer: { alias } },
});

export const writes = (session: number, text: string, at = '+600ms'): ScenarioStep => ({
  at,
  input: { type: 'customer.writes', session, text },
});

/** Ada asks the late bot, and then for a person; Bob writes in between, so that the answer comes in time. */
export const lateAnswer = (source = lateBot): ScenarioFile =>
  scenario(
    desk(source),
    connects('Ada'),
    connects('Bob'),
    writes(1, 'price', '+10s'),
    writes(2, 'hello'),
    writes(1, 'human'),
  );

/** What exploring finds. */
export function explored(file: ScenarioFile, options: ExploreOptions = {}): Explored {
  const found = explore(file, createRunScript(), { matcher: matchesRegexp, ...options });
  if ('failure' in found) throw new Error(found.failure.message);
  return found;
}

export const replayed = (file: ScenarioFile) => replay(file, createRunScript(), { matcher: matchesRegexp });
