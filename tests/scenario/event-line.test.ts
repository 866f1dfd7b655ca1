import { expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { eventLine } from '../../src/scenario/event-line.ts';
import type { ForgottenField } from '../../src/scenario/event-line.ts';

/** The compiler is the judge: a field that the table has forgotten makes this `false`, and `tsc` fails. */
const complete = true satisfies [ForgottenField] extends [never] ? true : false;

it('writes an event on one line, its fields in a fixed order', () => {
  const event: RecordedEvent = {
    author: 'Eko',
    text: 'Echo:\nhi',
    messageType: 1,
    message: 2,
    whenPosted: '2026-03-02T09:00:00.000Z',
    specialParam: '',
    specialType: 16,
    session: 1,
    rule: 'T16',
    by: { script: 4, line: 7 },
    depth: 1,
    cause: 3,
    step: 2,
    at: '2026-03-02T09:00:00.000Z',
    seq: 5,
    type: 'message.saved',
  };

  expect(eventLine(event)).toBe(
    '{"type":"message.saved","seq":5,"at":"2026-03-02T09:00:00.000Z","step":2,"cause":3,"depth":1,' +
      '"by":{"script":4,"line":7},"rule":"T16","session":1,"message":2,"messageType":1,"text":"Echo:\\nhi",' +
      '"author":"Eko","specialType":16,"specialParam":"","whenPosted":"2026-03-02T09:00:00.000Z"}',
  );
});

it('knows the fields of every event', () => {
  expect(complete).toBe(true);
});
