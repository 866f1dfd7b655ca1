import type { Input } from './inputs.ts';
import type { World } from './world.ts';

const withId = <T extends { readonly id: number }>(things: readonly T[], id: number | undefined) =>
  things.find((thing) => thing.id === id) ?? null;

const scripts = ({ folders }: World) => folders.flatMap((folder) => folder.scripts);

/**
 * What an input of an administrator takes the place of, as it stands: null is nothing yet, undefined an input that
 * takes the place of nothing. Whoever saves says what they began from; when that is no longer what stands there,
 * saving would overwrite what somebody else saved meanwhile.
 */
export function replacedBy(world: World, input: Input): unknown {
  switch (input.type) {
    case 'admin.savesChannel':
      return withId(world.channels, input.channel.id);
    case 'admin.deletesChannel':
      return withId(world.channels, input.channel);
    case 'admin.savesFolder': {
      const { id, name } = input.folder;
      return id === undefined
        ? (world.folders.find((folder) => folder.name === name) ?? null)
        : withId(world.folders, id);
    }
    case 'admin.deletesFolder':
      return withId(world.folders, input.folder);
    case 'admin.savesScript':
      return withId(scripts(world), input.script.id);
    case 'admin.deletesScript':
      return withId(scripts(world), input.script);
    case 'admin.savesTrigger':
      return withId(world.triggers, input.trigger.id);
    case 'admin.deletesTrigger':
      return withId(world.triggers, input.trigger);
    case 'admin.savesWebhook':
      return withId(world.webhooks, input.webhook.id);
    case 'admin.deletesWebhook':
      return withId(world.webhooks, input.webhook);
    case 'admin.savesAgent':
      return withId(world.agents, input.agent.id);
    case 'admin.deletesAgent':
      return withId(world.agents, input.agent);
    case 'admin.savesFaqEntry':
      return withId(world.faqEntries, input.faqEntry.id);
    case 'admin.deletesFaqEntry':
      return withId(world.faqEntries, input.faqEntry);
    case 'admin.savesFaqFolder':
      return withId(world.faqFolders, input.faqFolder.id);
    case 'admin.deletesFaqFolder':
      return withId(world.faqFolders, input.faqFolder);
    case 'admin.savesMock':
      return withId(world.mocks, input.mock.id);
    case 'admin.deletesMock':
      return withId(world.mocks, input.mock);
    case 'admin.savesTable':
    case 'admin.deletesTable':
      return Object.hasOwn(world.tables, input.table) ? world.tables[input.table] : null;
    case 'admin.setsOptions':
      return Object.fromEntries(Object.entries(world.options).filter(([name]) => name in input.options));
    default:
      return undefined;
  }
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;
const filled = (thing: Plain) => Object.entries(thing).filter(([, value]) => value !== undefined);

/** Whether two plain values say the same; a field without a value is no field, and order is of no matter. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return Object.is(a, b);
  const fields = filled(a);
  return (
    fields.length === filled(b).length &&
    fields.every(([name, value]) => Object.hasOwn(b, name) && saysTheSame(value, b[name]))
  );
}
