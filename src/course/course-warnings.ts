import type { Input } from '../engine/inputs.ts';
import { ownFields } from '../scenario/event-line.ts';
import type { EventPattern, ScenarioFile } from '../scenario/format.ts';
import { nearest } from '../scenario/likeness.ts';
import type { FileProblem } from '../scenario/problem.ts';
import { addressProblem } from './addresses.ts';
import { beginsAs } from './begins-as.ts';
import { phasesOf } from './check-phases.ts';
import { expectationsOf, type Check, type CheckExpectation, type CourseFile, type Lesson } from './course.ts';

/**
 * What of a course cannot be as it is meant, each with its path: a check that can never hold, a solution that is one of another lesson,
 * an address that names nothing. The course can be done all the same.
 */
export function courseWarnings({ lessons }: CourseFile): readonly FileProblem[] {
  if (lessons.length === 0) return [{ path: 'lessons', message: 'The course has no lessons yet.' }];
  return lessons.flatMap((lesson, index) => lessonWarnings(lesson, `lessons[${String(index)}]`));
}

function lessonWarnings(lesson: Lesson, path: string): readonly FileProblem[] {
  const { checks, locked = [], seed, start, solution } = lesson;
  const none =
    checks.length === 0
      ? [{ path: `${path}.checks`, message: 'A lesson without checks is never passed.' }]
      : [];
  const addresses = locked.flatMap((address, index) => {
    const message = addressProblem(address, seed.world);
    return message === null ? [] : [{ path: `${path}.locked[${String(index)}]`, message }];
  });
  const other = solution === undefined ? null : beginsAs(solution, seed, start);
  const begins =
    other === null
      ? []
      : [
          {
            path: `${path}.solution${other === 'world' ? '.world' : `.steps[${String(other)}]`}`,
            message: 'The solution does not begin as the lesson does. Play it anew from the lesson’s start.',
          },
        ];
  return [
    ...none,
    ...addresses,
    ...begins,
    ...neverTogether(checks, path),
    ...checks.flatMap((check, index) => checkWarnings(check, lesson, `${path}.checks[${String(index)}]`)),
  ];
}

/** What may not come passes with the last of the others: nothing can begin after it, and it needs others. */
function neverTogether(checks: readonly Check[], path: string): readonly FileProblem[] {
  const isLast = ({ expect, within }: Check) =>
    within === undefined && phasesOf(expectationsOf({ expect })).guards.length > 0;
  const found = checks.flatMap(({ from }, index): readonly FileProblem[] => {
    const before = checks.find(({ name }) => name === from);
    if (before === undefined || !isLast(before)) return [];
    const message = `“${before.name}” passes only with the last of the other checks, so nothing comes after it. Give it a “within”, or name another check.`;
    return [{ path: `${path}.checks[${String(index)}].from`, message }];
  });
  const isAlone =
    checks.length > 0 &&
    checks.every((check) => isLast(check) && phasesOf(expectationsOf(check)).phases.length === 0);
  const message =
    'Nothing but what may not come is checked, so the lesson has no end. Add a check of something that is to come, or give one a “within”.';
  return isAlone ? [...found, { path: `${path}.checks`, message }] : found;
}

function checkWarnings(check: Check, lesson: Lesson, path: string): readonly FileProblem[] {
  const isList = Array.isArray(check.expect);
  return expectationsOf(check).flatMap((entry, index) =>
    neverHolds(entry, lesson).map(([field, message]) => ({
      path: `${path}.expect${isList ? `[${String(index)}]` : ''}.${field}`,
      message: `This can never hold: ${message}`,
    })),
  );
}

type Never = readonly [field: string, message: string];

/** Why an expectation can never hold in a lesson. */
function neverHolds(entry: CheckExpectation, { seed, start, solution }: Lesson): readonly Never[] {
  if ('covered' in entry) {
    const { script } = entry.covered as { readonly script: number };
    const scripts = scriptsIn(solution ?? seed);
    return scripts.has(script) || scriptsIn(seed).has(script)
      ? []
      : [['covered.script', `the seed has no script ${String(script)}.`]];
  }
  if ('event' in entry) return ofPattern(entry as EventPattern, '', { seed, start, solution });
  if ('no' in entry) return ofPattern(entry.no as EventPattern, 'no.', { seed, start, solution });
  const found: Never[] = [];
  if ('visible' in entry) {
    const { to, shows, session } = entry.visible as { to: string; shows?: string; session?: number };
    if (to === 'agent' && shows !== undefined)
      found.push([
        'visible.shows',
        'only a customer’s window shows forms and screens. Say "to": "customer".',
      ]);
    found.push(...ofSession(session, 'visible.session', { seed, start, solution }));
  }
  if ('webhook' in entry) {
    const { id } = entry.webhook as { id?: unknown };
    const webhooks = new Set((seed.world.webhooks ?? []).map((one) => one.id));
    const saved = savedIn(solution).flatMap((input) =>
      input.type === 'admin.savesWebhook' ? [input.webhook.id] : [],
    );
    if (typeof id === 'number' && !webhooks.has(id) && !saved.includes(id))
      found.push(['webhook.id', `the seed has no webhook ${String(id)}.`]);
  }
  if ('status' in entry) found.push(...ofSession(entry.session, 'session', { seed, start, solution }));
  else if ('session' in entry)
    found.push(...ofSession((entry.session as { id?: unknown }).id, 'session.id', { seed, start, solution }));
  return found;
}

function ofPattern(
  pattern: EventPattern,
  prefix: string,
  lesson: Pick<Lesson, 'seed' | 'start' | 'solution'>,
): readonly Never[] {
  const known = Object.keys(ownFields);
  if (!known.includes(pattern.event)) {
    const near = nearest(pattern.event, known);
    return [
      [
        `${prefix}event`,
        `there is no event “${pattern.event}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
      ],
    ];
  }
  return ofSession(pattern['session'], `${prefix}session`, lesson);
}

/** People may begin as many sessions as they like; but one that the solution never comes to is a mistake. */
function ofSession(
  session: unknown,
  field: string,
  { solution, seed, start }: Pick<Lesson, 'seed' | 'start' | 'solution'>,
): readonly Never[] {
  if (typeof session !== 'number') return [];
  if (!Number.isInteger(session) || session < 1) return [[field, 'sessions are numbered from 1.']];
  if (solution === undefined) return [];
  const there = Math.max(connectsIn(solution.steps), connectsIn(seed.steps.slice(0, start)));
  return session <= there
    ? []
    : [
        [
          field,
          `the solution comes to ${String(there)} ${there === 1 ? 'session' : 'sessions'} only, not to number ${String(session)}.`,
        ],
      ];
}

const connectsIn = (steps: ScenarioFile['steps']): number =>
  steps.filter(({ input }) => input.type === 'customer.connects').length;

const savedIn = (file: ScenarioFile | undefined): readonly Input[] =>
  (file?.steps ?? []).map(({ input }) => input);

/** The numbers of the scripts of a world, and of those that are saved on the way. */
function scriptsIn({ world, steps }: ScenarioFile): ReadonlySet<number> {
  const folders = [
    ...(world.folders ?? []),
    ...steps.flatMap(({ input }) => (input.type === 'admin.savesFolder' ? [input.folder] : [])),
  ];
  const saved = steps.flatMap(({ input }) => (input.type === 'admin.savesScript' ? [input.script.id] : []));
  return new Set([...folders.flatMap(({ scripts = [] }) => scripts.map(({ id }) => id)), ...saved]);
}
