import { openingText } from '../../../build/openings.ts';
import type { AgentFile, ChannelFile, ScriptFile, WorldFile } from '../../../src/engine/definition.ts';
import type { ScenarioStep } from '../../../src/scenario/format.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../app.ts';
import { builtApp } from '../build-app.ts';

/** Starts the app, that of `folder` if one is given, so that its first visit finds this world, with these steps played. */
export async function launchWith(
  world: WorldFile,
  steps: readonly ScenarioStep[] = [],
  options: LaunchOptions = {},
): Promise<LaunchedApp> {
  const app = await launchApp(options);
  app.server.replace(firstSample, await openingOf(world, steps, options.folder));
  return app;
}

/** The file that the first of the samples is opened from, which is the one of a first visit. */
export const firstSample = 'openings/first-visit.json';

/** What stands in it, to begin with this world after these steps. */
export function openingOf(
  world: WorldFile,
  steps: readonly ScenarioStep[] = [],
  folder = builtApp,
): Promise<string> {
  const sample = { format: 'rehearsal-scenario', version: 2, name: 'A workspace', world, steps };
  return openingText(JSON.stringify(sample), folder);
}

type BotScript = 'register' | 'session created' | 'session changed' | 'message received';

export type Setting = {
  /** Sources of the bot's scripts; without any, the channel has no bot. */
  readonly bot?: Readonly<Partial<Record<BotScript, string>>>;
  readonly channel?: Omit<ChannelFile, 'id' | 'name'>;
  readonly agents?: readonly AgentFile[];
};

const kari: AgentFile = { id: 1, name: 'Kari Nord', firstName: 'Kari', present: true };

/** One channel named Support, whose agents may do everything, and a bot named Eko if there are scripts. */
export function supportWorld({ bot, channel = {}, agents = [kari] }: Setting): WorldFile {
  const scripts: ScriptFile[] = Object.entries({ register: '', ...bot }).map(([name, source], index) => ({
    id: index + 1,
    name: `testbot ${name}`,
    source: `#setLanguageLevel 3;\n${source}`,
  }));
  const members = agents.map(({ id }) => ({
    agent: id,
    canRespond: true,
    notifications: true,
    canListen: true,
    manager: true,
  }));
  return {
    startsAt: '2026-03-02T09:00:00Z',
    agents,
    channels: [
      {
        id: 1,
        name: 'Support',
        members,
        ...(bot === undefined ? {} : { bot: { enabled: true, folder: 'Testbot', name: 'Eko' } }),
        ...channel,
      },
    ],
    ...(bot === undefined ? {} : { folders: [{ id: 1, name: 'Testbot', scripts }] }),
  };
}

/** Somebody opens the chat of the channel Support. */
export const connects = (name: string): ScenarioStep => ({
  input: { type: 'customer.connects', channel: 1, customer: { alias: name, name } },
});

/** A script that has the session, the message's text and `post(text)` at hand. */
export const onMessage = (body: string): string => `
EventData event = getEventData();
Integer session = event.getInputValue("chatMessage.sessionId").toInteger();
String text = event.getInputValue("chatMessage.message");
${body}`;

export const onSession = (body: string): string => `
EventData event = getEventData();
Integer session = event.getInputValue("chatSession.id").toInteger();
${body}`;
