import { CarrierValue, TimeSpanValue, type NativeContext } from '../crmscript/library.ts';
import type { Channel, RequiredField } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import { make } from './chat-carriers.ts';

/*
 * A channel as NSChatTopicEntity and back (chat-domain §1.1). Each field stands here with its place in the channel,
 * and with how its value is written there, where that differs.
 */

type Conversion = {
  readonly shown: (held: unknown) => unknown;
  readonly held: (shown: unknown) => unknown;
};

type Fields = Readonly<Record<string, readonly [path: string, conversion?: Conversion]>>;

const oneOf = (...names: readonly string[]): Conversion => ({
  shown: (held) => names.indexOf(held as string),
  held: (shown) => names[shown as number],
});

const requirable: readonly RequiredField[] = ['email', 'name', 'company', 'phone', 'country'];

/** NSWidgetRequiredFields: a bit for each field. */
const requiredFields: Conversion = {
  shown: (held) =>
    requirable.reduce((bits, name, bit) => bits | ((held as string[]).includes(name) ? 1 << bit : 0), 0),
  held: (shown) =>
    typeof shown === 'number' ? requirable.filter((_, bit) => (shown & (1 << bit)) !== 0) : undefined,
};

const minutes = (text: string): number => {
  const [hours = 0, rest = 0] = text.split(':').map(Number);
  return 60 * hours + rest;
};
const two = (value: number): string => String(value).padStart(2, '0');

/** `08:00` as the time since midnight. */
const clock: Conversion = {
  shown: (held) => new TimeSpanValue(60 * minutes(held as string)),
  held: (shown) => {
    const whole = shown instanceof TimeSpanValue ? Math.trunc(shown.seconds / 60) : -1;
    return whole >= 0 && whole < 1440 ? `${two(Math.trunc(whole / 60))}:${two(whole % 60)}` : undefined;
  },
};

const topic: Fields = {
  Name: ['name'],
  Description: ['properties.description'],
  BadgeHeader: ['properties.badgeHeader'],
  WarnNewChatMinutes: ['properties.warningNewChat'],
  WarnManagerNewChatMinutes: ['properties.managerWarningNewChat'],
  OpeningHoursEnabled: ['properties.openingHours.enabled'],
  WelcomeMessage: ['layout.welcomeMessage'],
  CustomQueueText: ['layout.queueText.text'],
  CustomQueueTextEnabled: ['layout.queueText.enabled'],
  CollectConsent: ['preChatForm.consent'],
  TicketEnabled: ['offlineForm.requests.enabled'],
  BotEnabled: ['bot.enabled'],
};

const widget: Fields = {
  Color: ['layout.color'],
  Font: ['layout.font'],
  LanguageIsoCode: ['properties.language'],
  LogoName: ['layout.logo'],
  LogoEnabled: ['layout.showLogo'],
  ShowAgentPhoto: ['layout.showAgentPhoto'],
  Size: ['layout.size', oneOf('normal', 'large')],
  Theme: ['layout.theme', oneOf('classic', 'modern')],
  WelcomeTitle: ['layout.header'],
  WelcomeMessage: ['layout.message'],
  OfflineHeader: ['offlineForm.header'],
  OfflineMessage: ['offlineForm.message'],
  OfflineFields: ['offlineForm.required', requiredFields],
  RequiredFields: ['preChatForm.required', requiredFields],
  PreFormEnabled: ['preChatForm.enabled'],
  PreFormMessage: ['preChatForm.message'],
  AutoFaqEnabled: ['preChatForm.faqEnabled'],
  PostFormEnabled: ['postChatForm.enabled'],
  PostFormHeader: ['postChatForm.header'],
  PostFormMessage: ['postChatForm.message'],
  PostTranscriptEnabled: ['postChatForm.transcript'],
};

const openingHours: Fields = Object.assign(
  {},
  ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day): Fields => {
    const path = `properties.openingHours.days.${day.toLowerCase()}`;
    return {
      [`${day}Enabled`]: [`${path}.enabled`],
      [`${day}Start`]: [`${path}.start`, clock],
      [`${day}Stop`]: [`${path}.stop`, clock],
    };
  }),
) as Fields;

/** Carriers in the topic, and the fields that each has. */
const parts: readonly (readonly [field: string, className: string, fields: Fields])[] = [
  ['Widget', 'NSChatWidgetSettings', widget],
  ['OpeningHours', 'NSChatOpeningHours', openingHours],
  ['BotSettings', 'NSChatBotSettings', { BotName: ['bot.name'] }],
];

type Tree = Readonly<Record<string, unknown>>;

const valueAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Tree)[key], tree);

/** The tree with another value at a place; its other parts are shared. */
const withValue = (tree: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown => ({
  ...(tree as Tree),
  [key]: rest.length === 0 ? value : withValue((tree as Tree)[key], rest, value),
});

const shownFields = (channel: Channel, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, [path, conversion]]) => {
      const held = valueAt(channel, path);
      return [field, conversion === undefined ? held : conversion.shown(held)];
    }),
  );

/** What a carrier says of the fields, put into the channel; what it does not say, or says amiss, stays. */
function heldFields(channel: Channel, carrier: CarrierValue, fields: Fields): Channel {
  let changed: unknown = channel;
  for (const [field, [path, conversion]] of Object.entries(fields)) {
    const shown = carrier.fields.get(field);
    const held = conversion === undefined ? shown : conversion.held(shown);
    if (typeof held === typeof valueAt(channel, path) && held !== null) {
      changed = withValue(changed, path.split('.'), held);
    }
  }
  return changed as Channel;
}

/** The channel that a script has in hand, put over one that is there or over a new one. */
export function channelFromCarrier(carrier: CarrierValue, base: Channel): Channel {
  return parts.reduce(
    (channel, [field, , fields]) => {
      const part = carrier.fields.get(field);
      return part instanceof CarrierValue ? heldFields(channel, part, fields) : channel;
    },
    heldFields(base, carrier, topic),
  );
}

export function topicCarrier(context: NativeContext, world: World, channel: Channel): CarrierValue {
  const scripts = world.registrations.find((one) => one.channel === channel.id)?.scripts;
  const accepts = world.accepts[channel.id];
  const carrier = make(context, 'NSChatTopicEntity', {
    ChatTopicId: channel.id,
    SecondsPrAccept: accepts === undefined ? 0 : Math.round(accepts.seconds / accepts.count),
    ...shownFields(channel, topic),
    ...Object.fromEntries(
      parts.map(([field, className, fields]) => [
        field,
        make(context, className, shownFields(channel, fields)),
      ]),
    ),
  });
  const bot = carrier.fields.get('BotSettings') as CarrierValue;
  bot.write(context, 'BotRegisterScriptId', scripts?.register ?? 0);
  bot.write(context, 'BotSessionCreatedScriptId', scripts?.sessionCreated ?? 0);
  bot.write(context, 'BotSessionChangedScriptId', scripts?.sessionChanged ?? 0);
  bot.write(context, 'BotMessageReceivedScriptId', scripts?.messageReceived ?? 0);
  return carrier;
}
