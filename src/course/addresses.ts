import type { WorldFile } from '../engine/definition.ts';

/** The things that an address of the window can name one by one, by its beginning. */
const lists: Readonly<Record<string, (world: WorldFile) => readonly { readonly id?: number | undefined }[]>> =
  {
    scripts: ({ folders = [] }) => folders.flatMap(({ scripts = [] }) => scripts),
    'settings/channels': ({ channels = [] }) => channels,
    'settings/agents': ({ agents = [] }) => agents,
    'settings/contacts': ({ contacts = [] }) => contacts,
    'settings/faq': ({ faq }) => faq?.entries ?? [],
    'settings/quickReplies': ({ quickReplies = [] }) => quickReplies,
    'settings/triggers': ({ triggers = [] }) => triggers,
    'settings/webhooks': ({ webhooks = [] }) => webhooks,
    'settings/mocks': ({ mocks = [] }) => mocks.map(({ id }, index) => ({ id: id ?? index + 1 })),
  };

const whole: ReadonlySet<string> = new Set([
  'settings',
  'settings/tables',
  'settings/options',
  ...Object.keys(lists),
]);

/** Why an address of what is locked names nothing in a world; null where it names something. */
export function addressProblem(address: string, world: WorldFile): string | null {
  if (whole.has(address)) return null;
  const [, list = '', id = ''] = /^(.+)\/([1-9][0-9]*)$/.exec(address) ?? [];
  const known = Object.hasOwn(lists, list) ? lists[list]?.(world) : undefined;
  if (known === undefined)
    return `“${address}” locks nothing: there is no such address. Write one such as “settings/channels/1”, “settings/agents” or “scripts/3”.`;
  return known.some((one) => one.id === Number(id))
    ? null
    : `“${address}” locks nothing: the seed has nothing of that number.`;
}
