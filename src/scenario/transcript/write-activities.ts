import { isMessage, type Transcript, type TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';

type Party = { readonly id: string; readonly name: string; readonly role: 'user' | 'bot' };
type Activity = { readonly type: string; readonly [field: string]: unknown };

/**
 * Activities of the Bot Framework, as its Emulator opens them: a JSON list of all sessions, each a conversation of its
 * own (docs/transcripts.md). Every `from` has a role, because without one the Emulator shows nothing; agents and the system
 * speak as the bot does there, and what they are stands in `channelData`.
 */
export function writeActivities(transcript: Transcript): string {
  const activities = transcript.sessions.flatMap((session) => activitiesOf(session));
  return `${JSON.stringify(activities, null, 2)}\n`;
}

function activitiesOf(session: TranscriptSession): readonly Activity[] {
  const user: Party = { id: `customer-${String(session.id)}`, name: session.customer.name, role: 'user' };
  const bot: Party = { id: 'bot', name: session.bot === '' ? session.channel : session.bot, role: 'bot' };
  let asked: string | undefined;
  const made: Activity[] = [];
  const add = (at: number, activity: Activity): string => {
    const id = `${String(session.id)}-${String(made.length + 1)}`;
    const { type, ...more } = activity;
    made.push({
      type,
      id,
      timestamp: new Date(at).toISOString(),
      channelId: 'emulator',
      conversation: { id: `session-${String(session.id)}` },
      ...more,
    });
    return id;
  };
  add(session.startedAt, {
    type: 'conversationUpdate',
    from: bot,
    recipient: bot,
    membersAdded: [user, bot],
    channelData: { superoffice: { session: session.id, channel: session.channel } },
  });
  for (const turn of session.turns) {
    const from = turn.role === 'customer' ? user : speaker(turn, bot);
    const id = add(turn.at, {
      ...activityOf(turn, asked),
      from,
      recipient: turn.role === 'customer' ? bot : user,
      channelData: channelData(turn, session.id),
    });
    if (turn.role === 'customer' && isMessage(turn)) asked = id;
  }
  return made;
}

/** Who speaks with the bot's role: the bot under its name, an agent under theirs. */
const speaker = ({ role, actor }: Turn, bot: Party): Party =>
  role === 'agent'
    ? { id: `agent-${actor}`, name: actor, role: 'bot' }
    : { ...bot, name: actor === '' ? bot.name : actor };

function activityOf(turn: Turn, asked: string | undefined): Activity {
  const { kind, text, change, form, options } = turn;
  if (kind === 'status' && change !== undefined) {
    const value = { old: change.from, new: change.to };
    return { type: 'trace', name: 'chatSession.status', label: text, value };
  }
  if (kind === 'handoff') return { type: 'event', name: 'handoff.initiate', value: { reason: text } };
  if (!isMessage(turn)) return { type: 'event', name: `superoffice.${kind}`, value: form ?? { text } };
  return {
    type: 'message',
    text,
    ...(turn.role !== 'customer' && asked !== undefined && { replyToId: asked }),
    ...(options !== undefined && {
      suggestedActions: {
        actions: options.map((label) => ({ type: 'imBack', title: label, value: label })),
      },
    }),
    ...(kind === 'file' && { attachments: [{ name: text, contentType: 'application/octet-stream' }] }),
  };
}

/** What the format has no place for: who it was, of which kind, in which status, and the markup. */
function channelData(turn: Turn, session: number): object {
  const { role, kind, actor, status, message, html, text } = turn;
  return {
    ...(role === 'agent' && { author: actor }),
    superoffice: {
      session,
      role,
      kind,
      status,
      ...(message > 0 && { message }),
      ...(html !== undefined && html !== text && { html }),
    },
  };
}
