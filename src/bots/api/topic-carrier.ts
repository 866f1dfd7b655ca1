import { channelName, channelSettings } from '../../engine/channel-settings.ts';
import type { Channel } from '../../engine/definition.ts';
import {
  keptValue,
  leavesOf,
  valueAt,
  withValueAt,
  type Leaf,
  type Setting,
} from '../../engine/setting-kinds.ts';
import type { World } from '../../engine/world.ts';
import { Carrier, partIn, TimeOfDay, type CarrierInput, type Plain } from './plain.ts';

/*
 * A channel as ChatTopicEntity and back (chat-domain §1.1): the settings that have a carrier, with how the value of each kind
 * is written there, where that differs.
 */

const minutes = (text: string): number => {
  const [hours = 0, rest = 0] = text.split(':').map(Number);
  return 60 * hours + rest;
};
const two = (value: number): string => String(value).padStart(2, '0');

/** `08:00` as the time since midnight. */
const timeShown = (held: string) => new TimeOfDay(60 * minutes(held));

function timeHeld(shown: unknown): string | undefined {
  const whole = shown instanceof TimeOfDay ? Math.trunc(shown.seconds / 60) : -1;
  return whole >= 0 && whole < 1440 ? `${two(Math.trunc(whole / 60))}:${two(whole % 60)}` : undefined;
}

const shownOf = (setting: Setting, held: unknown): Plain =>
  setting.kind === 'time' ? timeShown(held as string) : (keptValue(setting, held) as Plain);

/** What a script wrote as the setting holds it; undefined where that is none of its values. */
function heldOf({ kind, options = [] }: Setting, shown: unknown): unknown {
  switch (kind) {
    case 'choice':
      return options[shown as number];
    case 'some':
      return typeof shown === 'number' ? options.filter((_, bit) => (shown & (1 << bit)) !== 0) : undefined;
    case 'time':
      return timeHeld(shown);
    default:
      return shown;
  }
}

type Field = Leaf & { readonly name: string };

/** The fields in a part of the carrier; in the carrier itself where the part has no name. */
const fieldsIn = (part: string): readonly Field[] =>
  [{ path: 'name', setting: channelName }, ...leavesOf(channelSettings)].flatMap(
    ({ path, setting }: Leaf) => {
      const names = setting.carrier?.split('.') ?? [];
      const name = names.at(-1);
      return name !== undefined && (names.length > 1 ? names[0] : '') === part
        ? [{ name, path, setting }]
        : [];
    },
  );

const topic = fieldsIn('');

/** Carriers in the topic, and the fields that each has. */
const parts = (
  [
    ['Widget', 'ChatWidgetSettings'],
    ['OpeningHours', 'ChatOpeningHours'],
    ['BotSettings', 'ChatBotSettings'],
  ] as const
).map(([field, className]) => ({ field, className, fields: fieldsIn(field) }));

const shownFields = (channel: Channel, fields: readonly Field[]): Record<string, Plain> =>
  Object.fromEntries(
    fields.map(({ name, path, setting }) => [name, shownOf(setting, valueAt(channel, path))]),
  );

/** What a carrier says of the fields, put into the channel; what it does not say, or says amiss, stays. */
function heldFields(channel: Channel, carrier: CarrierInput, fields: readonly Field[]): Channel {
  let changed = channel;
  for (const { name, path, setting } of fields) {
    const held = heldOf(setting, carrier.field(name));
    if (typeof held === typeof valueAt(channel, path) && held !== null) {
      changed = withValueAt(changed, path, held);
    }
  }
  return changed;
}

/** The channel that a script has in hand, put over one that is there or over a new one. */
export function channelFromCarrier(carrier: CarrierInput, base: Channel): Channel {
  return parts.reduce(
    (channel, { field, fields }) => {
      const part = partIn(carrier, field);
      return part === undefined ? channel : heldFields(channel, part, fields);
    },
    heldFields(base, carrier, topic),
  );
}

export function topicCarrier(world: World, channel: Channel): Carrier {
  const scripts = world.registrations.find((one) => one.channel === channel.id)?.scripts;
  const accepts = world.accepts[channel.id];
  const registered = {
    BotRegisterScriptId: scripts?.register ?? 0,
    BotSessionCreatedScriptId: scripts?.sessionCreated ?? 0,
    BotSessionChangedScriptId: scripts?.sessionChanged ?? 0,
    BotMessageReceivedScriptId: scripts?.messageReceived ?? 0,
  };
  return new Carrier('ChatTopicEntity', {
    ChatTopicId: channel.id,
    SecondsPrAccept: accepts === undefined ? 0 : Math.round(accepts.seconds / accepts.count),
    ...shownFields(channel, topic),
    ...Object.fromEntries(
      parts.map(({ field, className, fields }) => [
        field,
        new Carrier(className, {
          ...shownFields(channel, fields),
          ...(field === 'BotSettings' ? registered : {}),
        }),
      ]),
    ),
  });
}
