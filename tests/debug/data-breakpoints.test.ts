import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakpoint } from '../../src/debug/breakpoints.ts';
import type { Debuggee } from '../../src/debug/debuggee.ts';
import { begin, move, shown, toLastChange, type Session } from '../../src/debug/session.ts';
import { StopFinder } from '../../src/debug/stops.ts';
import { programs, trigger } from './random-program.ts';
import { stepOf, worldOf } from './stage.ts';

function debuggeeOf(source: string, guard = trigger): Debuggee {
  const again = stepOf(
    worldOf(source, [{ id: 3, name: 'guard', source: guard }], [{ id: 1, event: 403, script: 3 }]),
  );
  return (observer, hand) => again({ observer, ...hand });
}

type Data = Extract<Breakpoint, { kind: 'data' }>;

const onChange = (expression: string, more: Partial<Data> = {}): Data => ({
  kind: 'data',
  id: 1,
  script: 2,
  routine: '(script)',
  expression,
  ...more,
});

/** Lines at which it stops, with what changes there. */
const changes = (session: Session): readonly string[] =>
  session.stops.statements.map((at) => {
    const [hit] = session.stops.hits.get(at) ?? [];
    return `${String(session.trace.placeOf(at)?.line)}: ${hit?.change?.before ?? ''} → ${hit?.change?.after ?? ''}`;
  });

const source = `Integer total = 1;
Integer twice(Integer n) {
  Integer own = n;
  own = own * 2;
  total = total + own;
  return own;
}
twice(2);
total = twice(3) + 0;
total = total;
Integer[] list;
list.pushBack(1);
list[0] = 5;
print(total.toString());`;

describe('a breakpoint on a variable', () => {
  it('stops before each statement that changes it, also inside a call', () => {
    expect(changes(begin(debuggeeOf(source), [onChange('total')], 'start'))).toEqual([
      '1: null → 1',
      '5: 1 → 5',
      '5: 5 → 11',
      // Before the call on line 9 it was not 11 yet.
      '6: 11 → 6',
    ]);
    expect(
      changes(
        begin(
          debuggeeOf('Integer f() {\n  return 2;\n}\nInteger x = 1;\nx = f();\nx = x;'),
          [onChange('x')],
          'start',
        ),
      ),
    ).toEqual(['4: null → 1', '5: 1 → 2']);
  });

  it('stops in each call of the function whose variable it is', () => {
    const own = onChange('own', { routine: 'twice' });

    expect(changes(begin(debuggeeOf(source), [own], 'start'))).toEqual(['4: 2 → 4', '4: 3 → 6']);
  });

  it('is on a part of a value, or on any expression', () => {
    expect(changes(begin(debuggeeOf(source), [onChange('list[0]')], 'start'))).toEqual(['13: 1 → 5']);
    expect(changes(begin(debuggeeOf(source), [onChange('total > 5')], 'start'))).toEqual(['5: false → true']);
  });

  it('stops where its condition holds, and at the time that it names', () => {
    const conditional = onChange('total', { condition: 'total > 10' });

    expect(changes(begin(debuggeeOf(source), [conditional], 'start'))).toEqual(['5: 5 → 11']);
    expect(changes(begin(debuggeeOf(source), [onChange('total', { hitCondition: '3' })], 'start'))).toEqual([
      '5: 5 → 11',
    ]);
  });

  it('stops nowhere for what is not there, in another script, or switched off', () => {
    for (const one of [
      onChange('none'),
      onChange('total', { script: 3 }),
      onChange('total', { isOff: true }),
    ])
      expect(changes(begin(debuggeeOf(source), [one], 'start'))).toEqual([]);
  });

  it('is cheap where a function calls itself without end', () => {
    const deep =
      'Integer f(Integer n) {\n  if (n == 0) return 0;\n  return f(n - 1) + 1;\n}\nInteger x = f(80);\nx = 1;\nprint("");';

    expect(
      changes(begin(debuggeeOf(deep), [onChange('n', { routine: 'f' }), onChange('x', { id: 2 })], 'start')),
    ).toEqual(['5: null → 80', '6: 80 → 1']);
  });

  it('ends a live step once the change is seen', () => {
    const outcome = debuggeeOf(source)(new StopFinder([onChange('total')]).live());

    expect(outcome.kind).toBe('stopped');
  });

  it('stops just where the value changes, in any program, and where the last change is found', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const debuggee = debuggeeOf(program);
        const session = begin(debuggee, [onChange('total')], 'start');
        const valueAt = (at: number) => {
          const { frames, evaluate } = shown(
            debuggee,
            move(session, { command: 'gotoStatement', statement: at }),
          ) ?? {
            frames: [],
            evaluate: () => ({ problem: { code: '', params: {} } }),
          };
          const value = evaluate('total', frames.length - 1);
          return 'value' in value ? value.value : undefined;
        };
        for (const at of session.stops.statements.slice(0, 10)) {
          const [hit] = session.stops.hits.get(at) ?? [];
          expect(valueAt(at)).toBe(hit?.change?.before);
        }
        // From the last statement in the script itself, the last stop is the last change.
        let last = session.trace.length;
        while (session.trace.placeOf(last)?.script !== 2 || session.trace.depthOf(last) > 0) last--;
        const found = toLastChange(
          debuggee,
          move(session, { command: 'gotoStatement', statement: last }),
          'total',
          0,
        );
        const stop = session.stops.statements.findLast((at) => at < last);
        if (stop !== undefined) expect(found?.at).toBeLessThanOrEqual(stop);
      }),
      { numRuns: 40 },
    );
  });
});
