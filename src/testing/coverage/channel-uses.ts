import type { Channel } from '../../engine/definition.ts';
import type { RecordedEvent, ScriptRole } from '../../engine/events.ts';
import { specialType, status, type SessionStatus } from '../../engine/numbers.ts';
import type { SettingUse } from './settings.ts';

/** A channel, and what can be switched on in it. */
export type ChannelPart = keyof typeof parts;

type Part = {
  readonly isOn: (channel: Channel) => boolean;
  /** Whether an event of a session of the channel makes use of it. */
  readonly isUse: (event: RecordedEvent) => boolean;
};

const comesTo =
  (...statuses: readonly SessionStatus[]) =>
  (event: RecordedEvent): boolean =>
    (event.type === 'session.created' && statuses.includes(event.status)) ||
    (event.type === 'session.statusChanged' && statuses.includes(event.to));

const rolesOfBot: ReadonlySet<ScriptRole> = new Set(['sessionCreated', 'sessionChanged', 'messageReceived']);

const parts = {
  channel: { isOn: () => true, isUse: ({ type }) => type === 'session.created' },
  bot: {
    isOn: ({ bot }) => bot.enabled,
    isUse: (event) => event.type === 'script.started' && rolesOfBot.has(event.role),
  },
  preChatForm: { isOn: ({ preChatForm }) => preChatForm.enabled, isUse: comesTo(status.preChatForm) },
  faq: { isOn: ({ preChatForm }) => preChatForm.faqEnabled, isUse: comesTo(status.faq) },
  offlineForm: { isOn: () => true, isUse: comesTo(status.offlineForm) },
  offlineRequests: {
    isOn: ({ offlineForm }) => offlineForm.requests.enabled,
    isUse: (event) => event.type === 'session.updated' && event.form === 'offline',
  },
  offlineFromQueue: {
    isOn: ({ offlineForm }) => offlineForm.fromQueue.enabled,
    isUse: (event) =>
      event.type === 'session.statusChanged' &&
      event.from === status.inQueue &&
      event.to === status.offlineForm,
  },
  postChatForm: { isOn: ({ postChatForm }) => postChatForm.enabled, isUse: comesTo(status.finished) },
  rating: {
    isOn: ({ postChatForm }) => postChatForm.enabled && postChatForm.rating,
    isUse: ({ type }) => type === 'session.rated',
  },
  transcript: {
    isOn: ({ postChatForm }) => postChatForm.enabled && postChatForm.transcript,
    isUse: ({ type }) => type === 'transcript.made',
  },
  queueText: { isOn: ({ layout }) => layout.queueText.enabled, isUse: comesTo(status.inQueue) },
  welcomeMessage: {
    isOn: ({ layout }) => layout.welcomeMessage !== '',
    isUse: (event) => event.type === 'message.saved' && event.specialType === specialType.welcome,
  },
} as const satisfies Readonly<Record<string, Part>>;

export const isChannelPart = (kind: string): boolean => kind in parts;

/** What is switched on in channels, with how often their sessions made use of it. */
export function channelUses(
  channels: readonly Channel[],
  events: readonly RecordedEvent[],
): readonly SettingUse[] {
  const channelOf = new Map<number, number>();
  const eventsOf = new Map<number, RecordedEvent[]>();
  for (const event of events) {
    if (event.type === 'session.created') channelOf.set(event.session, event.channel);
    const session = 'session' in event ? event.session : undefined;
    const channel = session === undefined ? undefined : channelOf.get(session);
    if (channel === undefined) continue;
    const own = eventsOf.get(channel) ?? [];
    own.push(event);
    eventsOf.set(channel, own);
  }
  return channels.flatMap((channel) =>
    Object.entries<Part>(parts)
      .filter(([, { isOn }]) => isOn(channel))
      .map(([kind, { isUse }]) => ({
        kind: kind as ChannelPart,
        id: channel.id,
        name: channel.name,
        uses: (eventsOf.get(channel.id) ?? []).filter((event) => isUse(event)).length,
      })),
  );
}
