import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/course/course.ts';
import { judged, states, waits, writes } from './lessons.ts';

const echoes = (text: string): Check => ({
  name: `The bot says ${text}`,
  expect: { event: 'message.saved', author: 'Eko', text },
});

describe('a check of a lesson', () => {
  it('passes with the event that it expects, and says with which', () => {
    const { checks, isPassed, next } = judged([echoes('Echo: hi')], writes('ho'), writes('hi'));

    expect(checks).toMatchObject([{ state: 'passed', step: 3, why: null }]);
    expect([isPassed, next]).toEqual([true, null]);
  });

  it('tells what came instead until then', () => {
    const { checks, isPassed, next } = judged([echoes('Echo: hi')], writes('ho'));

    expect(checks[0]?.why).toEqual({
      code: 'check-came',
      params: { field: 'text', expected: 'Echo: hi', came: 'Echo: ho' },
    });
    expect([isPassed, next]).toEqual([false, 0]);
  });

  it('asks for its expectations one after the other', () => {
    const both: Check = { name: 'Both', expect: [echoes('Echo: a').expect, echoes('Echo: b').expect].flat() };

    expect(states([both], writes('b'), writes('a'))).toBe('open');
    expect(states([both], writes('a'), writes('x'), writes('b'))).toBe('passed');
  });

  it('counts nothing that came before the check that it begins after', () => {
    const second: Check = { ...echoes('Echo: b'), from: echoes('Echo: a').name };

    expect(states([echoes('Echo: a'), second], writes('b'), writes('a'))).toBe('passed open');
    expect(states([echoes('Echo: a'), second], writes('a'), writes('b'))).toBe('passed passed');
  });

  it('fails when its time is over, also when nothing comes but the clock', () => {
    const soon = { ...echoes('Echo: hi'), within: '1m' };

    expect(states([soon], writes('hi', '+60s'))).toBe('passed');
    expect(states([soon], writes('hi', '+61s'))).toBe('failed');
    expect(states([soon], waits(60_000))).toBe('open');
    expect(judged([soon], waits(60_001)).checks[0]).toMatchObject({
      state: 'failed',
      why: { code: 'check-too-late', params: { within: '1m' } },
    });
  });

  it('counts its time from the check that it begins after', () => {
    const second: Check = { ...echoes('Echo: b'), from: echoes('Echo: a').name, within: '10s' };

    expect(states([echoes('Echo: a'), second], writes('a', '+5m'), writes('b', '+10s'))).toBe(
      'passed passed',
    );
    expect(states([echoes('Echo: a'), second], writes('a', '+5m'), writes('b', '+11s'))).toBe(
      'passed failed',
    );
  });

  it('of what may not come holds until the others have passed, and then has passed', () => {
    const never: Check = { name: 'Not ho', expect: { no: { event: 'message.saved', text: 'Echo: ho' } } };

    expect(states([never, echoes('Echo: hi')])).toBe('holding open');
    expect(states([never, echoes('Echo: hi')], writes('hi'), writes('ho'))).toBe('passed passed');
    const { checks, isPassed } = judged([never, echoes('Echo: hi')], writes('ho'), writes('hi'));
    expect(checks).toMatchObject([
      { state: 'failed', step: 2, why: { code: 'check-unwanted' } },
      { state: 'passed' },
    ]);
    expect(isPassed).toBe(false);
  });

  it('of what may not come for a while passes when that is over', () => {
    const no = { no: { event: 'message.saved', author: 'Eko' }, within: '5s' } as const;
    const silence: Check = { name: 'Silence', expect: [echoes('Echo: hi').expect, no].flat() };

    expect(states([silence], writes('hi'), waits(4_999))).toBe('open');
    expect(states([silence], writes('hi'), waits(5_000))).toBe('passed');
    expect(states([silence], writes('hi'), writes('ho', '+5s'))).toBe('failed');
    expect(states([silence], writes('hi'), writes('ho', '+6s'))).toBe('passed');
  });

  it('of the world looks at it at the end of every moment, also as the lesson begins', () => {
    const status = (number: number): Check => ({
      name: `Status ${String(number)}`,
      expect: { status: number },
    });

    expect(states([status(4), status(6)])).toBe('passed open');
    expect(states([status(5), status(6)], writes('hi'))).toBe('open passed');
    expect(judged([{ name: 'Waits', expect: { queue: [1] } }]).isPassed).toBe(true);
  });

  it('of a refusal wants a step that was refused', () => {
    const refused: Check = { name: 'Nobody takes it', expect: { refused: 'not-ongoing' } };
    const agent = { input: { type: 'agent.writes', agent: 1, session: 1, text: 'x' } } as const;

    expect(states([refused], writes('hi'))).toBe('open');
    expect(judged([refused], agent).checks[0]?.state).toBe('passed');
  });

  it('counts how often something comes', () => {
    const twice: Check = { name: 'Twice', expect: { event: 'message.saved', author: 'Eko', times: 2 } };

    expect(states([twice], writes('a'))).toBe('open');
    expect(states([twice], writes('a'), writes('b'))).toBe('passed');
  });

  it('asks how much of a script has run since the lesson began', () => {
    const covered: Check = { name: 'All of it', expect: { covered: { script: 3, atLeast: 1 } } };

    expect(judged([covered]).checks[0]).toMatchObject({ state: 'open' });
    expect(states([covered], writes('a'))).toBe('passed');
  });
});
