import type { RecordedEvent } from '../../engine/events.ts';
import type { Listener, Opened, Publication } from '../../protocol/engine-api.ts';
import { Waiting } from './waiting.ts';

export type FeedPorts = {
  /** Stored events, `from` and `to` included: as many of the first of them as can be read. */
  readonly read: (workspace: string, from: number, to: number) => Promise<readonly RecordedEvent[]>;
  /** Shows what was told. Events come in the order of the log: none twice, none left out, none of another log. */
  readonly show: Listener;
  /** Runs something after some milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => void;
};

/** How long events may come after the answer that speaks of them, until they are read from the disk. */
export const patience = 300;
/** So often that is tried: the writer's database follows its journal within a fraction of a second. */
export const attempts = 5;
/** Of more events than the page holds, it is quicker to open the workspace again. */
const tooFar = 1000;

/** How far the log that is shown has been passed on. A log that was cut and goes on is another generation. */
type At = { readonly workspace: string; readonly generation: number; seq: number };

/**
 * The one place in which the page puts in order what it is told of a workspace. Publications come late, twice or not
 * at all: those of a workspace that is being opened wait for it, events are sorted, the missing ones are read, and
 * answers wait for the events that they speak of. When what is missing cannot be had, it has the workspace opened again.
 */
export class Feed {
  readonly #ports: FeedPorts;
  readonly #waiting = new Waiting();
  #at: At | null = null;
  /** What was told while nothing of it can be shown, because a workspace is being opened; else null. */
  #early: Publication[] | null = [];
  readonly #ahead = new Map<number, RecordedEvent>();
  /** The log is known to reach this far. */
  #known = 0;
  #isReading = false;
  /** For which opening a timer runs. */
  #timed: At | null = null;
  /** How often in a row reading brought nothing. */
  #inVain = 0;
  /** Up to where reading was given up. */
  #givenUp = 0;

  constructor(ports: FeedPorts) {
    this.#ports = ports;
  }

  /** A workspace is being opened: what is told from now on belongs behind what will be shown then. */
  opening(): void {
    this.#early ??= [];
  }

  /** This is shown now. What was told meanwhile follows. */
  opened({ workspace, generation, world }: Pick<Opened, 'workspace' | 'generation' | 'world'>): void {
    this.#at = { workspace: workspace.id, generation, seq: world.seq };
    this.#ahead.clear();
    this.#known = world.seq;
    this.#isReading = false;
    this.#goOn();
  }

  /** Nothing could be opened: what was shown before goes on. */
  notOpened(): void {
    this.#goOn();
  }

  /** Something that the engine told. */
  receive(publication: Publication): void {
    if (!('workspace' in publication)) this.#ports.show(publication);
    else if (this.#early !== null) this.#early.push(publication);
    else if (publication.workspace === this.#at?.workspace) this.#hear(publication, this.#at);
  }

  /**
   * Resolves once, when event `seq` of the workspace is shown; or when it never will be, because another workspace is
   * shown or the event can be read from nowhere.
   */
  reach(workspace: string, seq: number): Promise<void> {
    const isLeft = this.#early === null && workspace !== this.#at?.workspace;
    const isShown = this.#early === null && seq <= (this.#at?.seq ?? 0);
    if (isLeft || isShown) return Promise.resolve();
    const shown = this.#waiting.until(workspace, seq);
    this.#expect(seq);
    return shown;
  }

  #goOn(): void {
    const early = this.#early ?? [];
    this.#early = null;
    this.#inVain = 0;
    this.#waiting.stay(this.#at?.workspace ?? '');
    this.#waiting.reached(Math.max(this.#at?.seq ?? 0, this.#givenUp));
    this.#givenUp = 0;
    for (const publication of early) this.receive(publication);
    this.#expect(this.#waiting.furthest);
  }

  #hear(publication: Publication, at: At): void {
    if (publication.type === 'events' || publication.type === 'reached') {
      if (publication.generation > at.generation) this.#reopen(at);
      else if (publication.generation < at.generation) return;
      else {
        if (publication.type === 'events') this.#take(publication.events, at);
        else this.#known = Math.max(this.#known, publication.seq);
        // What was told before this has come by now: what is missing was lost, and waiting would not bring it.
        const isMissing = publication.type === 'reached' || this.#ahead.size > 0;
        if (isMissing && this.#inVain === 0) void this.#read(at);
      }
    } else if (publication.type === 'reopen') this.#reopen(at);
    else this.#ports.show(publication);
  }

  #take(events: readonly RecordedEvent[], at: At): void {
    for (const event of events) {
      if (event.seq > at.seq) this.#ahead.set(event.seq, event);
      this.#known = Math.max(this.#known, event.seq);
    }
    const ready: RecordedEvent[] = [];
    for (let next = this.#ahead.get(at.seq + 1); next !== undefined; next = this.#ahead.get(at.seq + 1)) {
      this.#ahead.delete(next.seq);
      ready.push(next);
      at.seq = next.seq;
    }
    const { workspace, generation } = at;
    if (ready.length > 0) this.#ports.show({ type: 'events', workspace, generation, events: ready });
    this.#waiting.reached(at.seq);
  }

  /** The log reaches as far as `seq`: what of it is not told in time is read. */
  #expect(seq: number): void {
    const at = this.#at;
    if (at === null || this.#early !== null) return;
    this.#known = Math.max(this.#known, seq);
    if (this.#known <= at.seq || this.#isReading || this.#timed === at) return;
    this.#timed = at;
    this.#ports.after(patience, () => {
      if (this.#timed === at) this.#timed = null;
      void this.#read(at);
    });
  }

  async #read(at: At): Promise<void> {
    const isOver = () => at !== this.#at || this.#early !== null;
    if (isOver() || this.#isReading || this.#known <= at.seq) return;
    if (this.#known - at.seq > tooFar) {
      this.#reopen(at);
      return;
    }
    this.#isReading = true;
    const { seq } = at;
    const events = await this.#ports.read(at.workspace, seq + 1, this.#known).catch(() => []);
    if (at !== this.#at) return;
    this.#isReading = false;
    if (isOver()) return;
    this.#take(events, at);
    this.#inVain = at.seq > seq ? 0 : this.#inVain + 1;
    if (this.#inVain < attempts) this.#expect(at.seq);
    else {
      this.#givenUp = this.#known;
      this.#reopen(at);
    }
  }

  /** What is shown is out of date. */
  #reopen({ workspace }: At): void {
    this.opening();
    this.#ports.show({ type: 'reopen', workspace });
  }
}
