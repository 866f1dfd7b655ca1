import { describe, expect, it } from 'vitest';
import { createWindowState, freshSizes, sizeLimits } from '../../src/ui/window-state.ts';

function memory(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('the state of the window', () => {
  it('is where it was left, for each workspace by itself', () => {
    const keeper = memory();
    const before = createWindowState(keeper);
    before.enter('a');
    before.change({ session: 3, bottom: 'console' });
    before.resize({ customers: 44 });

    const after = createWindowState(keeper);
    after.enter('a');
    expect(after.view.value).toMatchObject({ session: 3, bottom: 'console' });
    expect(after.sizes.value.customers).toBe(44);
    after.enter('b');
    expect(after.view.value.session).toBe(0);
  });

  it('remembers the split of each workspace; a new one begins with the last', () => {
    const keeper = memory();
    const state = createWindowState(keeper);
    state.enter('a');
    state.resize({ bottom: 50 });
    state.enter('b');
    expect(state.sizes.value.bottom).toBe(50);
    state.resize({ bottom: 20 });
    state.enter('a');
    expect(state.sizes.value.bottom).toBe(50);

    const after = createWindowState(keeper);
    expect(after.sizes.value.bottom).toBe(20);
    after.enter('a');
    expect(after.sizes.value.bottom).toBe(50);
  });

  it('shows what is asked for, though the other half has all the room', () => {
    const state = createWindowState(null);
    state.enter('a');
    state.change({ maximised: 'stage' });
    state.change({ session: 2 });
    state.change({ pane: 'customers' });
    expect(state.view.value.maximised).toBe('stage');
    state.change({ pane: 'bots', bottom: 'problems' });
    expect(state.view.value.maximised).toBe('none');
    state.change({ maximised: 'workbench' });
    state.change({ pane: 'queue' });
    expect(state.view.value.maximised).toBe('none');
  });

  it('goes on in a new branch as it was in the one that was left, but for what is not there any more', () => {
    const keeper = memory();
    const state = createWindowState(keeper);
    state.enter('a');
    state.change({ session: 3, hidden: [1], seen: 9, bottom: 'console', script: 4 });

    state.enter('b', 'a');
    expect(state.view.value).toMatchObject({ session: 0, hidden: [], seen: 0, bottom: 'console', script: 4 });
    state.change({ bottom: 'http' });
    state.enter('a');
    expect(state.view.value).toMatchObject({ session: 3, bottom: 'console' });
    state.enter('b', 'a');
    expect(state.view.value.bottom).toBe('http');
  });

  it('never lets a pane vanish or take everything', () => {
    const state = createWindowState(memory({ 'rehearsal.sizes': '{"agents":0,"bottom":9999}' }));
    expect(state.sizes.value).toMatchObject({ agents: sizeLimits.least, bottom: sizeLimits.most });

    state.resize({ folders: -5, timeline: Number.NaN });

    expect(state.sizes.value).toMatchObject({ folders: sizeLimits.least, timeline: sizeLimits.least });
  });

  it('takes nothing of the wrong kind from what was kept', () => {
    const kept = '{"session":"x","hidden":{"a":1},"agentTabs":null,"lane":"bot","unknown":1}';
    const state = createWindowState(memory({ 'rehearsal.view.a': kept, 'rehearsal.sizes': 'no JSON' }));
    state.enter('a');

    expect(state.view.value).toMatchObject({ session: 0, hidden: [], agentTabs: {}, lane: 'bot' });
    expect(state.sizes.value).toEqual(freshSizes);
  });

  it('works where the browser keeps nothing', () => {
    const state = createWindowState(null);
    state.enter('a');
    state.change({ session: 1 });

    expect(state.view.value.session).toBe(1);
  });

  it('works where the browser refuses to keep more', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const state = createWindowState(full);
    state.resize({ customers: 30 });

    expect(state.sizes.value.customers).toBe(30);
  });
});
