import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { evaluate } from '../../src/scenario/expect.ts';
import type { Expectation } from '../../src/scenario/format.ts';
import { helpDesk } from './scenarios.ts';
import type { CodedText } from '../../src/engine/codes.ts';

const at = '2026-03-02T09:00:00.000Z';
const said = (seq: number, text: string, author = 'Eko'): RecordedEvent => ({
  type: 'message.saved',
  seq,
  at,
  step: 1,
  cause: 0,
  depth: 0,
  session: 1,
  message: seq,
  messageType: 1,
  text,
  author,
  specialType: 16,
  specialParam: '',
  whenPosted: at,
});

const events = [said(1, 'one'), said(2, 'two'), said(3, 'one')];
const webhooks = [{ id: 1, name: 'Hook', url: 'https://example.com', events: [] }];
const world = createWorld({ ...helpDesk().world, webhooks });

function failures(expected: readonly Expectation[], refusal: CodedText | null = null) {
  const result = {
    input: { type: 'customer.writes', session: 1, text: 'hi' } as const,
    events,
    world,
    refusal,
    later: () => [],
  };
  return evaluate(expected, result, () => false).map(({ message }) => message);
}

describe('events that are expected', () => {
  it('are found in order, with gaps', () => {
    const inOrder = [
      { event: 'message.saved', text: 'two' },
      { event: 'message.saved', text: 'one' },
    ];

    expect(failures(inOrder)).toEqual([]);
    expect(failures([...inOrder, { event: 'message.saved', text: 'two' }])).toHaveLength(1);
  });

  it('say what is nearest when they are missing', () => {
    expect(failures([{ event: 'message.saved', text: 'three', author: 'Eko' }])).toEqual([
      'Expected message.saved with text "three", author "Eko". Nearest is event 1: its text is "one".',
    ]);
    expect(failures([{ event: 'message.blocked' }])).toEqual([
      'Expected message.blocked. There was no message.blocked at all; there were 3 message.saved.',
    ]);
  });

  it('say that one is nearest whose text is most like the one expected', () => {
    const [first] = failures([{ event: 'message.saved', text: 'twoo' }]);
    const [second] = failures([{ event: 'message.saved', text: { contains: 'two thirds' } }]);

    expect(first).toContain('its text is "two"');
    expect(second).toContain('its text is "two"');
  });

  it('name the field or the event that was meant', () => {
    expect(failures([{ event: 'message.saved', txet: 'one' }])[0]).toContain(
      'There is no field “txet”. Did you mean “text”?',
    );
    expect(failures([{ event: 'message.save' }])[0]).toContain('Did you mean “message.saved”?');
    expect(failures([{ event: 'message.blocked' }])[0]).not.toContain('Did you mean');
    expect(failures([{ webhook: { id: 1, stat: 3 } }])[0]).toContain('Did you mean “state”?');
  });

  it('say when they came too early', () => {
    expect(
      failures([
        { event: 'message.saved', text: 'two' },
        { event: 'message.saved', text: 'two' },
      ]),
    ).toEqual([
      'Expected message.saved with text "two". It happened as event 2, before what was expected ahead of it.',
    ]);
  });

  it('are counted with times, wherever they stand', () => {
    expect(
      failures([
        { event: 'message.saved', text: 'two' },
        { event: 'message.saved', text: 'one', times: 2 },
      ]),
    ).toEqual([]);
    expect(failures([{ event: 'message.saved', times: 1 }])).toEqual([
      'Expected message.saved once, found it 3 times.',
    ]);
    expect(failures([{ event: 'message.saved', text: 'x', times: 0 }])).toEqual([]);
  });

  it('are named when they are not wanted', () => {
    expect(failures([{ no: { event: 'message.saved', text: 'x' } }])).toEqual([]);
    expect(failures([{ no: { event: 'message.saved', text: 'two' } }])).toEqual([
      'Expected no message.saved with text "two", but event 2 is one.',
    ]);
  });
});

describe('refusals that are expected', () => {
  it('hold with or without a part of the words, or the code (rulings 43)', () => {
    const away: CodedText = { code: 'agent-away', params: { agent: 2, name: 'Ola' } };

    expect(failures([{ refused: true }, { refused: 'ola is away' }], away)).toEqual([]);
    expect(failures([{ refused: 'agent-away' }], away)).toEqual([]);
    expect(failures([{ refused: 'agent' }, { refused: 'agent-' }], away)).toEqual([
      'Expected a refusal that says "agent-". It says: Ola is Away. Chats can be transferred to agents who are Present. (agent-away)',
    ]);
    expect(failures([{ refused: true }])).toEqual(['Expected the step to be refused, but it was taken.']);
  });
});

describe('the world that is expected', () => {
  it('says which session and queue there are', () => {
    expect(failures([{ queue: [] }])).toEqual([]);
    expect(failures([{ queue: [2] }])).toEqual(['Expected the sessions waiting to be [2]; they are [].']);
    expect(failures([{ status: 4 }])).toEqual(['There is no session 1.']);
    expect(failures([{ webhook: { id: 4, state: 1 } }])).toEqual(['There is no webhook 4.']);
  });
});
