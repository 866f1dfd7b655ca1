import type { Channel } from '../../../engine/definition.ts';
import { visibleFaq, withSubfolders } from '../../../engine/faq-search.ts';
import { isBotFolder } from '../../../engine/registration.ts';
import { leavesOf } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { hoursProblems, type HoursProblem } from '../../hours/problems.ts';
import { problemsIn, type FieldProblem } from '../../form/field-problem.ts';
import { channelFormSettings } from './channel-form-value.ts';
import { channelWords as words } from '../../words/channel-words.ts';

type Check = (channel: Channel, world: World) => readonly FieldProblem[];

const error = (path: string, text: string): readonly FieldProblem[] => [{ path, text }];
const warning = (path: string, text: string): readonly FieldProblem[] => [{ path, text, isWarning: true }];

const nameProblems: Check = ({ id, name }, { channels }) => {
  if (name.trim() === '') return error('name', words.nameEmpty);
  return channels.some((one) => one.id !== id && one.name === name)
    ? error('name', words.nameTaken(name))
    : [];
};

const hours = 'properties.openingHours';

/** Where in the form what is said about the week stands. */
function hoursPath({ at, field }: HoursProblem): string {
  if (at === 'week') return `${hours}.enabled`;
  if (at === 'zone') return `${hours}.timeZone`;
  return `${hours}.${at === 'lunch' ? at : `days.${at}`}.${field ?? 'enabled'}`;
}

const weekProblems: Check = ({ properties: { openingHours } }) =>
  hoursProblems(openingHours).flatMap((one) => (one.bad ? error : warning)(hoursPath(one), one.text));

const botProblems: Check = ({ bot }, { folders }) => {
  if (!bot.enabled) return [];
  if (bot.folder === '') return error('bot.folder', words.folderMissing);
  return folders.some((folder) => folder.name === bot.folder && isBotFolder(folder))
    ? []
    : warning('bot.folder', words.folderGone(bot.folder));
};

/** Access level Public (chat-domain §1.7). */
const everybody = 4;

const faqProblems: Check = ({ preChatForm: { faqEnabled, faqFolder } }, world) => {
  if (!faqEnabled) return [];
  const path = 'preChatForm.faqFolder';
  if (faqFolder !== 0 && !world.faqFolders.some(({ id }) => id === faqFolder))
    return warning(path, words.faqGone);
  const searched = withSubfolders(world, faqFolder);
  const isFound = visibleFaq(world, everybody).some(({ folder }) => faqFolder === 0 || searched.has(folder));
  return isFound ? [] : warning(path, words.faqEmpty);
};

const queueProblems: Check = ({ offlineForm: { fromQueue } }) =>
  fromQueue.enabled && fromQueue.minutes === 0 && fromQueue.length === 0
    ? warning('offlineForm.fromQueue.enabled', words.noQueueOffer)
    : [];

const memberProblems: Check = ({ members }) => {
  if (members.length === 0) return warning('members', words.members.none);
  return members.some(({ canRespond }) => canRespond) ? [] : warning('members', words.members.nobodyResponds);
};

/** The widget takes no other size, so that it can be read and used. */
const sizes = /^(1\d|20)(px)?$/;

const fontProblems: Check = ({ layout: { fontSize } }) =>
  fontSize === '' || sizes.test(fontSize) ? [] : error('layout.fontSize', words.badSize);

const order = new Map(leavesOf(channelFormSettings).map(({ path }, index) => [path, index]));
const placeOf = ({ path }: FieldProblem): number => order.get(path) ?? order.size;

/**
 * What is wrong with a channel in a world, in the order of its fields: what cannot be saved, and what would not do what one
 * thinks. Of each field the first that is found.
 */
export function channelProblems(channel: Channel, world: World): readonly FieldProblem[] {
  // The week tells itself what is wrong with it, as far as it is used.
  const each = problemsIn(channelFormSettings, channel).filter(({ path }) => !path.startsWith(hours));
  const broken = new Set(each.map(({ path }) => path));
  const checks = [
    nameProblems,
    fontProblems,
    weekProblems,
    memberProblems,
    botProblems,
    queueProblems,
    faqProblems,
  ];
  const more = checks.flatMap((check) => check(channel, world)).filter(({ path }) => !broken.has(path));
  return [...each, ...more].sort((a, b) => placeOf(a) - placeOf(b));
}
