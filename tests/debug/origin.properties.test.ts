import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastChange } from '../../src/debug/last-change.ts';
import { moved } from '../../src/debug/moves.ts';
import { originOf, type OriginChain, type OriginPick } from '../../src/debug/origin.ts';
import { begin } from '../../src/debug/session.ts';
import type { Evaluated } from '../../src/engine/step-observer.ts';
import { debuggeeOf } from './asked.ts';
import { programs, trigger } from './random-program.ts';
import { connects } from './stage.ts';
import { textPrograms } from './random-texts.ts';

const runs = { numRuns: 60 };
const withTrigger = {
  scripts: [{ id: 3, name: 'guard', source: trigger }],
  triggers: [{ id: 1, event: 403, script: 3 }],
} as const;

type Debuggee = ReturnType<typeof debuggeeOf>;

/** What an expression comes to before a statement. */
function valueAt(
  debuggee: Debuggee,
  statement: number,
  expression: string,
  frame = 0,
): Evaluated | undefined {
  let value: Evaluated | undefined;
  debuggee({
    from: statement,
    reached: (moment) => {
      value = moment.evaluate(expression, frame);
      return true;
    },
  });
  return value;
}

const isVariable = (name: string): boolean => /^[a-z]\w*(\.\w+)?$/.test(name);

function chainOf(
  debuggee: Debuggee,
  at: number,
  expression: string,
  picks: readonly OriginPick[] = [],
): OriginChain {
  const chain = originOf(debuggee, connects, at, expression, 0, picks);
  if ('problem' in chain) throw new Error(JSON.stringify(chain.problem));
  return chain;
}

describe('where a value of any program comes from', () => {
  it('is a statement that ran, of which each variable has the value afterwards that the link says, down to an end', () => {
    fc.assert(
      fc.property(programs, fc.constantFrom('x', 'total', 'pet.age'), (source, expression) => {
        const debuggee = debuggeeOf(`${source}\nprint("");`, withTrigger);
        const { trace } = begin(debuggee, [], 'end');
        const chain = chainOf(debuggee, trace.length, expression);

        expect(chain.links.length).toBeGreaterThan(0);
        for (const { statement, line, script, name, value, kind } of chain.links) {
          expect(trace.placeOf(statement)).toMatchObject({ line, script });
          if (kind !== 'assigned' || !isVariable(name) || value === '') continue;
          const after = moved(trace, statement, 'next');
          if (after > trace.length || trace.frameOf(after) !== trace.frameOf(statement)) continue;
          expect(valueAt(debuggee, after, name)).toMatchObject({ value });
        }
      }),
      runs,
    );
  });

  it('begins with the statement that a look before each statement finds to have changed it', () => {
    fc.assert(
      fc.property(programs, fc.constantFrom('x', 'total', 'pet.age'), (source, expression) => {
        const debuggee = debuggeeOf(`${source}\nprint("");`, withTrigger);
        const { trace } = begin(debuggee, [], 'end');
        const [first] = chainOf(debuggee, trace.length, expression).links;
        const changed = lastChange(debuggee, trace, trace.length, expression);

        // What was put there last may be what was there before: then it changed nothing, and is the later of both.
        if (changed === null || first === undefined) return;
        const outwards = (statement: number): number => {
          let own = statement;
          while (trace.depthOf(own) > 0) own = moved(trace, own, 'backOut');
          return own;
        };
        const own = outwards(first.statement);
        expect(own).toBeGreaterThanOrEqual(outwards(changed));
        if (own > outwards(changed))
          expect(valueAt(debuggee, own, expression)).toEqual(valueAt(debuggee, trace.length, expression));
      }),
      runs,
    );
  });

  it('changes nothing of what comes of the step', () => {
    fc.assert(
      fc.property(programs, (source) => {
        const debuggee = debuggeeOf(source, withTrigger);
        expect(debuggee({ from: 1, records: true, reached: () => false })).toEqual(debuggee());
      }),
      runs,
    );
  });
});

describe('where a text comes from that is made of texts of which each stands in the program once', () => {
  const literals = (text: string): readonly string[] => text.match(/<\d+>/g) ?? [];

  it('leads to all of them and to no others, whichever way one follows', () => {
    fc.assert(
      fc.property(textPrograms, (source) => {
        const debuggee = debuggeeOf(source);
        const { trace } = begin(debuggee, [], 'end');
        const wanted = new Set(literals(JSON.stringify(valueAt(debuggee, trace.length, 'a'))));
        const reached = new Set<string>();
        const ahead: (readonly OriginPick[])[] = [[]];
        for (let asked = 0; asked < 60; asked++) {
          const picks = ahead.shift();
          if (picks === undefined) break;
          const { links, end } = chainOf(debuggee, trace.length, 'a', picks);
          // Of two that are both empty nobody can say which it was.
          expect(['literal', 'unset', 'several']).toContain(end);
          for (const [number, { text, others }] of links.entries()) {
            for (const literal of literals(text)) reached.add(literal);
            if (number < picks.length || picks.length > 8) continue;
            for (const { pick } of others) ahead.push([...picks, pick]);
          }
          // All of a chain that was not asked to go elsewhere is in the text.
          if (picks.length === 0) {
            const last = literals(links.at(-1)?.text ?? '');
            if (last.length > 0) expect(last.some((literal) => wanted.has(literal))).toBe(true);
          }
        }
        if (ahead.length === 0) for (const literal of wanted) expect(reached).toContain(literal);
      }),
      { numRuns: 150 },
    );
  });
});
