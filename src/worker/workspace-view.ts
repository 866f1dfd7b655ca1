import { worldToJson } from '../engine/world-json.ts';
import type { ClockState, Listener, Opened } from '../protocol/engine-api.ts';
import type { StoredStep, WorkspaceRow } from '../storage/rows.ts';
import { LiveClock } from './clock/live-clock.ts';
import type { Loaded } from './write/load-world.ts';
import type { Ports } from './ports.ts';
import { workspaceOf } from './keeping/workspace-of.ts';
import type { TabStatus, TabMessage } from './tabs/tab-messages.ts';

/**
 * What the page is told of a workspace: what is on disk, and the clock. Nothing is sorted, folded or kept here: the
 * page's feed does that, in the tab that writes and in every other one alike.
 */
export class WorkspaceView {
  readonly clock: LiveClock;
  readonly #tell: Listener;
  #row: WorkspaceRow;
  /** How far the log is known to reach. */
  #seq: number;

  constructor({ monotonic }: Ports, tell: Listener, { workspace, seq, world }: Loaded) {
    this.#tell = tell;
    this.#row = workspace;
    this.#seq = seq;
    this.clock = new LiveClock(monotonic, world.now, workspace.clock);
  }

  get seq(): number {
    return this.#seq;
  }

  get generation(): number {
    return this.#row.generation;
  }

  /** The workspace as it was read, for the page to begin with. Where more is known of already, it is told so. */
  opened(
    { workspace, world, events, seq }: Loaded,
    drafts: Readonly<Record<string, string>>,
    waits: Opened['waits'],
  ): Opened {
    if (seq < this.#seq) this.#reach(this.generation, this.#seq);
    return {
      workspace: workspaceOf(workspace),
      world: worldToJson(world),
      events,
      generation: workspace.generation,
      clock: this.clock.state,
      now: this.clock.now(),
      drafts,
      waits,
    };
  }

  /** Steps that this tab wrote; returns their events. */
  committed(steps: readonly StoredStep[]): Opened['events'] {
    const events = steps.flatMap((step) => step.events);
    this.#tellEvents(this.generation, events);
    return events;
  }

  /** It was read from the disk, which may hold more or other events than were told. */
  reread({ workspace, seq }: Loaded): void {
    this.#reach(workspace.generation, seq);
    this.#row = workspace;
  }

  /** Events that another tab wrote. */
  see({ generation, events }: Extract<TabMessage, { type: 'events' }>): void {
    this.#tellEvents(generation, events);
  }

  /** Follows the clock of the tab that writes, and learns how far its log reaches. */
  follow({ clock, now, generation, seq }: TabStatus): void {
    this.clock.set(now);
    this.followClock(clock);
    const isFurther = generation === this.generation ? seq > this.#seq : generation > this.generation;
    if (isFurther) this.#reach(generation, seq);
  }

  followClock(state: ClockState): void {
    const { speed, paused } = this.clock.state;
    if (state.speed !== speed || state.paused !== paused) this.changeClock(state);
  }

  changeClock(state: ClockState): void {
    this.clock.change(state);
    this.sayClock();
  }

  sayClock(): void {
    const { state } = this.clock;
    const now = this.clock.now();
    this.#tell({ type: 'clock', workspace: this.#row.id, clock: state, now });
  }

  #tellEvents(generation: number, events: Opened['events']): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.#note(generation, last.seq);
    this.#tell({ type: 'events', workspace: this.#row.id, generation, events });
  }

  #reach(generation: number, seq: number): void {
    this.#note(generation, seq);
    this.#tell({ type: 'reached', workspace: this.#row.id, generation, seq });
  }

  #note(generation: number, seq: number): void {
    if (generation < this.generation) return;
    this.#seq = generation === this.generation ? Math.max(this.#seq, seq) : seq;
    this.#row = { ...this.#row, generation };
  }
}
