import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newProgress, patience, progressInto, watch, type Hung } from '../../src/cli/hung.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a thread tells of its scripts, and which of them is said to hang. */
function watched() {
  const shared = newProgress();
  const hung: Hung[] = [];
  const stop = watch(shared, (one) => hung.push(one));
  return { progress: progressInto(shared, []), hung, stop };
}

describe('whoever watches a thread for scripts that hang', () => {
  it('says once which one goes on for too long', () => {
    const { progress, hung } = watched();
    progress.beginsStep(2, 5);
    progress.beginsScript(7);
    vi.advanceTimersByTime(patience);
    expect(hung).toEqual([]);

    vi.advanceTimersByTime(patience * 3);

    expect(hung).toEqual([{ file: 2, step: 5, script: 7 }]);
  });

  it('gives each run its time, and those inside it', () => {
    const { progress, hung } = watched();
    for (let run = 0; run < 4; run++) {
      progress.beginsScript(1);
      vi.advanceTimersByTime(patience * 0.6);
      progress.beginsScript(2);
      vi.advanceTimersByTime(patience * 0.6);
      progress.endsScript();
      vi.advanceTimersByTime(patience * 0.6);
      progress.endsScript();
    }
    vi.advanceTimersByTime(patience * 3);

    expect(hung).toEqual([]);
  });

  it('gives a run of another thread its time, though both are the same run of theirs', () => {
    const first = watched();
    first.progress.beginsScript(1);
    vi.advanceTimersByTime(patience * 0.9);
    first.stop();
    const second = watched();
    second.progress.beginsScript(1);

    vi.advanceTimersByTime(patience * 0.9);

    expect([...first.hung, ...second.hung]).toEqual([]);
  });
});
