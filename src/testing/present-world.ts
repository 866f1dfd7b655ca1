import type { ChannelFile, FolderFile, MockFile, ScriptFile, WorldFile } from '../engine/definition.ts';

/** What of a workspace as it stands runs in a test. */
export type Used = {
  readonly scripts: number;
  readonly channels: number;
  readonly mocks: number;
  /** Scripts of the test that its folder in the workspace has no more: their names. */
  readonly gone: readonly string[];
};

/**
 * The world of a test with what stands in a workspace now: a script takes the place of the one with its number and the name of
 * either it or its folder, a channel of the one with its number and name, a mock of the one with its number and address. What
 * only the workspace has is there too where nothing is in its place, so that an edited bot finds a new include or a new mock; all
 * else stays the test's. Numbers alone mean nothing: a test may come from elsewhere.
 */
export function inPresentWorld(
  own: WorldFile,
  present: WorldFile,
): { readonly world: WorldFile; readonly used: Used } {
  const folders = presentFolders(own.folders ?? [], present.folders ?? []);
  const channels = replaced(own.channels ?? [], present.channels ?? [], sameChannel);
  const mocks = replaced(own.mocks ?? [], present.mocks ?? [], sameMock);
  const known = new Set((own.mocks ?? []).map(({ id }) => id));
  const moreMocks =
    folders.count === 0 ? [] : (present.mocks ?? []).filter(({ id }) => id !== undefined && !known.has(id));
  const world: WorldFile = {
    ...own,
    ...(own.folders === undefined ? {} : { folders: folders.list }),
    ...(own.channels === undefined ? {} : { channels: channels.list }),
    ...(own.mocks === undefined && moreMocks.length === 0 ? {} : { mocks: [...mocks.list, ...moreMocks] }),
  };
  const { gone, count } = folders;
  return { world, used: { scripts: count, channels: channels.count, mocks: mocks.count, gone } };
}

type Replaced<T> = { readonly list: readonly T[]; readonly count: number };

/** Each of a test's things, or the one in the workspace that is the same. */
function replaced<T>(
  own: readonly T[],
  present: readonly T[],
  isSame: (one: T, other: T) => boolean,
): Replaced<T> {
  let count = 0;
  const list = own.map((one) => {
    const now = present.find((other) => isSame(one, other));
    if (now !== undefined) count += 1;
    return now ?? one;
  });
  return { list, count };
}

const sameChannel = (one: ChannelFile, other: ChannelFile): boolean =>
  one.id === other.id && one.name === other.name;

const sameMock = (one: MockFile, other: MockFile): boolean =>
  one.id === other.id &&
  one.request.url === other.request.url &&
  (one.request.method ?? '') === (other.request.method ?? '');

type Placed = { readonly folder: FolderFile; readonly script: ScriptFile };

function presentFolders(
  own: readonly FolderFile[],
  present: readonly FolderFile[],
): Replaced<FolderFile> & { readonly gone: readonly string[] } {
  const placed = new Map<number, Placed>();
  for (const folder of present)
    for (const script of folder.scripts ?? []) placed.set(script.id, { folder, script });
  const gone: string[] = [];
  const taken = new Set<number>();
  const list = own.map((folder): FolderFile => {
    const isHere = present.some((other) => sameFolder(folder, other));
    const scripts = (folder.scripts ?? []).map((script) => {
      const now = placed.get(script.id);
      const isSame = now !== undefined && (now.script.name === script.name || sameFolder(now.folder, folder));
      if (isSame) taken.add(script.id);
      else if (isHere && now === undefined) gone.push(script.name);
      return isSame ? now.script : script;
    });
    return { ...folder, scripts };
  });
  if (taken.size === 0) return { list: own, count: 0, gone };
  return { list: withNew(list, present), count: taken.size, gone };
}

const sameFolder = (one: FolderFile, other: FolderFile): boolean =>
  one.id === other.id && one.name === other.name;

/** The folders with the scripts that only the workspace has, under numbers that nothing has yet. */
function withNew(own: readonly FolderFile[], present: readonly FolderFile[]): readonly FolderFile[] {
  const ids = new Set(own.flatMap(({ scripts = [] }) => scripts.map(({ id }) => id)));
  const folders = [...own];
  for (const folder of present) {
    const added = (folder.scripts ?? []).filter(({ id }) => !ids.has(id));
    if (added.length === 0) continue;
    const at = folders.findIndex((other) => sameFolder(folder, other));
    const there = folders[at];
    if (there !== undefined) folders[at] = { ...there, scripts: [...(there.scripts ?? []), ...added] };
    else if (!folders.some(({ id }) => id === folder.id)) folders.push({ ...folder, scripts: added });
  }
  return folders;
}
