import { channelName, channelSettings } from '../../engine/channel-settings.ts';
import type { Channel } from '../../engine/definition.ts';
import { keptValue, leavesOf, valueAt, type Leaf, type Setting } from '../../engine/setting-kinds.ts';
import type { World } from '../../engine/world.ts';
import type { Cells } from './live-tables.ts';

/*
 * chat_topic (chat-domain §1.1): the settings of a channel in the columns that the product keeps them in.
 */

const leaves: readonly Leaf[] = [{ path: 'name', setting: channelName }, ...leavesOf(channelSettings)];

/** A value as its column holds it; a time of the day is a date and time of which only the time counts. */
const cellOf = (setting: Setting, value: unknown) =>
  (setting.kind === 'time' ? `1970-01-01 ${value as string}:00` : keptValue(setting, value)) as
    string | number | boolean;

/** ChatTopicFlag (chat-domain §1.8): the bits of the settings that are on. */
const flagsOf = (channel: Channel): number =>
  leaves.reduce(
    (mask, { path, setting }) =>
      setting.flag !== undefined && Number(cellOf(setting, valueAt(channel, path))) === 1
        ? mask | setting.flag
        : mask,
    0,
  );

/** The bot of a channel; the scripts are those that its registration found. */
function botCells(world: World, { id }: Channel): Cells {
  const scripts = world.registrations.find(({ channel }) => channel === id)?.scripts;
  return {
    bot_register_scriptid: scripts?.register ?? 0,
    bot_session_created_scriptid: scripts?.sessionCreated ?? 0,
    bot_session_changed_scriptid: scripts?.sessionChanged ?? 0,
    bot_message_received_scriptid: scripts?.messageReceived ?? 0,
  };
}

/** A row of chat_topic. What the world does not know of a channel has no value. */
export function topicCells(world: World, channel: Channel): Cells {
  const accepts = world.accepts[channel.id];
  return {
    language_id: -1,
    flags: flagsOf(channel),
    seconds_pr_accept: accepts === undefined ? 0 : Math.round(accepts.seconds / accepts.count),
    ...Object.fromEntries(
      leaves.flatMap(({ path, setting }) =>
        setting.column === undefined || setting.isKey === true
          ? []
          : [[setting.column, cellOf(setting, valueAt(channel, path))] as const],
      ),
    ),
    ...botCells(world, channel),
  };
}
