import type { ForeignSession, ForeignTurn } from './foreign.ts';
import { pathText } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { parseInstant } from '../time.ts';
import { formFrom } from './read-values.ts';
import { Unreadable, type Reading } from './reading.ts';
import { roleOf } from './who.ts';

/** A value of the file: whatever its writer has put there. */
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What tells nothing that could be played or expected, and is passed over without a word. */
const silent = new Set(['conversationUpdate', 'typing', 'trace', 'endOfConversation', 'event', 'handoff']);

/** Activities of the Bot Framework: a JSON list (docs/transcripts.md). Each conversation in it is a session. */
export function readActivities(
  text: string,
  reading: Reading,
): { name: string; sessions: readonly ForeignSession[] } {
  const read = readJson(text);
  if (!read.ok) throw new Unreadable(read.problems);
  if (!Array.isArray(read.value)) {
    reading.fail('', 'A .transcript is a list of activities: its JSON begins with “[”.');
  }
  const sessions = new Map<string, ForeignTurn[]>();
  listOf(read.value).forEach((value, index) => {
    const activity = fieldsOf(value);
    const path = pathText([index]);
    const turn = turnOf(activity, path, reading);
    if (turn === null) return;
    const conversation = textOf(fieldsOf(activity['conversation'])['id']);
    const turns = sessions.get(conversation) ?? [];
    sessions.set(conversation, turns);
    turns.push(reading.turn(path, turn));
  });
  return {
    name: '',
    sessions: [...sessions.values()].map((turns) => ({
      customer: turns.find(({ who, name }) => who === 'customer' && name !== '')?.name ?? '',
      turns,
    })),
  };
}

function turnOf(activity: Fields, path: string, reading: Reading): ForeignTurn | null {
  const type = textOf(activity['type']);
  const form = type === 'event' ? formOf(activity) : undefined;
  if (type !== 'message' && form === undefined) {
    if (!silent.has(type)) reading.leave(path, `An activity of type “${type.slice(0, 40)}” is not taken.`);
    return null;
  }
  const text = form === undefined ? textOf(activity['text']) : '';
  const options = optionsOf(activity);
  tellAttachments(activity, path, reading);
  if (text.trim() === '' && options.length === 0 && form === undefined) return null;
  const at = parseInstant(textOf(activity['timestamp']));
  return {
    ...speakerOf(activity, path, reading),
    text,
    ...(at !== null && { at }),
    ...(options.length > 0 && { options }),
    ...(form !== undefined && { form }),
  };
}

/** A form that our own writer has put into an event. */
const formOf = ({ name, value }: Fields): ReturnType<typeof formFrom> =>
  name === 'superoffice.form' || name === 'superoffice.rating' ? formFrom(value) : undefined;

function optionsOf(activity: Fields): readonly string[] {
  const actions = listOf(fieldsOf(activity['suggestedActions'])['actions']);
  return actions
    .map((action) => (typeof action === 'string' ? action : textOf(fieldsOf(action)['title'])))
    .filter((label) => label !== '');
}

function tellAttachments(activity: Fields, path: string, reading: Reading): void {
  for (const attachment of listOf(activity['attachments'])) {
    const { name, contentType } = fieldsOf(attachment);
    const what = (textOf(name) || textOf(contentType)).slice(0, 80);
    reading.leave(
      `${path}.attachments`,
      `An attachment is not taken: ${what === '' ? 'it has no name' : what}.`,
    );
  }
}

type Speaker = Pick<ForeignTurn, 'who' | 'name' | 'role'>;

/** Who speaks: by our own word for it, by the role, or where there is none by the name and the id. */
function speakerOf(activity: Fields, path: string, reading: Reading): Speaker {
  const from = fieldsOf(activity['from']);
  const name = textOf(from['name']);
  const own = textOf(fieldsOf(fieldsOf(activity['channelData'])['superoffice'])['role']);
  const role = own === '' ? textOf(from['role']) : own;
  if (role !== '') return { name, ...withBot(roleOf(role)) };
  const known = [name, textOf(from['id'])]
    .map((word) => roleOf('', word))
    .find((who) => who.role ?? who.who === 'customer');
  if (known !== undefined) return { name, ...known };
  const isBot = /bot/i.test(`${name} ${textOf(from['id'])}`);
  reading.leave(
    path,
    `It does not say who speaks (from.role). Taken as ${isBot ? 'the bot' : 'the customer'}.`,
  );
  return { name, who: isBot ? 'other' : 'customer' };
}

/** In this format everybody but the user has the role of a bot; `skill` is one, too. */
const withBot = (who: Pick<ForeignTurn, 'who' | 'role'>): typeof who =>
  who.who === 'other' && who.role === undefined ? { who: 'other', role: 'bot' } : who;
