import type { WorldFile } from '../../engine/definition.ts';
import { settingsWords } from '../words/settings-words.ts';
import { authorWords as words } from '../words/author-words.ts';

/** Something that a lesson can lock, by the window's address of it; a group locks all that is in it. */
export type Lockable = {
  readonly address: string;
  readonly name: string;
  readonly parts: readonly { readonly address: string; readonly name: string }[];
};

type Named = { readonly id?: number | undefined; readonly name?: string | undefined };

const numbered = (at: string, things: readonly Named[]): Lockable['parts'] =>
  things.flatMap(({ id, name }) =>
    id === undefined ? [] : [{ address: `${at}/${String(id)}`, name: name ?? String(id) }],
  );

/** What of a world can be locked, in the order of the window; a kind of which there is nothing is left out. */
export function lockableIn(world: WorldFile): readonly Lockable[] {
  const { sections } = settingsWords;
  const group = (address: string, name: string, things: readonly Named[], isThere = things.length > 0) =>
    isThere ? [{ address, name, parts: numbered(address, things) }] : [];
  const { channels = [], agents = [], folders = [], webhooks = [], mocks = [], triggers = [] } = world;
  const scripts = folders.flatMap((folder) => folder.scripts ?? []);
  const faq = world.faq?.entries ?? [];
  return [
    ...group('scripts', words.scripts, scripts),
    ...group('settings/channels', sections.channels, channels),
    ...group('settings/agents', sections.agents, agents),
    ...group('settings/faq', sections.faq, [], faq.length > 0),
    ...group('settings/triggers', sections.triggers, [], triggers.length > 0),
    ...group('settings/webhooks', sections.webhooks, webhooks),
    ...group('settings/mocks', sections.mocks, [], mocks.length > 0),
    ...group('settings/options', sections.options, [], true),
  ];
}

/** Whether something is locked: itself, or all of its kind. */
export const isLocked = (locked: readonly string[], address: string): boolean =>
  locked.some((one) => address === one || address.startsWith(`${one}/`));

/** With something locked, or no longer: a group takes the place of its parts, and gives way to the others when one is freed. */
export function withLock(
  locked: readonly string[],
  group: Lockable,
  address: string,
  on: boolean,
): readonly string[] {
  const others = locked.filter((one) => one !== group.address && !one.startsWith(`${group.address}/`));
  if (address === group.address) return on ? [...others, address] : others;
  const parts = group.parts
    .map((part) => part.address)
    .filter((one) => (one === address ? on : isLocked(locked, one)));
  return [...others, ...(parts.length === group.parts.length ? [group.address] : parts)];
}
