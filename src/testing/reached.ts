import type { ChannelFile, FolderFile, ScriptFile, WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';

/** The numbers of what the steps of a conversation reach, of each kind. */
export type Reached = {
  readonly channels: ReadonlySet<number>;
  readonly agents: ReadonlySet<number>;
  readonly scripts: ReadonlySet<number>;
  readonly triggers: ReadonlySet<number>;
  readonly webhooks: ReadonlySet<number>;
  readonly mocks: ReadonlySet<number>;
  readonly contacts: ReadonlySet<number>;
};

/** What inputs name and events tell of: who came where, what ran, what was called. */
export function reachedBy(
  world: WorldFile,
  inputs: readonly Input[],
  events: readonly RecordedEvent[],
): Reached {
  const said = [...inputs, ...events];
  const numbers = (field: string) => new Set(said.flatMap((one) => numberAt(one, field)));
  const channels = numbers('channel');
  const here = (world.channels ?? []).filter(({ id }) => channels.has(id));
  const members = here.flatMap(({ members: list = [] }) => list.map(({ agent }) => agent));
  const ran = new Set(events.flatMap((event) => (event.type === 'script.started' ? [event.script] : [])));
  const triggers = (world.triggers ?? []).filter(({ script }) => ran.has(script));
  return {
    channels,
    agents: new Set([...numbers('agent'), ...numbers('to'), ...members]),
    scripts: scriptsOf(world, here, ran),
    triggers: new Set(triggers.map(({ id }) => id)),
    webhooks: numbers('webhook'),
    mocks: numbers('mock'),
    contacts: numbers('contact'),
  };
}

function numberAt(one: object, field: string): readonly number[] {
  const value = (one as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? [value] : [];
}

/** The whole bot of each channel that somebody came to, what ran besides, and whatever those name. */
function scriptsOf(
  { folders = [] }: WorldFile,
  channels: readonly ChannelFile[],
  ran: ReadonlySet<number>,
): ReadonlySet<number> {
  const bots = new Set(channels.map(({ bot }) => bot?.folder ?? ''));
  const all = folders.flatMap((folder) => (folder.scripts ?? []).map((script) => ({ folder, script })));
  let kept = all.filter(({ folder, script }) => bots.has(folder.name) || ran.has(script.id));
  for (;;) {
    const texts = kept.map(({ script }) => script.source ?? '');
    const more = all.filter((one) => !kept.includes(one) && texts.some((text) => isNamed(one, text)));
    if (more.length === 0) return new Set(kept.map(({ script }) => script.id));
    kept = [...kept, ...more];
  }
}

/** Whether a text names a script as one that it includes. */
function isNamed(
  { script }: { readonly folder: FolderFile; readonly script: ScriptFile },
  text: string,
): boolean {
  const { includeName = '', name } = script;
  return text.includes(includeName === '' ? name : includeName);
}
