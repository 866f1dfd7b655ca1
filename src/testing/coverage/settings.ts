import type { EventName, EventOf, RecordedEvent } from '../../engine/events.ts';
import { faqEntryOf, splitAtFaqLinks } from '../../engine/faq-link.ts';
import { faqAccess } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';
import { channelUses, type ChannelPart } from './channel-uses.ts';
import type { ScriptCoverage } from './scripts.ts';
import { keyFrom, sumBy } from './sums.ts';

/** What a setting is of: a thing of the world, or a part of a channel that is switched on. */
export type SettingKind = ChannelPart | 'trigger' | 'webhook' | 'mock' | 'faqEntry' | 'agent' | 'script';

/** A setting, and how often runs made use of it. */
export type SettingUse = {
  readonly kind: SettingKind;
  /** Of the thing; for a part of a channel, of the channel. */
  readonly id: number;
  /** Of the thing, of the channel, or of what a trigger runs; `GET https://…` of a mock. */
  readonly name: string;
  readonly uses: number;
};

/** The settings of the worlds in which a run began and ended, with what it made use of. */
export function settingsOf(
  worlds: readonly World[],
  events: readonly RecordedEvent[],
  scripts: readonly ScriptCoverage[],
): readonly SettingUse[] {
  const known = worlds.flatMap((world) => [
    ...channelUses(world.channels, events),
    ...triggerUses(world, events),
    ...webhookUses(world, events),
    ...mockUses(world, events),
    ...faqUses(world, events),
    ...agentUses(world, events),
    ...scriptUses(world, scripts),
  ]);
  // A setting that stands in both worlds is one, and was used as often as both say.
  return sumBy(known, keyOf, (one) => one);
}

export const addSettings = (
  some: readonly SettingUse[],
  others: readonly SettingUse[],
): readonly SettingUse[] =>
  sumBy([...some, ...others], keyOf, (one, other) => ({ ...one, uses: one.uses + other.uses }));

const keyOf = ({ kind, id, name }: SettingUse): string => keyFrom(kind, String(id).padStart(9, '0'), name);

const ofType = <T extends EventName>(events: readonly RecordedEvent[], type: T): readonly EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

const count = <T>(list: readonly T[], is: (item: T) => boolean): number => list.filter(is).length;

function triggerUses({ triggers, folders }: World, events: readonly RecordedEvent[]): SettingUse[] {
  const started = ofType(events, 'script.started').filter(({ role }) => role === 'trigger');
  const scripts = folders.flatMap((folder) => folder.scripts);
  return triggers
    .filter(({ enabled }) => enabled)
    .map(({ id, event, script }) => ({
      kind: 'trigger',
      id,
      name: scripts.find((one) => one.id === script)?.name ?? '',
      uses: count(started, (run) => run.script === script && run.eventType === event),
    }));
}

function webhookUses({ webhooks }: World, events: readonly RecordedEvent[]): SettingUse[] {
  const queued = ofType(events, 'webhook.queued');
  return webhooks.map(({ id, name }) => ({
    kind: 'webhook',
    id,
    name,
    uses: count(queued, ({ webhook }) => webhook === id),
  }));
}

function mockUses({ mocks }: World, events: readonly RecordedEvent[]): SettingUse[] {
  const called = ofType(events, 'http.called');
  return mocks.map(({ id, request: { method, url } }) => ({
    kind: 'mock',
    id,
    name: `${method.toUpperCase()} ${url}`,
    uses: count(called, ({ mock }) => mock === id),
  }));
}

/** Entries that can be suggested to customers: those that were, or that a text led to. */
function faqUses({ faqEntries }: World, events: readonly RecordedEvent[]): SettingUse[] {
  const linked = ofType(events, 'message.saved').flatMap(({ text }) => splitAtFaqLinks(text).map(faqEntryOf));
  return faqEntries
    .filter(({ access, status }) => access === faqAccess.public && status === 'published')
    .map(({ id, title }) => ({
      kind: 'faqEntry',
      id,
      name: title,
      uses: count(linked, (one) => one === id),
    }));
}

/** Agents who had a conversation. */
function agentUses({ agents }: World, events: readonly RecordedEvent[]): SettingUse[] {
  const assigned = ofType(events, 'session.assigned');
  return agents.map(({ id, name }) => ({
    kind: 'agent',
    id,
    name,
    uses: count(assigned, ({ agent }) => agent === id),
  }));
}

/** Scripts of which something ran, also as a part of others. */
const scriptUses = ({ folders }: World, covered: readonly ScriptCoverage[]): SettingUse[] =>
  folders.flatMap((folder) =>
    folder.scripts.map(({ id, name, source }) => {
      const own = covered.filter(
        (one) => one.folder === folder.name && one.name === name && one.source === source,
      );
      const uses = own.reduce((sum, { statements }) => sum + (statements[0]?.hits ?? 0), 0);
      const ran = own.some(({ statements }) => statements.some(({ hits }) => hits > 0));
      return { kind: 'script', id, name: `${folder.name} / ${name}`, uses: ran ? Math.max(1, uses) : 0 };
    }),
  );
