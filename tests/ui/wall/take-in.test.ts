import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedName } from '../../../src/ui/wall/invented-name.ts';
import { chooseOf, setApart, takeIn, type IncomingResult } from '../../../src/ui/wall/take-in.ts';
import { kept, readResult } from './results.ts';

const coming = (name: string, text: string): IncomingResult => ({ read: readResult({ name }), text });
const ports = () => {
  let n = 0;
  return { now: 5, newId: () => `new ${String((n += 1))}` };
};

describe('what comes to a wall', () => {
  it('hangs beside what the same person has there, however they wrote their name', () => {
    const hanging = [{ kept: kept('a', 3), name: 'Amira Khan' }];

    const { added, same } = takeIn(
      'chats',
      hanging,
      [coming('amira  khan ', 'x'), coming('Bjarne', 'y')],
      ports(),
    );

    expect(same).toBe(0);
    expect(added).toMatchObject([
      { id: 'new 1', person: 3, course: 'chats', addedAt: 5, text: 'x' },
      { id: 'new 2', person: 4, text: 'y' },
    ]);
  });

  it('is not hung twice', () => {
    const hanging = [{ kept: kept('a', 1), name: 'Ada' }];

    expect(
      takeIn('chats', hanging, [coming('Ada', 'a'), coming('Ada', 'b'), coming('Ada', 'b')], ports()),
    ).toMatchObject({
      added: [{ text: 'b' }],
      same: 2,
    });
  });

  it('gives people other numbers than those there, in whatever order and number they come', () => {
    const names = fc.array(fc.constantFrom('Ada', 'ada', 'Bob', 'Carla', 'Dag'), { maxLength: 12 });
    fc.assert(
      fc.property(names, names, (before, after) => {
        const text = (list: readonly string[], of: string) =>
          list.map((name, n) => coming(name, `${of}${String(n)}`));
        const first = takeIn('chats', [], text(before, 'x'), ports()).added;
        const hanging = first.map((one, n) => ({ kept: one, name: before[n] ?? '' }));
        const second = takeIn('chats', hanging, text(after, 'y'), ports()).added;
        const people = [...before, ...after].map((name) => name.toLowerCase());
        const numbers = [...first, ...second].map(({ person }) => person);
        people.forEach((name, n) => {
          people.forEach((other, m) => {
            expect(numbers[n] === numbers[m]).toBe(name === other);
          });
        });
      }),
    );
  });
});

describe('several results of one name', () => {
  it('are shown as somebody chooses, one at a time', () => {
    const all = [kept('a', 1, { chosen: true }), kept('b', 1), kept('c', 1)];

    expect(chooseOf(all, 'b')).toEqual([kept('a', 1), kept('b', 1, { chosen: true })]);
  });

  it('become two people’s by the file that they came in', () => {
    const all = [
      kept('a', 1, { source: 'one.json' }),
      kept('b', 1, { source: 'two.json', chosen: true }),
      kept('c', 1, { source: 'two.json' }),
      kept('d', 4, { source: 'two.json' }),
    ];

    expect(setApart(all, all[1] ?? kept('', 0))).toEqual([
      kept('b', 5, { source: 'two.json' }),
      kept('c', 5, { source: 'two.json' }),
    ]);
  });
});

describe('an invented name', () => {
  it('is nobody else’s', () => {
    const names = Array.from({ length: 1200 }, (_, n) => inventedName(n + 1));

    expect(new Set(names).size).toBe(1200);
  });
});
