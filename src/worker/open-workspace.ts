import type { Answer, Opened } from '../protocol/engine-api.ts';
import type { World } from '../engine/world.ts';
import type { Fence } from '../storage/log.ts';
import { Alarm } from './clock/alarm.ts';
import { Calls } from './write/calls.ts';
import type { Driver } from './crowd/driver.ts';
import type { LiveClock } from './clock/live-clock.ts';
import { claim, leave, load, type WorkspaceOptions } from './write/claim-log.ts';
import type { StoredLog } from '../storage/rows.ts';
import { Leadership } from './tabs/leadership.ts';
import {
  nothingKept,
  readKept,
  unsentTexts,
  type KeptForDebugger,
  type KeptInput,
} from './debugging/kept.ts';
import { StandingStep } from './debugging/standing-step.ts';
import { Lead } from './tabs/lead.ts';
import type { Loaded } from './write/load-world.ts';
import type { HeldLock } from './ports.ts';
import { Preparation } from './scripts/preparation.ts';
import { corruptProblem, notOpenProblem, storageProblem } from './problems.ts';
import type { Call, TabStatus, TabMessage } from './tabs/tab-messages.ts';
import { retryEvery, WriteFailure } from './write/write-failure.ts';
import { WorkspaceView } from './workspace-view.ts';

/** A tab that only looks on waits no longer than this, in milliseconds, before it reads what there is. */
const longestSettling = 1000;

/**
 * One workspace that the page has open. The tab that holds its lock writes; any other is a view: it passes on
 * what the writer says, sends calls to the writer until they are answered, and takes over when the writer goes.
 * What a page was not told, its feed reads from the disk.
 */
export class OpenWorkspace {
  readonly #options: WorkspaceOptions;
  readonly #calls = new Calls();
  readonly #leadership: Leadership;
  readonly #view: WorkspaceView;
  readonly #alarm: Alarm;
  #driver: Driver | null = null;
  #lead: Lead | null = null;
  #hasLeft = false;
  /** The lock, as long as this tab has it and has claimed nothing yet. */
  #held: HeldLock | null = null;
  #claiming: Promise<void> | null = null;
  /** When it was opened here, in milliseconds since 1970, until the claim has noted that. */
  #openedAt: number | undefined;
  /** As it was read last, until the page was given it. */
  #loaded: Loaded | null;
  /** As this tab last read it: newer where this tab writes. */
  #world: World;
  readonly #trouble: WriteFailure;
  readonly #preparation: Preparation;
  /** What has steps wait, and the step that does. */
  readonly standingStep: StandingStep;

  private constructor(
    options: WorkspaceOptions,
    leadership: Leadership,
    loaded: Loaded,
    kept: KeptForDebugger,
  ) {
    const { ports, log, id: workspace, tell } = options;
    const { engine } = ports;
    this.#options = options;
    const changed = (standing: TabStatus['waiting']) => {
      tell({ type: 'waits', workspace, waits: standing?.waits ?? null });
      this.#view.sayClock();
      if (this.writes) options.stands();
    };
    const asksServices = () => options.asksServices('any');
    this.standingStep = new StandingStep({ engine, log, workspace, changed, asksServices }, kept);
    this.#preparation = new Preparation(ports, options.loadFile, () => this.standingStep.prepare());
    this.#leadership = leadership;
    this.#loaded = loaded;
    this.#world = loaded.world;
    this.#view = new WorkspaceView(ports, options.tell, loaded);
    const { clock } = this.#view;
    this.#trouble = new WriteFailure({
      timers: ports.timers,
      tell: options.trouble,
      // The clock as it stands, written once more, changes nothing.
      probe: () => (this.#lead === null ? null : options.log.setClock(this.#lead.fence, clock.state)),
    });
    this.#alarm = new Alarm(
      ports.timers,
      clock,
      () => this.#due(),
      () => void this.#runDue(),
    );
  }

  /**
   * Resolves as soon as there is something to show: a tab that is to write has the lock, and claims it once the page has drawn what was
   * read. @throws StorageError when there is no such workspace or it cannot be read
   */
  static async open(
    options: WorkspaceOptions,
    stored: Promise<StoredLog | undefined>,
    drafts: Promise<Readonly<Record<string, string>>>,
  ): Promise<OpenWorkspace> {
    const leadership: Leadership = new Leadership(options.ports, options.id, async (held) => {
      await workspace.#takeOver(held);
    });
    const reading = readKept(options.log, options.id, drafts).catch(() => nothingKept);
    const loading = load(options, stored);
    loading.catch(() => undefined); // it is awaited below
    const held = await leadership.tryToTake();
    let workspace: OpenWorkspace;
    try {
      // Whoever claims it notes that by the way.
      if (held === null) await options.log.touch(options.id, options.ports.wall()).catch(() => undefined);
      const loaded = await loading;
      workspace = new OpenWorkspace(options, leadership, loaded, await reading);
      if (held === null) {
        workspace.#watch(loaded);
      } else {
        workspace.#keep(held);
        // Whoever writes mends it.
        if (loaded.damage !== null) await workspace.claimed();
      }
    } catch (error) {
      held?.release();
      throw error;
    }
    return workspace;
  }

  get id(): string {
    return this.#options.id;
  }

  get writes(): boolean {
    return this.#lead !== null;
  }

  get standing(): TabStatus {
    const { seq, generation, clock } = this.#view;
    const epoch = this.#lead?.fence.epoch ?? 0;
    const now = clock.now();
    const { writes } = this;
    const waiting = writes ? this.standingStep.standing : null;
    const asksServices = this.#options.asksServices('own');
    const stands = { workspace: this.id, writes, epoch, generation, seq, now, waiting, asksServices };
    return { ...stands, clock: clock.state };
  }

  /** The workspace for the page to begin with, or to begin with again. @throws StorageError when it cannot be read. */
  async opened(drafts: Readonly<Record<string, string>>): Promise<Opened> {
    if (this.#loaded === null) await this.settled();
    const loaded = this.#loaded ?? (await load(this.#options));
    this.#loaded = null;
    this.#world = loaded.world;
    const waits = this.standingStep.standing?.waits ?? null;
    return this.#view.opened(loaded, unsentTexts(drafts), waits);
  }

  /** This tab leads where it has the lock, which it may have been given before its page had drawn anything. */
  async claimed(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held !== null) this.#claiming = this.#leadership.take(held);
    await this.#claiming;
  }

  /** Has something done, here or by the tab that writes. Answered once it is on disk, however long that takes. */
  ask(call: Call): Promise<Answer> {
    return this.#calls.wait(call, () => {
      this.#push(call);
    });
  }

  /** What was acknowledged lies where this tab reads it, unless the one that writes does not answer in time. */
  async settled(): Promise<void> {
    const { send, ports } = this.#options;
    // What only its journal has comes with the claim.
    if (this.#held !== null) await this.claimed();
    if (this.writes || send === null) return; // the log sees to it
    let cancel = () => {};
    const late = new Promise<void>((resolve) => {
      cancel = ports.timers.after(longestSettling, resolve);
    });
    await Promise.race([this.ask({ id: ports.newId(), kind: 'settle' }), late]);
    cancel();
  }

  /** The world as the log has it now. @throws StorageError when it cannot be read */
  async worldNow(): Promise<World> {
    if (this.#lead !== null) return this.#lead.writer.world;
    await this.settled();
    return (await load(this.#options)).world;
  }

  /** Something that another tab said. */
  receive(message: TabMessage): void {
    if (message.type === 'answered' && message.tab === this.#options.tab) {
      this.#leadership.heard();
      this.#calls.settle(message.id, message.answer);
    } else if (
      message.type === 'call' &&
      message.workspace === this.id &&
      (this.writes || this.#held !== null)
    ) {
      void this.#serve(message);
    } else if (message.type === 'events' && message.workspace === this.id && !this.writes) {
      this.#leadership.heard();
      this.#view.see(message);
    } else if (
      message.type === 'here' &&
      message.standing?.workspace === this.id &&
      message.standing.writes
    ) {
      this.#compare(message.standing);
    }
  }

  /** To be called every second: keeps the clock going, sends again what is not answered, misses the writer. */
  beat(): void {
    this.#view.clock.now();
    if (this.#lead !== null) {
      this.standingStep.beat(this.#lead.writer);
      return;
    }
    if (this.#held !== null) void this.claimed();
    else if (this.#leadership.misses()) this.#leadership.takeOver();
    else for (const call of this.#calls.waiting) this.#push(call);
  }

  /** Lets somebody act by the clock from now on, or nobody (null). False where another tab writes. */
  drive(make: ((world: World, clock: LiveClock) => Driver) | null): boolean {
    const lead = this.#lead;
    this.#driver = lead === null || make === null ? null : make(lead.writer.world, this.#view.clock);
    if (lead !== null) this.#alarm.arm();
    return lead !== null;
  }

  #due(): number | null {
    if (this.#lead === null) return null;
    const { world } = this.#lead.writer;
    return this.#driver === null ? this.#options.ports.engine.nextTimer(world) : this.#driver.due(world);
  }

  async #runDue(): Promise<void> {
    const lead = this.#lead;
    if (lead === null) return;
    if (this.#driver === null) await lead.runDue();
    else if (await lead.isPrepared()) {
      await this.#driver.run(lead.writer);
      this.#alarm.arm();
    }
  }

  /** Loads what the next input will need; whether that worked shows when there is one. */
  async makeReady(): Promise<void> {
    await this.claimed();
    await this.#preparation.start(this.#lead?.writer.world ?? this.#world);
  }

  /** Writes what was taken and leaves the workspace to other tabs. */
  async close(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held !== null) {
      // Nobody claims it any more, who would have noted that.
      await this.#options.log.touch(this.id, this.#openedAt ?? 0).catch(() => undefined);
      held.release();
    }
    await this.#leadership.close();
    this.#alarm.stop();
    this.#trouble.stop();
    const lead = this.#lead;
    await lead?.writer.stop();
    this.#lead = null;
    if (lead !== null) await leave(this.#options, lead);
    this.#hasLeft = true;
    for (const { id } of this.#calls.waiting)
      this.#calls.settle(id, { kind: 'failed', problem: notOpenProblem() });
  }

  #push(call: Call): void {
    const { send, tab } = this.#options;
    if (this.#lead !== null) void this.#run(this.#lead, call);
    else if (this.#held !== null) void this.claimed();
    else if (send !== null) send({ type: 'call', tab, workspace: this.id, call });
    else this.#leadership.takeOver();
  }

  async #run(lead: Lead, call: Call): Promise<void> {
    const answer = await lead.run(call);
    if (answer !== null) this.#calls.settle(call.id, answer);
    else if (this.#lead !== lead && this.#calls.has(call.id)) this.#push(call);
  }

  async #serve({ tab, call }: Extract<TabMessage, { type: 'call' }>): Promise<void> {
    const answer = await this.ask(call);
    // Whoever leaves decides nothing: the other tab asks the one that writes next.
    if (this.#hasLeft) return;
    this.#options.send?.({ type: 'answered', tab, id: call.id, answer });
  }

  #compare(theirs: TabStatus): void {
    if (this.#lead === null) {
      this.#leadership.heard();
      this.#view.follow(theirs);
      this.standingStep.follow(theirs.waiting);
    } else if (theirs.epoch > this.#lead.fence.epoch) {
      this.#demote();
    }
  }

  #watch(loaded: Loaded): void {
    const { damage, seq } = loaded;
    // Its writer will see to it.
    if (damage !== null) this.#trouble.report(corruptProblem(damage, seq, false));
    this.#leadership.follow();
  }

  /** Keeps the lock for the claim, which is also that somebody has opened it. */
  #keep(held: HeldLock): void {
    this.#held = held;
    this.#openedAt = this.#options.ports.wall();
    void held.stolen.then(() => {
      if (this.#held !== held) return;
      this.#held = null;
      this.#leadership.follow();
    });
  }

  async #takeOver(held: HeldLock): Promise<void> {
    if (this.writes) {
      held.release();
      return;
    }
    try {
      const { fence, loaded } = await claim(this.#options, this.#openedAt);
      this.#openedAt = undefined;
      const kept = await readKept(this.#options.log, this.id).catch(() => null);
      // Others may have changed them since it was read.
      if (kept !== null) this.standingStep.change(kept.settings);
      this.#view.reread(loaded);
      this.#view.followClock(loaded.workspace.clock);
      if (this.#loaded !== null) this.#loaded = loaded;
      this.#write(held, fence, loaded, kept?.waiting ?? null);
      if (this.#trouble.is) this.#trouble.report(null);
    } catch (error) {
      this.#trouble.report(storageProblem(error));
      throw error;
    }
  }

  /** Becomes the writer: from the claim on, the writes of any earlier one fail. */
  #write(held: HeldLock, fence: Fence, loaded: Loaded, waiting: KeptInput | null): void {
    const { hung } = this.#options;
    const { clock } = this.#view;
    clock.notBefore(Math.max(loaded.world.now, hung.reached, waiting?.at ?? 0));
    hung.reached = 0;
    const lead = new Lead(
      {
        options: this.#options,
        view: this.#view,
        preparation: this.#preparation,
        trouble: this.#trouble,
        standingStep: this.standingStep,
        fence,
        held,
        moved: () => {
          this.#alarm.arm(this.#trouble.is ? retryEvery : 0);
        },
        fenced: () => {
          this.#demote();
        },
      },
      loaded,
    );
    this.#lead = lead;
    // What the tab before said that waits does so here when this one has taken it, if it stops again.
    this.standingStep.waits(null);
    void held.stolen.then(() => {
      if (this.#lead === lead) this.#demote();
    });
    this.#alarm.arm();
    this.#options.stands();
    this.#options.leads();
    if (waiting !== null) void lead.askAgain(waiting);
    for (const call of this.#calls.waiting) this.#push(call);
  }

  #demote(): void {
    const former = this.#lead;
    if (former === null) return;
    this.#lead = null;
    this.#driver = null;
    former.writer.abandon();
    void leave(this.#options, former);
    this.#alarm.stop();
    this.#leadership.follow();
    this.#options.stands();
  }
}
