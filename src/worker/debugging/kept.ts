import type { Input } from '../../engine/inputs.ts';
import type { Breakpoint, Hand } from '../../protocol/debug-api.ts';
import { personasPlace } from '../../storage/lasting-drafts.ts';
import type { Log } from '../../storage/log.ts';

/* What the debugger keeps with a workspace: it lies among the drafts, as it belongs to this browser and not to the log. */

const prefix = 'debugger/';
/** Where the plan of puppets lies (`crowd/kept-crowd`). */
export const crowdPrefix = 'crowd/';
const settingsKey = `${prefix}settings`;
const waitingKey = `${prefix}waiting`;

/** What has live steps wait. */
export type DebugSettings = {
  readonly breakpoints: readonly Breakpoint[];
  /** Whether a call that nobody answers does. */
  readonly asks: boolean;
};

/** Which calls that lack an answer have a step wait: those that a mock holds do, whatever is set. */
export const asksOf = ({ asks }: DebugSettings): true | 'held' => asks || 'held';

/** An input that waited when its tab went: it is asked again, once, and stands where it stood. */
export type KeptInput = {
  readonly id: string;
  readonly input: Input;
  readonly base?: unknown;
  readonly at: number;
  readonly hand: Hand;
  /** Before which statement it stood; absent at the first stop. */
  readonly statement?: number | undefined;
};

export type KeptForDebugger = { readonly settings: DebugSettings; readonly waiting: KeptInput | null };

type Drafts = Readonly<Record<string, string>>;

/** Drafts of people, without what the debugger and puppets keep among them. */
export const unsentTexts = (drafts: Drafts): Drafts =>
  Object.fromEntries(
    Object.entries(drafts).filter(([key]) => !key.startsWith(prefix) && !key.startsWith(crowdPrefix)),
  );

const noSettings: DebugSettings = { breakpoints: [], asks: false };

export const nothingKept: KeptForDebugger = { settings: noSettings, waiting: null };

const settingsIn = (drafts: Drafts): DebugSettings => ({
  ...noSettings,
  ...(read(drafts[settingsKey]) as Partial<DebugSettings> | null),
});

/** What is kept of a workspace. An input that was applied after all, before its tab went, does not wait any more. @throws StorageError */
export async function readKept(
  log: Log,
  workspace: string,
  reading = log.drafts(workspace),
): Promise<KeptForDebugger> {
  const drafts = await reading;
  const waiting = read(drafts[waitingKey]) as KeptInput | null;
  const isOver = waiting !== null && (await log.applied(workspace, [waiting.id])).has(waiting.id);
  return { settings: settingsIn(drafts), waiting: isOver ? null : waiting };
}

export const keepSettings = (log: Log, workspace: string, settings: DebugSettings): Promise<void> =>
  log.saveDraft(
    workspace,
    settingsKey,
    settings.breakpoints.length === 0 && !settings.asks ? '' : JSON.stringify(settings),
  );

/**
 * A copy or branch stops where the workspace does that it was made of, and has its own kinds of customers; what cannot be carried over is
 * set there again.
 */
export async function carrySettings(log: Log, from: string, to: string): Promise<void> {
  try {
    const drafts = await log.drafts(from);
    await keepSettings(log, to, settingsIn(drafts));
    const { [personasPlace]: personas } = drafts;
    if (personas !== undefined) await log.saveDraft(to, personasPlace, personas);
  } catch {
    // The copy is there all the same.
  }
}

export const keepWaiting = (log: Log, workspace: string, waiting: KeptInput | null): Promise<void> =>
  log.saveDraft(workspace, waitingKey, waiting === null ? '' : JSON.stringify(waiting));

/** A text that is none of ours counts as nothing. */
function read(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
