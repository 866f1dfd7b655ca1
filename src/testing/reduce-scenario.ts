import { withIds } from '../engine/create-world.ts';
import type { WorldFile } from '../engine/definition.ts';
import type { RunScript } from '../engine/script-call.ts';
import { eventLine } from '../scenario/event-line.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { referenceProblems } from '../scenario/references.ts';
import { replay } from '../scenario/replay.ts';
import { reachedBy, type Reached } from './reached.ts';

/** The parts of a world that can be left out where no step reaches them. */
export const parts = [
  'channels',
  'folders',
  'triggers',
  'webhooks',
  'mocks',
  'agents',
  'faq',
  'tables',
  'contacts',
  'quickReplies',
] as const;
export type WorldPart = (typeof parts)[number];

export type ReducedScenario = {
  readonly scenario: ScenarioFile;
  /** How many things of each kind are left out; those of which none is are not named. */
  readonly left: Partial<Record<WorldPart, number>>;
};

/**
 * The scenario with a world of only what its steps reach, in which the same events follow, byte for byte: it is played in it,
 * and where something goes otherwise, the whole of the part that was cut too far is kept.
 */
export function reduceScenario(file: ScenarioFile, runScript: RunScript): ReducedScenario {
  const whole = { ...file, world: withNumbers(file.world) };
  const lines = linesOf(whole, runScript);
  const problems = JSON.stringify(referenceProblems(whole));
  const events = replay(whole, runScript).events;
  const inputs = file.steps.map(({ input }) => input);
  const cut = cutTo(whole.world, reachedBy(whole.world, inputs, events));
  const isSame = (world: WorldFile): boolean => {
    const smaller = { ...file, world };
    return JSON.stringify(referenceProblems(smaller)) === problems && linesOf(smaller, runScript) === lines;
  };
  const all = withParts(whole.world, cut, parts);
  const world = isSame(all) ? all : oneByOne(whole.world, cut, isSame);
  return { scenario: { ...file, world }, left: leftOf(whole.world, world) };
}

/** Each part that can be cut without changing anything is. */
function oneByOne(whole: WorldFile, cut: WorldFile, isSame: (world: WorldFile) => boolean): WorldFile {
  let world = whole;
  // What others name goes last: a channel names its members, a trigger its script.
  for (const part of parts) {
    const smaller = withParts(world, cut, [part]);
    if (isSame(smaller)) world = smaller;
  }
  return world;
}

const withParts = (world: WorldFile, cut: WorldFile, cuts: readonly WorldPart[]): WorldFile => {
  const chosen = Object.fromEntries(cuts.map((part) => [part, cut[part]]));
  const so = { ...world, ...chosen };
  return Object.fromEntries(Object.entries(so).filter(([, value]) => value !== undefined)) as WorldFile;
};

/** Every event as it is printed; a step that cannot be played says so in their place. */
function linesOf(file: ScenarioFile, runScript: RunScript): string {
  const { steps } = replay(file, runScript);
  return steps
    .map(({ outcome, reason, events }) =>
      [outcome, JSON.stringify(reason), ...events.map((event) => eventLine(event))].join('\n'),
    )
    .join('\n');
}

/** Folders and mocks are numbered in their order where they say nothing (rulings 26): then that has to be said. */
function withNumbers(world: WorldFile): WorldFile {
  const { folders, mocks } = world;
  return {
    ...world,
    ...(folders === undefined ? {} : { folders: withIds(folders, (folder, id) => ({ ...folder, id })) }),
    ...(mocks === undefined ? {} : { mocks: withIds(mocks, (mock, id) => ({ ...mock, id })) }),
  };
}

/** The world with nothing but what is reached, of every part. */
function cutTo(world: WorldFile, reached: Reached): WorldFile {
  const only = <T extends { readonly id?: number | undefined }>(
    list: readonly T[] | undefined,
    ids: ReadonlySet<number>,
  ) => kept(list?.filter(({ id }) => id !== undefined && ids.has(id)));
  const folders = world.folders
    ?.map((folder) => ({ ...folder, scripts: folder.scripts?.filter(({ id }) => reached.scripts.has(id)) }))
    .filter(({ scripts = [] }) => scripts.length > 0);
  const texts = (folders ?? []).flatMap(({ scripts = [] }) => scripts.map(({ source = '' }) => source));
  const tables = Object.entries(world.tables ?? {}).filter(([name]) =>
    texts.some((text) => text.includes(name)),
  );
  return {
    startsAt: world.startsAt,
    channels: only(world.channels, reached.channels),
    folders: kept(folders),
    triggers: only(world.triggers, reached.triggers),
    webhooks: only(world.webhooks, reached.webhooks),
    mocks: only(world.mocks, reached.mocks),
    agents: only(world.agents, reached.agents),
    faq: undefined,
    tables: tables.length === 0 ? undefined : Object.fromEntries(tables),
    contacts: only(world.contacts, reached.contacts),
    quickReplies: undefined,
  };
}

const kept = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

function leftOf(whole: WorldFile, cut: WorldFile): Partial<Record<WorldPart, number>> {
  const counts = parts.map((part) => [part, countOf(whole, part) - countOf(cut, part)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function countOf(world: WorldFile, part: WorldPart): number {
  switch (part) {
    case 'folders':
      return (world.folders ?? []).reduce((sum, { scripts = [] }) => sum + scripts.length, 0);
    case 'faq':
      return world.faq?.entries?.length ?? 0;
    case 'tables':
      return Object.keys(world.tables ?? {}).length;
    default:
      return world[part]?.length ?? 0;
  }
}
