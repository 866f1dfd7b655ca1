import type { CourseSummary } from '../../protocol/course-api.ts';
import { channelSettingsToGo } from './channel-settings.ts';
import type { Command, GroupName, CommandContext } from './command.ts';
import { fileCommands } from './file-commands.ts';
import { debugCommands } from '../debug/debug-commands.ts';
import { lessonsToGo } from './lessons-to-go.ts';
import { eventsToGo, lineToGo, placesToGo, scriptsToGo, workspacesToGo } from './go-to.ts';
import { scriptCommands } from '../bots/scripts/script-commands.ts';
import { agentCommands, customerCommands, people } from './people-commands.ts';
import { crowdCommands } from '../crowd/crowd-commands.ts';
import { debriefCommands } from '../debrief/debrief-commands.ts';
import { doctorCommands } from '../doctor/doctor-commands.ts';
import { pastCommands } from '../past/past-commands.ts';
import { presenterCommands } from '../presenter/presenter-commands.ts';
import { resultCommands } from '../wall/result-commands.ts';
import { testCommands } from '../save-test/expect-commands.ts';
import { tourCommands } from '../tour/tour-command.ts';
import { clockCommands, windowCommands } from './window-commands.ts';

/** So many of a group are shown; another letter shows fewer. */
const most = 12;

export type CommandMatches = {
  readonly group: GroupName;
  readonly shown: readonly Command[];
  /** How many more there are. */
  readonly more: number;
};

/** Everything that can be done now. */
export const allCommands = (here: CommandContext): readonly Command[] => [
  ...agentCommands(here),
  ...customerCommands(here),
  ...clockCommands(here),
  ...pastCommands(here),
  ...crowdCommands(here),
  ...presenterCommands(here),
  ...debriefCommands(here),
  ...resultCommands(here),
  ...doctorCommands(here),
  ...testCommands(here),
  ...debugCommands(here),
  ...scriptCommands(here),
  ...fileCommands(here),
  ...windowCommands(here),
  ...tourCommands(here),
];

const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** How well a command fits: 0 not at all, more the nearer its title begins with what was typed, most where it is that. */
function fit({ title, detail }: Pick<Command, 'title' | 'detail'>, query: string): number {
  const words = wordsOf(query);
  if (words.length === 0) return 1;
  const name = title.toLowerCase();
  const all = `${name} ${detail.toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return 0;
  const [first = ''] = words;
  const typed = words.join(' ');
  // A command that asks something first ends with an ellipsis, which nobody types.
  if (name.replace(/…$/, '') === typed) return 6;
  if (name.startsWith(typed)) return 5;
  if (name.startsWith(first)) return 4;
  if (` ${name}`.includes(` ${first}`)) return 3;
  return words.every((word) => name.includes(word)) ? 2 : 1;
}

/** The words that are looked for in titles, without the prefix that says among what. */
export function lettersOf(query: string): readonly string[] {
  if (query.startsWith('#')) return wordsOf(query.replace(/^#\s*\d*/, ''));
  return wordsOf(query.replace(/^[>@:]/, ''));
}

function candidates(
  here: CommandContext,
  query: string,
  courses: readonly CourseSummary[],
): readonly [commands: readonly Command[], rest: string] {
  const rest = query.slice(1).trimStart();
  switch (query[0]) {
    case '>':
      return [allCommands(here), rest];
    case '@':
      return [people(here), rest];
    case ':':
      return /^\d*$/.test(rest.trim()) ? [lineToGo(here, rest), ''] : [scriptsToGo(here, rest), rest];
    case '#':
      return [
        people(here).filter(
          ({ status }) => status !== undefined && String(status).startsWith(/^\d*/.exec(rest)?.[0] ?? ''),
        ),
        rest.replace(/^\d+/, ''),
      ];
    default:
      return [
        [
          ...people(here),
          ...allCommands(here),
          ...placesToGo(here),
          ...channelSettingsToGo(here, query.trim()),
          ...scriptsToGo(here, query.trim()),
          ...lessonsToGo(here, courses),
          ...workspacesToGo(here),
          ...eventsToGo(here),
        ],
        query,
      ];
  }
}

/**
 * What fits, the best first, in groups: the group with what fits best stands first, so that what has the very name that was
 * typed is what Enter takes. `courses` are those that there are, as far as they were read.
 */
export function find(
  here: CommandContext,
  query: string,
  courses: readonly CourseSummary[] = [],
): readonly CommandMatches[] {
  const [commands, rest] = candidates(here, query, courses);
  const groups = (['people', 'do', 'goTo'] as const).flatMap((group) => {
    const found = commands
      .filter((command) => command.group === group)
      .map((command) => ({ command, rank: fit(command, rest) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank);
    const [best] = found;
    if (best === undefined) return [];
    const shown = found.slice(0, most).map(({ command }) => command);
    return [{ group, shown, more: Math.max(0, found.length - most), rank: best.rank }];
  });
  return groups.toSorted((a, b) => b.rank - a.rank);
}

/** Which of the rows is chosen: the one that was walked to, wherever it stands by now, or else the first. */
export const chosenAmong = (rows: readonly Command[], walkedTo: Command['id']): number =>
  Math.max(
    0,
    rows.findIndex(({ id }) => id === walkedTo),
  );
