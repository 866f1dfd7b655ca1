import type { Input } from '../engine/inputs.ts';

/** The window's address of what an input saves or deletes, by the kind that its name ends with. */
const lists: Readonly<Record<string, string>> = {
  Channel: 'settings/channels',
  Agent: 'settings/agents',
  Contact: 'settings/contacts',
  QuickReply: 'settings/quickReplies',
  FaqFolder: 'settings/faq',
  FaqEntry: 'settings/faq',
  Trigger: 'settings/triggers',
  Webhook: 'settings/webhooks',
  Mock: 'settings/mocks',
  Table: 'settings/tables',
  Options: 'settings/options',
  FileTypes: 'settings/options',
  Script: 'scripts',
  Folder: 'scripts',
};

/** Where the window shows what an input changes; null for one that changes no setting. */
export function addressOf(input: Input): string | null {
  const kind = /^admin\.(?:saves|deletes|sets|moves)(\w+)$/.exec(input.type)?.[1] ?? '';
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (list === undefined) return null;
  const thing: unknown = Object.entries(input).find(
    ([field]) => field.toLowerCase() === kind.toLowerCase(),
  )?.[1];
  const id = typeof thing === 'object' && thing !== null ? (thing as { readonly id?: unknown }).id : thing;
  return typeof id === 'number' && list !== 'settings/faq' ? `${list}/${String(id)}` : list;
}

/** Whether an address lies in what a lesson locks: it is named there, or lies under what is. */
export const isLocked = (locked: readonly string[], address: string): boolean =>
  locked.some((one) => address === one || address.startsWith(`${one}/`));
