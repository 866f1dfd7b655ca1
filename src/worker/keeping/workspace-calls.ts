import { worldToJson } from '../../engine/world-json.ts';
import type { EngineApi, PlayedScenario, ServiceError } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import { snapshotFormat, type NewWorkspace, type WorkspaceRow } from '../../storage/rows.ts';
import { isLasting } from '../../storage/lasting-drafts.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { aboutUpTo } from './about-up-to.ts';
import { carrySettings } from '../debugging/kept.ts';
import { freeName, shortened } from './free-name.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { sampleMissing } from '../problems.ts';
import { packWorkspace } from './pack-workspace.ts';
import { recordScenario } from './record-scenario.ts';
import { forgetScriptFolder } from './script-folders.ts';
import { createSample } from './samples.ts';
import { startOver } from './start-over.ts';
import type { TabMessage } from '../tabs/tab-messages.ts';
import { Moments } from '../past/moments.ts';
import { stepMarks } from '../write/step-marks.ts';
import { tellStory } from '../past/tell-story.ts';
import { workspaceOf } from './workspace-of.ts';

/** A deleted workspace can be put back for ten seconds; then it is thrown away, a little later than that. */
const goneAfter = 12_000;

export type WorkspaceCallsOptions = {
  readonly ports: Ports;
  /** The log with what the browser had lost of it. */
  readonly log: () => Promise<Log>;
  readonly loadFile: LoadFile;
  /** Resolves when what was acknowledged of a workspace lies in the log. */
  readonly settled: (workspace: string) => Promise<void>;
  readonly isOpen: (workspace: string) => boolean;
  readonly send: (message: TabMessage) => void;
  readonly problemOf: (error: unknown) => ServiceError;
};

/** What is done with workspaces as a whole, whether or not they are open. */
export type WorkspaceCalls = Pick<
  EngineApi,
  | 'details'
  | 'createPlayed'
  | 'createSample'
  | 'copy'
  | 'startOver'
  | 'rename'
  | 'remove'
  | 'putBack'
  | 'scenario'
  | 'pack'
  | 'restore'
  | 'steps'
  | 'story'
  | 'momentAt'
  | 'stepMarks'
  | 'bookmark'
  | 'tests'
  | 'saveTests'
  | 'deleteTests'
> & {
  /** Throws away what was deleted earlier; to be called when the log is open. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => void;
};

export function createWorkspaceCalls(options: WorkspaceCallsOptions): WorkspaceCalls {
  const { ports, log, loadFile, settled, isOpen, send, problemOf } = options;
  const moments = new Moments(ports.engine);
  let stopWaiting = () => {};

  const problem = (error: unknown) => ({ problem: problemOf(error) });

  /** What was made, or why not. */
  async function made(make: (from: Log) => Promise<WorkspaceRow>) {
    try {
      return workspaceOf(await make(await log()));
    } catch (error) {
      return problem(error);
    }
  }

  /** Null, or why it was not done. */
  async function done(work: (from: Log) => Promise<void>): Promise<ServiceError | null> {
    try {
      await work(await log());
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** What the log says of a workspace once all of it lies there; `otherwise` where it cannot be read. */
  async function told<T>(workspace: string, ask: (from: Log) => Promise<T>, otherwise: T): Promise<T> {
    try {
      const from = await log();
      await settled(workspace);
      return await ask(from);
    } catch {
      return otherwise;
    }
  }

  async function createOf(
    from: Log,
    { name, world, steps, began, about, openingSteps, parent, tests, lesson }: PlayedScenario,
    kept: Omit<NewWorkspace, 'name'>,
  ): Promise<WorkspaceRow> {
    ports.engine.createWorld(world);
    const said = {
      began,
      openingSteps,
      ...(about === undefined ? {} : { about }),
      ...(parent === undefined ? {} : { parent }),
      ...(lesson === undefined ? {} : { lesson }),
    };
    const free = await freeName(from, name, kept.id);
    return from.create({ ...kept, ...said, name: free }, world, steps, tests);
  }

  async function copyOf(
    from: Log,
    workspace: string,
    { began, name, upToStep }: Parameters<EngineApi['copy']>[1],
    id: string,
  ): Promise<WorkspaceRow> {
    await settled(workspace);
    const row = (await from.workspaces()).find((one) => one.id === workspace);
    if (row === undefined) throw new StorageError('gone', 'There is no such workspace.');
    const last = await from.lastStep(workspace);
    const step = Math.min(upToStep ?? last, last);
    const { openingSteps, about, openedAt, lesson } = row;
    const as: NewWorkspace = {
      id,
      name: began === 'branch' ? shortened(name) : await freeName(from, name, id),
      createdAt: ports.wall(),
      began,
      // Nobody has used a copy yet: whoever comes again finds what was open, and not this.
      ...(began === 'copy' ? { openedAt: openedAt - 1 } : {}),
      ...(openingSteps === undefined ? {} : { openingSteps: Math.min(openingSteps, step) }),
      ...(began === 'branch' ? { parent: { workspace, step } } : {}),
      // Whoever goes on from another moment still does the lesson; a copy is kept for something else.
      ...(began === 'branch' && lesson !== undefined ? { lesson } : {}),
      ...(about === undefined ? {} : { about: aboutUpTo(about, step) }),
    };
    const copy = await from.copy(workspace, step, as, await snapshotBefore(from, row, step, last));
    await carrySettings(from, workspace, id);
    return copy;
  }

  /** A world on the way to a step in the past, where somebody has just looked at it: else the branch has to fold all up to there. */
  async function snapshotBefore(from: Log, row: WorkspaceRow, step: number, last: number) {
    const [found] = step < last ? await from.steps(row.id, step, step) : [];
    const world = found && moments.kept(row, found.seq);
    if (world === undefined) return undefined;
    return { seq: world.seq, format: snapshotFormat, world: JSON.stringify(worldToJson(world)) };
  }

  /** Nothing that is open here goes; what another tab still holds goes once it lets go. */
  async function sweep(): Promise<void> {
    const from = await log();
    let waits = false;
    for (const { id, deletedAt = 0 } of await from.deleted()) {
      if (isOpen(id) || ports.wall() - deletedAt < goneAfter) waits = true;
      else
        await from
          .purge(id)
          .then(() => forgetScriptFolder(from, id))
          .catch(() => {
            waits = true; // another tab holds its journal
          });
    }
    if (waits) sweepLater();
  }

  function sweepLater(): void {
    stopWaiting();
    stopWaiting = ports.timers.after(goneAfter, () => void sweep().catch(() => undefined));
  }

  return {
    async details() {
      try {
        const from = await log();
        const rows = await from.workspaces();
        const found = rows.map(async (row) => ({ ...workspaceOf(row), ...(await from.census(row.id)) }));
        return await Promise.all(found);
      } catch {
        return [];
      }
    },
    createPlayed: (scenario, id = ports.newId()) =>
      made((from) => createOf(from, scenario, { id, createdAt: ports.wall() })),
    restore: ({ createdAt, openedAt, clock, kept = [], ...scenario }, id = ports.newId()) =>
      made(async (from) => {
        const row = await createOf(from, scenario, { id, createdAt, openedAt, clock });
        for (const { place, text } of kept) if (isLasting(place)) await from.saveDraft(id, place, text);
        return row;
      }),
    async pack(workspace) {
      try {
        const from = await log();
        await settled(workspace);
        return await packWorkspace(from, workspace);
      } catch (error) {
        return problem(error);
      }
    },
    async createSample(sample, id = ports.newId()) {
      try {
        const row = await createSample(ports, await log(), loadFile, sample, id);
        return row === null ? { problem: sampleMissing() } : workspaceOf(row);
      } catch (error) {
        return problem(error);
      }
    },
    copy: (workspace, how, id = ports.newId()) => made((from) => copyOf(from, workspace, how, id)),
    startOver: (workspace, id = ports.newId()) =>
      made(async (from) => {
        await settled(workspace);
        const row = await startOver(ports, from, workspace, id);
        await carrySettings(from, workspace, id);
        return row;
      }),
    rename: (workspace, name) =>
      done(async (from) => {
        const short = shortened(name);
        await from.rename(workspace, short);
        send({ type: 'renamed', workspace, name: short });
      }),
    remove: (workspace) =>
      done(async (from) => {
        await from.setDeleted(workspace, ports.wall());
        send({ type: 'removed', workspace });
        sweepLater();
      }),
    putBack: (workspace) => done((from) => from.setDeleted(workspace, null)),
    async scenario(workspace, what = 'conversation') {
      try {
        const from = await log();
        await settled(workspace);
        return await recordScenario(ports.engine, from, workspace, what);
      } catch (error) {
        return problem(error);
      }
    },
    story: (workspace, session) =>
      told(workspace, (from) => tellStory(ports.engine, from, workspace, session), null),
    steps: (workspace) => told(workspace, (from) => from.lastStep(workspace), 0),
    momentAt: (workspace, seq) => told(workspace, (from) => moments.at(from, workspace, seq), null),
    stepMarks: (workspace, first) => told(workspace, (from) => stepMarks(from, workspace, first), []),
    async bookmark(workspace, bookmark, isKept) {
      try {
        const bookmarks = await (await log()).bookmark(workspace, bookmark, isKept);
        send({ type: 'bookmarks', workspace, bookmarks });
        return bookmarks;
      } catch (error) {
        return problem(error);
      }
    },
    tests: (workspace) => told(workspace, (from) => from.tests(workspace), []),
    saveTests: (workspace, tests) =>
      done(async (from) => {
        await from.saveTests(workspace, tests);
        send({ type: 'tests', workspace });
      }),
    deleteTests: (workspace, ids) =>
      done(async (from) => {
        await from.deleteTests(workspace, ids);
        send({ type: 'tests', workspace });
      }),
    sweep,
    stop() {
      stopWaiting();
    },
  };
}
