import type { WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { LessonOf } from '../protocol/course-api.ts';
import type { About, Began, WorkspaceCounts, Test } from '../protocol/engine-api.ts';
import type { PlayedStep } from '../protocol/played-step.ts';

/** How fast the clock of a workspace runs while somebody has it open. */
export type StoredClock = { readonly speed: number; readonly paused: boolean };

/** One workspace, without its log and its starting world: small, as each write reads it. */
export type WorkspaceRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly openedAt: number;
  /** Number of the writer who may write; each new writer takes the next one. */
  readonly epoch: number;
  /** Counts how often the log was emptied: the same `seq` means another event after a restart. */
  readonly generation: number;
  readonly clock: StoredClock;
  /** How many of its first steps are its opening scene (rulings 39). */
  readonly openingSteps?: number | undefined;
  /** A branch knows the workspace that it left, and after which step (ARCHITECTURE "Where state lives"). */
  readonly parent?: { readonly workspace: string; readonly step: number } | undefined;
  /** How it came to be; release 0.1 did not note it. */
  readonly began?: Began | undefined;
  readonly about?: About | undefined;
  /** It is somebody's own work on a lesson. */
  readonly lesson?: LessonOf | undefined;
  /** It was called otherwise before. */
  readonly isRenamed?: boolean | undefined;
  /** When it was deleted, in milliseconds since 1970: it is hidden, until it is put back or really gone. */
  readonly deletedAt?: number | undefined;
  /** Where its first steps lie, in their order; its own come behind them (`stretches`). */
  readonly shared?: readonly Shared[] | undefined;
  /** Its steps up to this one, whose last event is `seq`, are still on their way from the journal (`late-rows`). */
  readonly late?: { readonly step: number; readonly seq: number } | undefined;
  /** What was counted in it up to a step, so that it need not be counted again. */
  readonly counted?: (WorkspaceCounts & { readonly generation: number }) | undefined;
};

/** Which workspace one is, and since when its log is the one that it is. */
export type Reborn = Pick<WorkspaceRow, 'id' | 'createdAt' | 'generation'>;

/** The rows of another log are the steps of a workspace up to this one, whose last event is `seq`. */
export type Shared = { readonly log: string; readonly step: number; readonly seq: number };

/** What a workspace is called and where it comes from. */
export type Origin = Pick<
  WorkspaceRow,
  'id' | 'name' | 'createdAt' | 'openingSteps' | 'parent' | 'began' | 'about' | 'lesson'
>;

export const originOf = (row: WorkspaceRow): Origin => {
  const { id, name, createdAt, openingSteps, parent, began, about, lesson } = row;
  const known = Object.entries({ openingSteps, parent, began, about, lesson }).filter(
    ([, value]) => value !== undefined,
  );
  return { id, name, createdAt, ...Object.fromEntries(known) };
};

/** A workspace that is made; one that was somewhere else before keeps when it was used, and its clock. */
export type NewWorkspace = Origin & Partial<Pick<WorkspaceRow, 'openedAt' | 'clock'>>;

/** A workspace that nobody has written to yet. */
export function newRow(workspace: NewWorkspace): WorkspaceRow {
  const clock = { speed: 1, paused: false };
  return { openedAt: workspace.createdAt, clock, ...workspace, epoch: 0, generation: 0 };
}

/** The world before the first step, as the file gave it. */
export type WorldRow = { readonly workspace: string; readonly world: WorldFile };

/** One input as it was applied, with its events: what is written whole or not at all. */
export type StoredStep = PlayedStep;

/** A step in the database: what it is found by, and the whole of it as JSON, written and copied as one text. */
export type StepRow = {
  readonly workspace: string;
  readonly step: number;
  readonly command: string;
  readonly seq: number;
  readonly text: string;
};

/** The world after event `seq`, as JSON text. May be dropped at any time. */
export type SnapshotRow = {
  readonly workspace: string;
  readonly seq: number;
  readonly format: number;
  readonly world: string;
};

export type Snapshot = Omit<SnapshotRow, 'workspace'>;

/** The world after event `seq`, as it lies in a journal. */
export type KnownSnapshot = { readonly seq: number; readonly format: number; readonly world: WorldJson };

export const rowOfSnapshot = (known: KnownSnapshot | null): Snapshot | null =>
  known && { ...known, world: JSON.stringify(known.world) };

export type DraftRow = { readonly workspace: string; readonly key: string; readonly text: string };

/** A test of a workspace. */
export type TestRow = Test & { readonly workspace: string };

/** A row that could not be read, or that follows one: kept for whoever wants to mend it by hand. */
export type QuarantineRow = {
  readonly id?: number;
  readonly workspace: string;
  readonly generation: number;
  /** Release 0.1 kept inputs and events apart. */
  readonly table: 'steps' | 'events' | 'inputs';
  /** Release 0.1 kept a sentence. */
  readonly reason: CodedText | string;
  readonly row: unknown;
};

/** Which database this is. */
export type MetaRow = { readonly key: 'store'; readonly schema: number; readonly incarnation: string };

/** Beside it lies what belongs to this browser alone, such as the folder in which copies are kept. */
export type KeptRow = { readonly key: `kept ${string}`; readonly value: unknown };

/** Of which shape the worlds in snapshots are. Raise it when `World` changes: older ones are then left unread. */
export const snapshotFormat = 4;

/** A snapshot is made when this many events came after the last one (rulings 10). */
export const snapshotEvery = 1000;

/** How many of the newest events are read with a workspace. */
export const recentEvents = 1000;

/** What `Log.read` gives: enough to fold the world, and the newest events. */
export type StoredLog = {
  readonly workspace: WorkspaceRow;
  readonly world: WorldFile;
  readonly snapshot: {
    readonly seq: number;
    readonly world: WorldJson;
    /** It is that of a log which the workspace only shares, and may go at any time. */
    readonly isShared: boolean;
  } | null;
  /** Without gaps, up to `seq`; they begin at or before the event after the snapshot, or are the newest. */
  readonly events: readonly RecordedEvent[];
  /** The last event and step that can be used. */
  readonly seq: number;
  readonly step: number;
  /** Why anything after `seq` and `step` cannot be used; null when there is nothing after them. */
  readonly damage: CodedText | null;
};
