import { join } from 'node:path';
import type { ScriptFile } from '../../../src/engine/definition.ts';
import type { ScenarioStep } from '../../../src/scenario/format.ts';
import { folderWith } from '../shell.ts';
import { oneBot } from '../../support/one-bot.ts';

/** A bot that greets through a function, and answers; a trigger runs inside each message. */
export const greeting = `Integer sent;
Void say(Integer session, String text) {
  String shown = text + "!";
  sent++;
  addChatMessage(session, shown, 1, "Robot", 0, "");
}
EventData event = getEventData();
Integer session = event.getInputValue("chatSession.id").toInteger();
for (Integer i = 1; i <= 2; i++) {
  say(session, "Hello " + i.toString());
}
print("sent " + sent.toString() + "\\n");
`;

export const answering = `EventData event = getEventData();
Integer session = event.getInputValue("chatMessage.sessionId").toInteger();
String text = event.getInputValue("chatMessage.message");
addChatMessage(session, "You said " + text, 1, "Robot", 0, "");
`;

export const guard = `Integer heard = 41;
heard++;
log("heard " + heard.toString());
`;

const scripts: readonly ScriptFile[] = [
  { id: 2, name: 'bot session created', source: greeting },
  { id: 3, name: 'bot message received', source: answering },
  { id: 4, name: 'guard', source: guard },
];

const steps: readonly ScenarioStep[] = [
  {
    input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } },
    expect: [{ event: 'message.saved', text: 'Hello 2!' }, { status: 6 }],
  },
  {
    at: '+5s',
    input: { type: 'customer.writes', session: 1, text: 'hi' },
    expect: [{ event: 'message.saved', text: 'You said hi' }],
  },
];

type Changes = { readonly scripts?: readonly ScriptFile[]; readonly steps?: readonly ScenarioStep[] };

/** The scenario, as a text: two steps, each of which runs a trigger inside a message of a bot. */
export function nestedScenario(changes: Changes = {}): string {
  const scenario = {
    format: 'rehearsal-scenario',
    version: 1,
    name: 'Nested',
    world: {
      ...oneBot(changes.scripts ?? scripts),
      triggers: [{ id: 1, event: 403, script: 4, enabled: true }],
    },
    steps: changes.steps ?? steps,
  };
  return `${JSON.stringify(scenario, null, 2)}\n`;
}

/** A folder with the scenario and its scripts. */
export const nestedFolder = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({
    'nested.json': nestedScenario(),
    'scripts/bot session created.crmscript': greeting,
    'scripts/guard.crmscript': guard,
    ...more,
  });

export const inScripts = (folder: string, name: string): string =>
  join(folder, 'scripts', `${name}.crmscript`);
