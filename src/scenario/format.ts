import type { RecordedEvent } from '../engine/events.ts';
import type { Json, WorldFile } from '../engine/definition.ts';
import type { Input } from '../engine/inputs.ts';
import type { RecordedAnswer } from '../engine/step-request.ts';

/** The pattern of an event: its type, and fields that must be equal or match. */
export type EventPattern = { readonly event: RecordedEvent['type'] } & { readonly [field: string]: Json };

/** Until when an expectation may come to hold: `5s`. One of `no` has to hold as long. */
type Within = { readonly within?: string | undefined };

/** One expectation of a step (scenario.md "expect", rulings 30). */
export type Expectation =
  | ({ readonly event: string; readonly times?: number | undefined } & Within & {
        readonly [field: string]: Json | undefined;
      })
  | ({ readonly no: { readonly event: string; readonly [field: string]: Json } } & Within)
  | ({ readonly status: number; readonly session?: number | undefined } & Within)
  | ({ readonly session: { readonly [field: string]: Json } } & Within)
  | ({ readonly webhook: { readonly [field: string]: Json } } & Within)
  | ({ readonly visible: VisiblePattern } & Within)
  | ({ readonly queue: readonly number[] } & Within)
  | ({ readonly refused: boolean | string } & Within);

export type VisiblePattern = {
  readonly to: 'customer' | 'agent';
  readonly agent?: number | undefined;
  readonly session?: number | undefined;
  readonly last?: Json | undefined;
  readonly shows?:
    'preChat' | 'faq' | 'queue' | 'conversation' | 'offline' | 'postChat' | 'closed' | undefined;
};

export type ScenarioStep = {
  /** An instant, or an offset from the clock as it stands: `+90s`, `+5m`, `+200ms`. */
  readonly at?: string | undefined;
  readonly input: Input;
  readonly answers?: readonly Omit<RecordedAnswer, 'live'>[] | undefined;
  readonly edits?:
    | readonly {
        readonly statement: number;
        readonly frame: number;
        readonly variable: string;
        readonly value: string;
      }[]
    | undefined;
  readonly leftOut?: readonly number[] | undefined;
  /** The statement at which somebody stopped the step (rulings 44). */
  readonly stoppedAt?: number | undefined;
  /** What came of the step and all before it, when the file was written (rulings 37). */
  readonly hash?: string | undefined;
  readonly note?: string | undefined;
  readonly expect?: readonly Expectation[] | undefined;
};

/** A moment that somebody marked: a step, or one event of it by its number. */
export type Bookmark = {
  readonly step: number;
  readonly event?: number | undefined;
  readonly name: string;
  readonly note?: string | undefined;
};

/** Who saved a file, as they call themselves, and with which version of the app. */
export type Made = { readonly by?: string | undefined; readonly with: string };

/** A scenario as it stands in a file (scenario.md). */
export type ScenarioFile = {
  readonly format: 'rehearsal-scenario';
  readonly version: 1 | 2;
  /** The revision of the engine's rules that made it (rulings 9). */
  readonly rules?: number | undefined;
  readonly name: string;
  readonly description?: string | undefined;
  readonly made?: Made | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How many steps are the opening scene, to which *Start over* goes back (rulings 39). */
  readonly opening?: number | undefined;
  readonly bookmarks?: readonly Bookmark[] | undefined;
  readonly world: WorldFile;
  readonly steps: readonly ScenarioStep[];
};
