import { worldToJson } from '../engine/world-json.ts';
import type { World } from '../engine/world.ts';
import type { ClockState, Listener, Opened } from '../protocol/engine-api.ts';
import type { StepRows, WorkspaceRow } from '../storage/rows.ts';
import { LiveClock } from './live-clock.ts';
import type { Loaded } from './load-world.ts';
import type { Ports } from './ports.ts';
import { ShownLog } from './shown-log.ts';
import { workspaceOf } from './workspace-of.ts';
import type { Standing, TabMessage } from './tab-messages.ts';

/** What the page sees of a workspace: what is on disk, and the clock. Tells the page of each change. */
export class WorkspaceView {
  readonly clock: LiveClock;
  readonly #tell: Listener;
  readonly #shown: ShownLog;
  #row: WorkspaceRow;
  /** Until the page has seen it, nothing of it can change for the page. */
  #seen = false;

  constructor({ engine, monotonic }: Ports, tell: Listener, loaded: Loaded) {
    this.#tell = tell;
    this.#row = loaded.workspace;
    this.#shown = new ShownLog(engine, loaded);
    this.clock = new LiveClock(monotonic, loaded.world.now, loaded.workspace.clock);
  }

  get world(): World {
    return this.#shown.world;
  }

  get seq(): number {
    return this.#shown.seq;
  }

  get generation(): number {
    return this.#shown.generation;
  }

  opened(drafts: Readonly<Record<string, string>>): Opened {
    this.#seen = true;
    return {
      workspace: workspaceOf(this.#row),
      world: worldToJson(this.#shown.world),
      events: this.#shown.events,
      clock: this.clock.state,
      now: this.clock.now(),
      drafts,
    };
  }

  /** Steps that this tab wrote; returns their events. */
  committed(steps: readonly StepRows[], world: World): Opened['events'] {
    const events = steps.flatMap((step) => step.events);
    this.#tellEvents(this.#shown.extend(events, world) ?? []);
    return events;
  }

  /** Shows what was read from the disk. */
  show(loaded: Loaded): void {
    this.#row = loaded.workspace;
    const added = this.#shown.replace(loaded);
    if (added !== null) this.#tellEvents(added);
    else if (this.#seen) this.#tell({ type: 'reopen', workspace: this.#row.id });
  }

  /** Shows events that another tab wrote; false when some before them were missed. */
  see({ generation, events }: Extract<TabMessage, { type: 'events' }>): boolean {
    const added = generation === this.generation ? this.#shown.extend(events) : null;
    if (added !== null) this.#tellEvents(added);
    return added !== null;
  }

  /** Follows the clock of the tab that writes; false when events of it were missed. */
  follow(theirs: Standing): boolean {
    const { speed, paused } = this.clock.state;
    this.clock.set(theirs.now);
    if (theirs.clock.speed !== speed || theirs.clock.paused !== paused) this.changeClock(theirs.clock);
    return theirs.generation === this.generation && theirs.seq <= this.seq;
  }

  changeClock(state: ClockState): void {
    this.clock.change(state);
    const now = this.clock.now();
    if (this.#seen) this.#tell({ type: 'clock', workspace: this.#row.id, clock: state, now });
  }

  #tellEvents(events: Opened['events']): void {
    if (events.length > 0 && this.#seen) this.#tell({ type: 'events', workspace: this.#row.id, events });
  }
}
