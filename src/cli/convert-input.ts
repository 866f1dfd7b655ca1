import type { ForeignChat } from '../scenario/foreign-chat.ts';
import { isChatFile, readChat } from '../scenario/foreign-chat.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { isLink } from '../scenario/open-link.ts';
import type { FileProblem } from '../scenario/problem.ts';
import { scenarioOf } from '../scenario/scenario-of.ts';
import { readAnyScenario, shownName } from './any-scenario.ts';
import { isFolder, readText } from './files.ts';
import { problemLines } from './report.ts';
import { scenarioFromFolder } from './script-folder.ts';
import { UsageError } from './terminal.ts';
import type { Languages, Terminal } from './terminal.ts';

/** What a conversion works with, and what was asked for. */
export type ConversionContext = {
  readonly terminal: Terminal;
  readonly languages: Languages;
  readonly world: string | undefined;
  readonly channel: number | undefined;
  readonly session: number | undefined;
  readonly zone: string | undefined;
};

/** What there is to convert. */
export type ConversionInput =
  | { readonly kind: 'scenario'; readonly scenario: ScenarioFile }
  | { readonly kind: 'chat'; readonly chat: ForeignChat };

export const scenarioEnding = /\.(?:rehearsal|json)$/i;

/** Reads what the first argument names: a link, a folder of scripts, a scenario or a conversation. */
export function readGiven(from: string, { terminal, session }: ConversionContext): ConversionInput {
  const { folder } = terminal;
  if (!isLink(from) && isFolder(folder, from)) {
    return { kind: 'scenario', scenario: scenarioFromFolder(terminal, from) };
  }
  if (isLink(from) || scenarioEnding.test(from)) {
    return { kind: 'scenario', scenario: readAnyScenario(folder, from) };
  }
  if (!isChatFile(from)) {
    throw new UsageError(
      `convert: “${from}” has no ending that can be read. There are .rehearsal.json, .transcript, .convo.txt, .chat, .csv, a folder of scripts, and links.`,
    );
  }
  const read = readChat(readText(folder, from), from);
  if (!read.ok) throw new UsageError([`${from} cannot be read:`, ...problemLines(read.problems)].join('\n'));
  tell(terminal, `${from}: left out`, read.chat.left);
  return { kind: 'chat', chat: session === undefined ? read.chat : ofSession(read.chat, session) };
}

/** Tells a list of things on standard error; nothing when there are none. */
export function tell(terminal: Terminal, head: string, problems: readonly FileProblem[]): void {
  if (problems.length > 0) terminal.err(`${[`${head}:`, ...problemLines(problems)].join('\n')}\n`);
}

function ofSession(chat: ForeignChat, session: number): ForeignChat {
  const found = chat.sessions[session - 1];
  if (found === undefined) throw noSuchSession(session, chat.sessions.length);
  return { ...chat, sessions: [found] };
}

export const noSuchSession = (session: number, count: number): UsageError =>
  new UsageError(`convert: there is no session ${String(session)}. There are ${String(count)}.`);

/** A scenario as it is; a conversation as it is played in the world that was named. */
export function scenarioFrom(
  given: ConversionInput,
  { terminal, languages, world: named, channel }: ConversionContext,
): ScenarioFile {
  if (given.kind === 'scenario') {
    if (named === undefined && channel === undefined) return given.scenario;
    throw new UsageError(
      'convert: --world and --channel are for conversations and folders of scripts; a scenario has its own world.',
    );
  }
  if (named === undefined) {
    throw new UsageError(
      'convert: a conversation is played in a world. Name a scenario that has one: --world FILE',
    );
  }
  const { world } = readAnyScenario(terminal.folder, named);
  const on = channelIn(world.channels ?? [], channel, shownName(named));
  const { scenario, left } = scenarioOf(given.chat, { world, channel: on }, languages.createRunScript());
  tell(terminal, 'Left out while it was played', left);
  return scenario;
}

type Named = { readonly id: number; readonly name: string };

function channelIn(channels: readonly Named[], wanted: number | undefined, file: string): number {
  const [only, ...others] = channels;
  if (wanted === undefined && only !== undefined && others.length === 0) return only.id;
  if (wanted !== undefined && channels.some(({ id }) => id === wanted)) return wanted;
  const known = channels.map(({ id, name }) => `${String(id)} ${name}`).join(', ');
  const list = known === '' ? 'It has none.' : `There are: ${known}.`;
  const problem =
    wanted === undefined
      ? 'say on which channel the customer comes: --channel N.'
      : `${file} has no channel ${String(wanted)}.`;
  throw new UsageError(`convert: ${problem} ${list}`);
}
