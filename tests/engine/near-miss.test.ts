import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/engine/edit-distance.ts';
import { mendedName, nearMiss } from '../../src/engine/near-miss.ts';
import { botScriptPatterns } from '../../src/engine/registration.ts';

describe('a name that nearly has a role', () => {
  it.each<[string, keyof typeof botScriptPatterns, string]>([
    ['echobot mesage received', 'messageReceived', 'mesage for message'],
    ['echobot message recieved', 'messageReceived', 'recieved for receive'],
    ['echobot sesion chnaged', 'sessionChanged', 'sesion for session, chnaged for change'],
    ['echobot regster', 'register', 'regster for register'],
    ['message received', 'messageReceived', 'no bot'],
    ['session echobot created', 'sessionCreated', 'order'],
  ])('is told with what is wrong with it: %s', (name, role, told) => {
    const slips = nearMiss(name, botScriptPatterns[role]) ?? [];

    expect(
      slips
        .map((slip) =>
          slip.kind === 'word'
            ? `${slip.word} for ${slip.meant}`
            : slip.kind === 'missing'
              ? 'no bot'
              : 'order',
        )
        .join(', '),
    ).toBe(told);
  });

  it.each(['echobot message received', 'orders', 'echobot helpers', 'bot', ''])('is not "%s"', (name) => {
    expect(nearMiss(name, botScriptPatterns.messageReceived)).toBe(null);
  });
});

describe('the distance of two words', () => {
  it('is 0 for equal ones, the same in both directions, and never more than the longer one', () => {
    const word = fc.string({ maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('counts two letters that changed places as one mistake', () => {
    expect(editDistance('chnage', 'change')).toBe(1);
  });

  it.each([
    ['echobot mesage received', 'messageReceived', 'echobot message received'],
    ['Echobot message recieved (old)', 'messageReceived', 'Echobot message received (old)'],
    ['session created', 'sessionCreated', 'bot session created'],
    ['bot created session', 'sessionCreated', 'bot session created'],
    ['echobot sesion chnaged', 'sessionChanged', 'echobot session changed'],
  ] as const)('is mended: %s', (name, role, mended) => {
    expect(mendedName(name, botScriptPatterns[role])).toBe(mended);
  });
});
