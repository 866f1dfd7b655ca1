import type { Keeper } from './window-state.ts';

/** A workspace as this browser last showed it. What is shown is on disk, so it had at least these messages. */
export type KeptWorkspace = { readonly name: string; readonly messages: number };

/** What there was when somebody last looked. It lies beside the database, not in it, and tells a loss from a first visit. */
export type KeptMarker = {
  readonly at: Date;
  /** By id. Nothing where an older release wrote the marker. */
  readonly workspaces: ReadonlyMap<string, KeptWorkspace>;
};

const markerName = 'rehearsal.kept';
/** Where older releases wrote down the day. */
const dayName = 'rehearsal.lastOpened';

export function readMarker(keeper: Keeper | null): KeptMarker | null {
  const { at, workspaces } = parsed(keeper?.getItem(markerName) ?? null);
  const day = new Date(at ?? keeper?.getItem(dayName) ?? '');
  return Number.isNaN(day.getTime()) ? null : { at: day, workspaces: new Map(workspaces) };
}

/** Notes how a workspace stands. */
export function writeMarker(keeper: Keeper | null, now: Date, id: string, kept: KeptWorkspace): void {
  const before = readMarker(keeper)?.workspaces ?? new Map<string, KeptWorkspace>();
  write(keeper, { at: now, workspaces: new Map([...before, [id, kept]]) });
}

/** Forgets the workspaces that are lost: that has been told. */
export function forgetOthers(keeper: Keeper | null, ids: ReadonlySet<string>): void {
  const before = readMarker(keeper);
  if (before === null) return;
  const left = [...before.workspaces].filter(([id]) => ids.has(id));
  write(keeper, { at: before.at, workspaces: new Map(left) });
}

/** Forgets a workspace that somebody deleted: nobody misses it. Gives what was noted of it. */
export function forgetOne(keeper: Keeper | null, id: string): KeptWorkspace | undefined {
  const before = readMarker(keeper);
  const one = before?.workspaces.get(id);
  if (before !== null && one !== undefined)
    forgetOthers(keeper, new Set([...before.workspaces.keys()].filter((other) => other !== id)));
  return one;
}

function write(keeper: Keeper | null, { at, workspaces }: KeptMarker): void {
  try {
    const kept = { at: at.toISOString(), workspaces: Object.fromEntries(workspaces) };
    keeper?.setItem(markerName, JSON.stringify(kept));
  } catch {
    // Then a loss looks like a first visit.
  }
}

/** What came out of this browser's own storage is not trusted either: what does not look right is not there. */
function parsed(json: string | null): {
  readonly at?: string;
  readonly workspaces: readonly (readonly [string, KeptWorkspace])[];
} {
  const nothing = { workspaces: [] };
  try {
    const kept = JSON.parse(json ?? 'null') as { at?: unknown; workspaces?: unknown } | null;
    if (typeof kept?.at !== 'string' || typeof kept.workspaces !== 'object' || kept.workspaces === null)
      return nothing;
    const workspaces = (Object.entries(kept.workspaces) as [string, Partial<KeptWorkspace> | null][]).flatMap(
      ([id, one]) =>
        typeof one?.name === 'string' && typeof one.messages === 'number'
          ? [[id, { name: one.name, messages: one.messages }] as const]
          : [],
    );
    return { at: kept.at, workspaces };
  } catch {
    return nothing;
  }
}
