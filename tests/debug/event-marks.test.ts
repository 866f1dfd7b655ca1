import { describe, expect, it } from 'vitest';
import { begin } from '../../src/debug/session.ts';
import { eventMarks } from '../../src/debug/event-marks.ts';
import { stepOf, worldOf } from './stage.ts';

const bot = 'Integer n = 1;\naddChatMessage(1, "Hello", 1, "Robot", 0, "");\nprint("sent");';

describe('the events of a step over its statements', () => {
  it('stand at the statement that they came of; a script that the engine starts stands at its first', () => {
    const world = worldOf(
      bot,
      [{ id: 3, name: 'guard', source: 'print("heard");' }],
      [{ id: 1, event: 403, script: 3 }],
    );
    const again = stepOf(world);

    const { trace, outcome } = begin((observer, hand) => again({ observer, ...hand }), [], 'start');
    const marks = eventMarks(trace, outcome.events);

    const told = ['script.started', 'message.saved'];
    expect(
      marks
        .filter(({ type }) => told.includes(type))
        .map(({ statement, type, role }) => [statement, type, role]),
    ).toEqual([
      [1, 'script.started', 'sessionCreated'],
      [2, 'message.saved', undefined],
      [2, 'script.started', 'trigger'],
    ]);
  });
});
