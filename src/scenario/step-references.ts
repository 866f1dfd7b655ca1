import { lastInstant } from '../engine/numbers.ts';
import type { Input } from '../engine/inputs.ts';
import type { ScenarioFile, ScenarioStep } from './format.ts';
import { pathText, problemLimit } from './problem.ts';
import type { FileProblem } from './problem.ts';
import { parseInstant, parseMoment } from './time.ts';

/** What exists when a step is taken: what the world brought and what earlier steps saved. */
type Known = {
  readonly agents: Set<number>;
  readonly channels: Set<number>;
  sessions: number;
  /** Where the clock stands: nothing moves it but `at` and `clock.advances`. Null when it starts nowhere. */
  now: number | null;
};

/**
 * Steps name agents and channels that exist, and sessions that can exist by then. A step that expects
 * to be refused may name what it likes: that may be why.
 */
export function stepProblems({ world, steps }: ScenarioFile): FileProblem[] {
  const known: Known = {
    agents: new Set((world.agents ?? []).map(({ id }) => id)),
    channels: new Set((world.channels ?? []).map(({ id }) => id)),
    sessions: 0,
    now: parseInstant(world.startsAt),
  };
  const problems: FileProblem[] = [];
  steps.forEach((step, index) => {
    if (problems.length >= problemLimit) return;
    problems.push(...timeProblems(step.at, index, known));
    if (!mayBeRefused(step)) problems.push(...inputProblems(step.input, index, known));
    learn(step.input, known);
  });
  return problems;
}

const mayBeRefused = (step: ScenarioStep): boolean =>
  (step.expect ?? []).some((entry) => 'refused' in entry && entry.refused !== false);

/** Moves the clock to `at`, as a replay will, or says why it cannot go there (rulings 14). */
function timeProblems(at: string | undefined, index: number, known: Known): FileProblem[] {
  if (at === undefined || known.now === null) return [];
  const to = parseMoment(at, known.now);
  const isTimely = to !== null && to >= known.now;
  const message = to === null ? noSuchMoment(at) : isPast(known.now);
  if (isTimely) known.now = to;
  return isTimely ? [] : [{ path: pathText(['steps', index, 'at']), message }];
}

const beyond = 'That is beyond the end of the year 9999, where the clock ends. Give a smaller step.';

const isTooFar = (by: number, { now }: Known): boolean => now !== null && now + by > lastInstant;

const noSuchMoment = (at: string): string =>
  at.startsWith('+') ? beyond : 'There is no such moment in the calendar of the years 1 to 9999.';

const isPast = (now: number): string =>
  `That is in the past: the clock stands at ${new Date(now).toISOString()} by this step. Give a later instant, or an offset such as "+5s".`;

function inputProblems(input: Input, index: number, known: Known): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (field: string | readonly string[], message: string) => {
    problems.push({ path: pathText(['steps', index, 'input', ...[field].flat()]), message });
  };
  const agents = 'agent' in input && typeof input.agent === 'number' && !input.type.startsWith('admin.');
  if (agents && !known.agents.has(input.agent)) report('agent', noSuch('agent', input.agent));
  if (input.type === 'agent.transfers' && !known.agents.has(input.to))
    report('to', noSuch('agent', input.to));
  if (input.type === 'customer.connects' && !known.channels.has(input.channel)) {
    report('channel', noSuch('channel', input.channel));
  }
  if (input.type === 'clock.advances' && isTooFar(input.by, known)) report('by', beyond);
  if (input.type === 'admin.registersBot' && !known.channels.has(input.channel))
    report('channel', noSuch('channel', input.channel));
  if (input.type === 'admin.savesQuickReply') {
    const { agent } = input.quickReply;
    if (agent !== undefined && agent > 0 && !known.agents.has(agent))
      report(['quickReply', 'agent'], noSuch('agent', agent));
  }
  if ('session' in input && input.session !== undefined && input.session > known.sessions) {
    report('session', startedSoFar(known.sessions));
  }
  return problems;
}

function startedSoFar(sessions: number): string {
  if (sessions === 0) return 'No session has been started by this step.';
  if (sessions === 1) return 'Only 1 session has been started by this step, and that is number 1.';
  return `Only ${String(sessions)} sessions have been started by this step. They are numbered from 1.`;
}

const noSuch = (kind: string, id: number): string =>
  `There is no ${kind} ${String(id)} by this step. Add it to the world, or name one that is there.`;

function learn(input: Input, known: Known): void {
  if (input.type === 'customer.connects') known.sessions++;
  if (input.type === 'clock.advances' && known.now !== null && !isTooFar(input.by, known))
    known.now += input.by;
  if (input.type === 'admin.savesAgent') known.agents.add(input.agent.id);
  if (input.type === 'admin.savesChannel') known.channels.add(input.channel.id);
}
