import type { RecordedEvent } from './events.ts';
import { onlineMemory, onlineRunTime } from './online-limits.ts';

/** What one run of a script cost, as its events tell. */
export type RunUsage = {
  /** The event that it started with, and the one that it ended with. */
  readonly seq: number;
  readonly end: number;
  readonly script: number;
  readonly failed: boolean;
  readonly statements: number;
  /** Calls of other services. */
  readonly calls: number;
  /** Milliseconds of `sleep` and of mocks' answers: nothing else takes time in a rehearsal. */
  readonly took: number;
  /** Bytes that its values took, at most; 0 is little. */
  readonly memory: number;
};

/** Something that a run uses up, and how much of it there is. */
export type LimitUsage = {
  readonly of: 'time' | 'memory' | 'statements';
  readonly used: number;
  readonly limit: number;
  /** Whose limit it is: SuperOffice Online's, or this program's own. */
  readonly whose: 'online' | 'own';
};

/** What a run used of what there are limits for (crm §1, rulings 40; statements: rulings 1). */
export const limitsOf = (
  run: Pick<RunUsage, 'took' | 'memory' | 'statements'>,
  statementBudget: number,
): readonly LimitUsage[] => [
  { of: 'time', used: run.took, limit: onlineRunTime, whose: 'online' },
  { of: 'memory', used: run.memory, limit: onlineMemory, whose: 'online' },
  { of: 'statements', used: run.statements, limit: statementBudget, whose: 'own' },
];

/** How near a limit is: up to half of it nobody minds, above nine tenths it is nearly reached. */
export const nearness = ({
  used,
  limit,
}: Pick<LimitUsage, 'used' | 'limit'>): 'far' | 'near' | 'very-near' =>
  used > limit * 0.9 ? 'very-near' : used > limit * 0.5 ? 'near' : 'far';

/** The runs that came to an end in some events, in the order of their ends. */
export function runUsages(events: readonly RecordedEvent[]): readonly RunUsage[] {
  const open = new Map<number, number>();
  const runs: RunUsage[] = [];
  for (const event of events) {
    if (event.type === 'script.started') open.set(event.seq, 0);
    if (event.type === 'http.called' && open.has(event.cause))
      open.set(event.cause, (open.get(event.cause) ?? 0) + 1);
    if (event.type !== 'script.finished' && event.type !== 'script.failed') continue;
    const { statements, took = 0, memory = 0, script, seq: end, cause } = event;
    const calls = open.get(cause) ?? 0;
    open.delete(cause);
    const failed = event.type === 'script.failed';
    runs.push({ seq: cause, end, script, failed, statements, calls, took, memory });
  }
  return runs;
}

/** The most that the runs of one script used of each, and how many runs there were. */
export type WorstUsage = Omit<RunUsage, 'seq' | 'end' | 'failed'> & {
  readonly runs: number;
  /** The end of the run that came nearest to a limit. */
  readonly end: number;
};

/** The worst of each script, those nearest to a limit first. */
export function worstOf(runs: readonly RunUsage[], statementBudget: number): readonly WorstUsage[] {
  const share = (run: RunUsage): number =>
    Math.max(...limitsOf(run, statementBudget).map(({ used, limit }) => used / limit));
  const worst = new Map<number, WorstUsage & { readonly share: number }>();
  for (const run of runs) {
    const known = worst.get(run.script);
    const own = share(run);
    const isWorse = known === undefined || own > known.share;
    worst.set(run.script, {
      script: run.script,
      runs: (known?.runs ?? 0) + 1,
      statements: Math.max(known?.statements ?? 0, run.statements),
      calls: Math.max(known?.calls ?? 0, run.calls),
      took: Math.max(known?.took ?? 0, run.took),
      memory: Math.max(known?.memory ?? 0, run.memory),
      end: isWorse ? run.end : known.end,
      share: isWorse ? own : known.share,
    });
  }
  return [...worst.values()]
    .sort((a, b) => b.share - a.share || a.script - b.script)
    .map(({ share: _, ...rest }) => rest);
}
