import { isLike, botScriptPatterns } from '../../engine/registration.ts';
import { almostOf } from '../../engine/registration-found.ts';
import type { Script } from '../../engine/definition.ts';
import { allActs, withoutComments, type ScriptFlow } from './flow.ts';
import type { FoundHint } from './found.ts';
import { hasNoRole, isNewerThanRegistration, type CallerContext } from './caller-context.ts';

/* Hints at how a script is called, of which its world tells more than its text. */

const begin = ({ source }: Script, file: string) => {
  const end = source.search(/\r?\n|$/);
  return { file, start: 0, end, line: 1, column: 1 };
};

/** A script whose name has no role although it asks for what only a bot's events give (chat-domain §4.1). */
export function withoutRole(standing: CallerContext, file: string): readonly FoundHint[] {
  const { world, folder, script, triggers } = standing;
  if (!hasNoRole(standing) || triggers.length > 0) return [];
  const almost = almostOf(folder).find(({ id }) => id === script.id);
  const name = script.name.toLowerCase();
  const includeName = script.includeName.toLowerCase();
  const isNamed = (source: string): boolean => {
    const text = source.toLowerCase();
    return text.includes(name) || (includeName !== '' && text.includes(includeName));
  };
  const others = world.folders.flatMap(({ scripts }) => scripts).filter(({ id }) => id !== script.id);
  const isHandler = world.webhooks.some(({ url }) =>
    [name, includeName, String(script.id)].includes(url.toLowerCase()),
  );
  if (isHandler || others.some(({ source }) => isNamed(source))) return [];
  const asks = /["'`](?:chatMessage|chatSession)\.\w+["'`]/i.test(script.source);
  if (almost === undefined && !asks) return [];
  const params = { name: script.name, almost: almost?.role ?? '', mended: almost?.mended ?? '' };
  return [{ code: 'no-role', at: begin(script, file), params }];
}

export function newerThanRegistration(standing: CallerContext, file: string): readonly FoundHint[] {
  const channel = isNewerThanRegistration(standing);
  if (channel === undefined) return [];
  const params = { channel: channel.name, at: channel.id };
  return [{ code: 'newer-than-registration', at: begin(standing.script, file), params }];
}

/** Which scripts hand over: by their texts, so that none that might is missed. */
const handsOver = /resetChat/i;

/** The bot that answers, where no script of the world hands over (T25). */
export function noWayToPeople(standing: CallerContext, file: string): readonly FoundHint[] {
  const { world, script, folder, role, channels } = standing;
  if (role !== 'messageReceived' || channels.length === 0) return [];
  const others = world.folders.flatMap(({ scripts }) => scripts);
  if ([script, ...others].some(({ source }) => handsOver.test(withoutComments(source)))) return [];
  return [{ code: 'no-way-to-people', at: begin(script, file), params: { folder: folder.name } }];
}

/** What may tell one channel from another: not the name of the bot, which is its author. */
const asksForChannel = /topic_?id|chatTopic\.(?!botName)|channel/i;

/** A trigger that acts in every channel, where there are several. */
export function triggerOfAllChannels(
  { world, script, folder, triggers }: CallerContext,
  flow: ScriptFlow,
  sources: readonly string[],
): readonly FoundHint[] {
  const isBots = Object.values(botScriptPatterns).some((pattern) => isLike(script.name, pattern));
  if (triggers.length === 0 || world.channels.length < 2 || (isBots && folder.scripts.length > 1)) return [];
  if (sources.some((source) => asksForChannel.test(source))) return [];
  for (const act of allActs(flow.main, flow.routines)) {
    if (act.kind !== 'posts' && act.kind !== 'handsOver' && act.kind !== 'ends') continue;
    const params = { channels: world.channels.length, at: triggers[0]?.id ?? 0 };
    return [{ code: 'trigger-of-all-channels', at: act.at, params }];
  }
  return [];
}
