import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { Test } from '../../../src/protocol/engine-api.ts';
import type { TestOutcome } from '../../../src/protocol/tests-api.ts';
import type { Expectation } from '../../../src/scenario/format.ts';
import { expectationText } from '../../../src/ui/tests/expectation-text.ts';
import { filteredTests } from '../../../src/ui/tests/filtered-tests.ts';
import { echoScenario } from '../../testing/echo.ts';

const test = (id: string, name: string, tags: readonly string[]): Test => ({
  ...{ id, madeAt: 1, name, tags, steps: 2 },
  ...{ isWatched: false, runsWith: 'present', text: '' },
});
const tests = [
  test('a', 'Says hello', ['greeting']),
  test('b', 'Finds the order', ['orders', 'http']),
  test('c', 'Hands over', []),
];
const told = { steps: 2, milliseconds: 1 };
const outcomes = new Map<string, TestOutcome>([
  ['a', { ...told, id: 'a', kind: 'passed' }],
  ['b', { ...told, id: 'b', kind: 'hung' }],
]);
const ids = (wanted: string, show: 'all' | 'failed' | 'passed' = 'all') =>
  filteredTests(tests, outcomes, wanted, show).map(({ id }) => id);

describe('the list of tests', () => {
  it('is filtered by words of the name and by the beginnings of tags', () => {
    expect(ids('')).toEqual(['a', 'b', 'c']);
    expect(ids('THE order')).toEqual(['b']);
    expect(ids('#ord')).toEqual(['b']);
    expect(ids('finds #greet')).toEqual([]);
  });

  it('shows those that failed, whatever kept them from passing, and those that passed', () => {
    expect(ids('', 'failed')).toEqual(['b']);
    expect(ids('', 'passed')).toEqual(['a']);
  });
});

describe('an expectation in words', () => {
  const world = createWorld(echoScenario([]).world);
  const said = (expectation: Expectation) => {
    const { words, quote, status, more } = expectationText(expectation, world, 1);
    return [words, quote, status === null ? '' : String(status), more]
      .filter((part) => part !== '')
      .join(' ');
  };

  it.each<[Expectation, string]>([
    [{ event: 'message.saved', author: 'Eko', text: 'Echo: hi' }, 'Eko says “Echo: hi”'],
    [
      { event: 'message.saved', text: { contains: 'hi' }, times: 2 },
      'A message says a text with “hi” 2 times',
    ],
    [{ event: 'session.statusChanged', to: 6, from: 5 }, 'The status of the session becomes 6 from 5'],
    [{ event: 'http.called', method: 'GET', url: '/orders/1' }, 'GET is sent to /orders/1'],
    [{ no: { event: 'request.created' } }, 'Never: A request is created'],
    [{ status: 4, within: '5s' }, 'The status of the session is 4 within 5s'],
    [{ queue: [] }, 'Nobody waits in the queue'],
    [{ visible: { to: 'customer', shows: 'queue' } }, 'the session is shown the queue'],
    [{ refused: true }, 'The step is refused'],
    [{ session: { id: 1, botActive: false } }, 'The session of the session has botActive no'],
  ])('%j', (expectation, words) => {
    expect(said(expectation)).toBe(words);
  });
});
