import type { Listener, ServiceError } from '../../protocol/engine-api.ts';
import type { Fence, Log } from '../../storage/log.ts';
import { StorageError, toStorageError } from '../../storage/storage-error.ts';
import { loadWorld, type Loaded, type LoadOptions } from './load-world.ts';
import type { HeldLock, LoadFile, Ports } from '../ports.ts';
import { corruptProblem } from '../problems.ts';
import type { TabMessage } from '../tabs/tab-messages.ts';

/** What hung in earlier workers of this tab, and the moment to which the clock had come there. */
export type Hung = {
  /** Scripts that are left out; those that are saved anew are taken out. */
  readonly scripts: Set<number>;
  reached: number;
};

/** What is known of a workspace; what becomes of it is noted there. */
export function hungIn(all: Map<string, Hung>, workspace: string): Hung {
  const known = all.get(workspace) ?? { scripts: new Set(), reached: 0 };
  all.set(workspace, known);
  return known;
}

export type WorkspaceOptions = {
  readonly ports: Ports;
  readonly log: Log;
  readonly id: string;
  readonly tab: string;
  /** Says something to the other tabs; null where they cannot be reached. */
  readonly send: ((message: TabMessage) => void) | null;
  readonly tell: Listener;
  /** Whether this tab writes, or how far it has come, changed in a way that others should hear of at once. */
  readonly stands: () => void;
  /** This tab writes it from now on. */
  readonly leads: () => void;
  /** What hung in an earlier worker of this tab. */
  readonly hung: Hung;
  readonly trouble: (problem: ServiceError | null) => void;
  readonly loadFile: LoadFile;
  /** Whether the page of any tab asks real services for it: this tab's own, or another. */
  readonly asksServices: (whose: 'own' | 'any') => boolean;
};

/** The workspace as it stands on disk, or as it was read there. */
export async function load(
  { ports, log, id }: WorkspaceOptions,
  stored?: LoadOptions['stored'],
): Promise<Loaded> {
  const loaded = await loadWorld(ports.engine, log, id, { stored });
  if (loaded === undefined) throw new StorageError('gone', 'This workspace was deleted.');
  return loaded;
}

/**
 * Makes this tab the one that writes: from now on, the writes of any earlier one fail. `openedAt` is when somebody has
 * opened it; who only takes over from another tab does not make it the one that was used last.
 */
export async function claim(
  options: WorkspaceOptions,
  openedAt?: number,
): Promise<{ fence: Fence; loaded: Loaded }> {
  const take = () => options.log.claim(options.id, openedAt);
  // It may work on a new connection; taken twice, only the second time counts.
  const fence = await take().catch((error: unknown) => {
    if (toStorageError(error).fault !== 'write') throw error;
    return take();
  });
  try {
    return { fence, loaded: await loadMended(options, fence) };
  } catch (error) {
    await options.log.release(fence);
    throw error;
  }
}

/** Loads the log; what cannot be read is mended, or moved aside, so that writing can go on behind what can. */
export async function loadMended(options: WorkspaceOptions, fence: Fence): Promise<Loaded> {
  let loaded = await load(options);
  if (loaded.damage !== null && (await options.log.mend(fence, loaded, loaded.damage))) {
    loaded = await load(options);
  }
  if (loaded.damage === null) return loaded;
  await options.log.cut(fence, loaded, loaded.damage);
  options.trouble(corruptProblem(loaded.damage, loaded.seq, true));
  return load(options);
}

/** Leaves writing to other tabs. */
export async function leave(
  { log }: WorkspaceOptions,
  lead: { readonly fence: Fence; readonly held: HeldLock },
): Promise<void> {
  await log.release(lead.fence);
  lead.held.release();
}
