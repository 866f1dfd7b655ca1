import { beforeEach, describe, expect, it } from 'vitest';
import type { Check, CheckState, CourseFile } from '../../../src/protocol/course-api.ts';
import type { CheckedLesson, SuggestedCheck } from '../../../src/protocol/course-files.ts';
import { isLocked, lockableIn, withLock, type Lockable } from '../../../src/ui/author/lockable.ts';
import { nextRevision, noteFirst, noteNew, noteSaved } from '../../../src/ui/author/saved-revision.ts';
import { findingsOf } from '../../../src/ui/author/test-findings.ts';
import { tickedAs, withoutTicked, withTicked } from '../../../src/ui/author/ticks.ts';
import { castOf } from '../../../src/ui/checks/cast.ts';
import { webStorage } from '../web-storage.ts';

const becomes = (to: number) => ({ event: 'session.statusChanged', session: 1, to });
const suggestion = (step: number, to: number): SuggestedCheck => ({
  ...{ step, session: 1, kind: 'passed', ticked: true },
  check: { expect: becomes(to) },
});
const cast = castOf({
  world: { startsAt: '2026-03-02T09:00:00Z' },
  steps: [{ input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } } }],
});

describe('ticking what was played', () => {
  const suggested = [suggestion(2, 6), suggestion(3, 4), suggestion(5, 7)] as const;

  it('puts checks in the order in which it happened, whichever is ticked first', () => {
    const [first, second, third] = suggested;
    const checks = [third, first, second].reduce<readonly Check[]>(
      (all, one) => withTicked(all, suggested, one, cast),
      [],
    );

    expect(checks.map(({ name }) => name)).toEqual([
      'Ada’s status becomes 6 User last',
      'Ada’s status becomes 4 In queue',
      'Ada’s status becomes 7 Finished',
    ]);
  });

  it('ticks each once, and knows one again that got another name', () => {
    const [one] = suggested;
    const checks = withTicked([], suggested, one, cast);
    const renamed = checks.map((check) => ({ ...check, name: 'The bot lets go' }));

    expect(withTicked(checks, suggested, one, cast)).toBe(checks);
    expect(tickedAs(renamed, one)?.name).toBe('The bot lets go');
    expect(withoutTicked(renamed, one)).toEqual([]);
  });
});

describe('what a lesson locks', () => {
  const group = lockableIn({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [
      { id: 1, name: 'Kari' },
      { id: 2, name: 'Odd' },
    ],
  })[0] as Lockable;
  const [kari = '', odd = ''] = group.parts.map(({ address }) => address);

  it('is everything of a kind as soon as each of it is locked, and the others when one is freed', () => {
    const one = withLock(['scripts'], group, kari, true);
    const both = withLock(one, group, odd, true);

    expect(one).toEqual(['scripts', 'settings/agents/1']);
    expect(both).toEqual(['scripts', 'settings/agents']);
    expect(isLocked(both, kari)).toBe(true);
    expect(withLock(both, group, kari, false)).toEqual(['scripts', 'settings/agents/2']);
    expect(withLock(both, group, group.address, false)).toEqual(['scripts']);
  });

  it('takes no kind for another whose address begins alike', () => {
    expect(isLocked(['settings/agents/1'], 'settings/agents/12')).toBe(false);
  });
});

describe('the revision of a course that is saved', () => {
  const kept = new Map<string, string>();
  const keeper = webStorage(kept);
  const course = (id: string, title: string, revision = 1): CourseFile => ({
    ...{ format: 'rehearsal-course', version: 1, id, revision, title, language: 'en', lessons: [] },
  });
  beforeEach(() => {
    kept.clear();
  });

  it('is 1 the first time, the same for the same content, and one more for another', async () => {
    noteNew(keeper, 'a');
    expect(await nextRevision(keeper, course('a', 'One'))).toBe(1);

    await noteSaved(keeper, course('a', 'One'));
    expect(await nextRevision(keeper, course('a', 'One'))).toBe(1);
    expect(await nextRevision(keeper, course('a', 'Two'))).toBe(2);

    await noteSaved(keeper, course('a', 'Two', 2));
    expect(await nextRevision(keeper, course('a', 'Two', 2))).toBe(2);
  });

  it('goes on from that of a file that somebody else made, once it is changed here', async () => {
    await noteFirst(keeper, course('b', 'Theirs', 5));

    expect(await nextRevision(keeper, course('b', 'Theirs', 5))).toBe(5);
    expect(await nextRevision(keeper, course('b', 'Mine', 5))).toBe(6);
  });

  it('is what the course says where the browser keeps nothing', async () => {
    await noteSaved(null, course('c', 'One', 3));

    expect(await nextRevision(null, course('c', 'Other', 3))).toBe(3);
  });
});

describe('what a test of a lesson finds', () => {
  const checks = [
    { name: 'a', expect: becomes(4) },
    { name: 'b', expect: becomes(6) },
  ];
  const state = (name: string, is: CheckState['state']): CheckState => ({
    ...{ name, state: is, step: null, seq: null, at: null, why: null },
  });
  const played = (...states: readonly CheckState['state'][]) => ({
    checks: states.map((is, index) => state(checks[index]?.name ?? '', is)),
    ...{ isPassed: states.every((is) => is === 'passed'), next: 0 },
  });
  const tested = (part: Partial<CheckedLesson>): CheckedLesson => ({
    ...{ solution: played('passed', 'passed'), unplayed: [], nothing: played('open', 'holding') },
    ...part,
  });
  const found = (part: Partial<CheckedLesson>) =>
    findingsOf({ checks }, tested(part)).map(({ text }) => text);

  it('is nothing where the solution passes all and doing nothing passes none', () => {
    expect(found({})).toEqual([]);
  });

  it('is each check that its solution does not pass, and each that nothing passes', () => {
    expect(found({ solution: played('passed', 'open'), nothing: played('passed', 'open') })).toEqual([
      '“b” does not pass when the solution is played.',
      '“a” passes although nobody does anything, so it asks for nothing.',
    ]);
  });

  it('is that there is no solution, or that one of its steps cannot be played', () => {
    expect(found({ solution: null })[0]).toMatch(/^There is no solution/);
    expect(found({ unplayed: [{ step: 3, message: 'Nobody is there.' }] })[0]).toMatch(/^Step 3 .*Nobody/);
  });
});
