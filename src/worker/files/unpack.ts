import type { RecordedEvent } from '../../engine/events.ts';
import type { BackupEntry } from '../../protocol/files-api.ts';
import type { PackedWorkspace, RestoredFromBackup } from '../../protocol/engine-api.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import { readTests } from '../../scenario/backed-up-tests.ts';
import type { BackedUp, Backup, ToBackUp } from '../../scenario/backup.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { readJson } from '../../scenario/read-json.ts';
import { verdictOf } from '../../scenario/verdict.ts';
import { writeScenario } from '../../scenario/write.ts';
import { eventDamage } from '../../storage/readable.ts';
import type { Engine } from '../ports.ts';

/** A workspace as a backup takes it. */
export const toBackUp = ({ scenario, events, tests, ...facts }: PackedWorkspace): ToBackUp => ({
  facts,
  scenario: writeScenario(scenario),
  events,
  tests,
});

type Unpacked =
  | { readonly workspace: RestoredFromBackup; readonly problem?: never }
  | { readonly problem: FileProblem; readonly workspace?: never };

/**
 * A workspace of a backup with the events that are stored in it: nothing runs. They are taken when they are those that the
 * hashes of the scenario tell, and when they fold.
 */
export function unpack(engine: Engine, backup: Backup, of: BackedUp): Unpacked {
  const texts = backup.texts(of);
  if (texts === null) return failed(of, 'it is damaged or not all there.');
  const parsed = parseScenario(texts.scenario);
  if (!parsed.ok) return failed(of, parsed.problems[0]?.message ?? 'its scenario cannot be read.');
  const tests = texts.tests === undefined ? [] : readTests(texts.tests);
  if (tests === null) return failed(of, 'its tests cannot be read.');
  const events = readEvents(texts.events);
  if (events === null) return failed(of, 'its events cannot be read.');
  const { scenario } = parsed;
  const steps = stepsOf(scenario, events, of.refusals);
  const last = steps.at(-1)?.seq ?? 0;
  if (
    last !== events.length ||
    verdictOf(scenario, steps).kind === 'differs' ||
    !folds(engine, scenario, events)
  )
    return failed(of, 'its events are not those of its scenario.');
  const { description, made, tags, bookmarks, opening = 0, world, rules } = scenario;
  const { name, createdAt, openedAt, clock, parent, lesson, kept, began = 'backup' } = of;
  const about = { description, made, tags, bookmarks, rules };
  const played = { name, began, about, world, steps, openingSteps: opening, tests };
  return {
    workspace: {
      ...played,
      createdAt,
      openedAt,
      clock,
      ...(kept === undefined ? {} : { kept }),
      ...(parent === undefined ? {} : { parent }),
      ...(lesson === undefined ? {} : { lesson }),
    },
  };
}

const failed = ({ folder }: BackedUp, message: string): Unpacked => ({ problem: { path: folder, message } });

/** The events in lines, each checked; null where one is none or they do not follow on each other. */
function readEvents(pieces: readonly string[]): RecordedEvent[] | null {
  const events: RecordedEvent[] = [];
  for (const piece of pieces) {
    const lines = piece.split('\n').filter((line) => line !== '');
    const read = readJson(`[${lines.join(',')}]`);
    if (!read.ok || !Array.isArray(read.value)) return null;
    for (const event of read.value as unknown[]) {
      if (eventDamage(event, events.length + 1) !== null) return null;
      events.push(event as RecordedEvent);
    }
  }
  return events;
}

function stepsOf(
  { steps }: ScenarioFile,
  events: readonly RecordedEvent[],
  refusals: BackedUp['refusals'],
): PlayedStep[] {
  let at = 0;
  return steps.map(({ hash: _hash, at: moment = '+0ms', ...said }, index) => {
    const step = index + 1;
    const begins = at;
    while (events[at]?.step === step) at++;
    const refused = refusals[String(step)] as PlayedStep['refused'];
    return {
      ...said,
      step,
      command: `backup ${String(step)}`,
      at: moment,
      seq: at,
      ...(refused === undefined ? {} : { refused }),
      events: events.slice(begins, at),
    } as PlayedStep;
  });
}

function folds(engine: Engine, { world }: ScenarioFile, events: readonly RecordedEvent[]): boolean {
  try {
    events.reduce(engine.fold, engine.createWorld(world));
    return true;
  } catch {
    return false;
  }
}

/** What is in a backup, for whoever decides whether to restore it. */
export function entriesOf(engine: Engine, backup: Backup): readonly BackupEntry[] {
  return backup.workspaces.map((one): BackupEntry => {
    const { workspace, problem } = unpack(engine, backup, one);
    const { id, name } = one;
    if (workspace === undefined) return { id, name, steps: 0, sessions: 0, messages: 0, problem };
    const events = workspace.steps.flatMap((step) => step.events);
    const count = (type: RecordedEvent['type']) => events.filter((event) => event.type === type).length;
    const counts = { sessions: count('session.created'), messages: count('message.saved') };
    return { id, name, steps: workspace.steps.length, ...counts, problem: null };
  });
}
