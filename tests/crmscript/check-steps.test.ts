import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { diagnose } from '../../src/crmscript/diagnose.ts';
import { help, type HelpKind } from '../../src/crmscript/complete.ts';
import { countSteps } from '../support/count-steps.ts';
import { library, runSource } from './run-source.ts';
import { shapes } from './shapes.ts';

/*
 * `npm test` looks at short sources; `npm run test:shapes` at some of nearly the longest that a script can be. On the
 * machine that this was measured on, 400 steps for each of 200,000 characters took less than a second.
 */

const quick = 8_000;
const longest = Number(process.env.REHEARSAL_SHAPE ?? quick);
/** Help is asked eight times for each shape, so that only some of them have their turn each time. */
const helped = longest > quick ? shapes : shapes.filter((_, index) => index % 10 === 0);
const patience = 300_000;

const included = { file: 'there', source: 'Integer there;' };
const options = {
  file: 'main',
  library,
  includes: (id: string) => (id === 'there' ? included : undefined),
};

/** Steps for each character of what was run before: the first time links what it needs of the library. */
function stepsEach(source: string, run: () => unknown): number {
  return countSteps(run) / source.length;
}

const compileSteps = (source: string): number => stepsEach(source, () => compile(source, options));
const checkSteps = (source: string): number => stepsEach(source, () => diagnose(source, options));

describe('compiling a script of one shape', () => {
  it.each(shapes)(
    'takes steps in proportion to its length: %s',
    (_name, sourceOf) => {
      compile(sourceOf(500), options);

      const few = compileSteps(sourceOf(longest / 2));
      const many = compileSteps(sourceOf(longest));

      // Quadratic work would be twice as much for each character.
      expect(many).toBeLessThan(few * 1.3 + 10);
      expect(many).toBeLessThan(700);
    },
    patience,
  );
});

describe('reading and checking a script of one shape, and saying what is wrong with it', () => {
  it.each(shapes)(
    'takes steps in proportion to its length: %s',
    (_name, sourceOf) => {
      diagnose(sourceOf(500), options);

      const few = checkSteps(sourceOf(longest / 2));
      const many = checkSteps(sourceOf(longest));

      // Quadratic work would be twice as much for each character; what has a mistake only when it is long is read twice.
      expect(many).toBeLessThan(few * 1.5 + 30);
      expect(many).toBeLessThan(2000);
    },
    patience,
  );
});

describe('helping to write a script of one shape', () => {
  const kinds: readonly HelpKind[] = ['completions', 'hover', 'signature', 'definition'];

  it.each(helped)(
    'takes steps in proportion to its length: %s',
    (_name, sourceOf) => {
      const source = sourceOf(Math.min(longest / 2, 20_000));
      const middle = source.slice(source.length / 2).search(/[A-Za-z]/) + Math.floor(source.length / 2);
      const places = [Math.max(0, middle), source.length];

      const asked = places.flatMap((offset) =>
        kinds.map((kind) => {
          const ask = () => help({ ...options, source }, kind, offset);
          ask();
          return stepsEach(source, ask);
        }),
      );

      expect(Math.max(...asked)).toBeLessThan(1500);
    },
    patience,
  );
});

describe('a chain as long as a script can be', () => {
  const times = 16_000;

  it.each([
    ['texts', 'String', `"a"${' + "a"'.repeat(times)}`, 'a'.repeat(times + 1)],
    ['Integers', 'Integer', `1${' + 1'.repeat(times)}`, String(times + 1)],
    ['Integers and Longs', 'Long', `1${' + 1L'.repeat(times)}`, String(times + 1)],
    ['truths', 'Bool', `true${' && true'.repeat(times)}`, 'true'],
    ['alternatives', 'Bool', `false${' || false'.repeat(times)}`, 'false'],
    ['equal truths', 'Bool', `true${' == true'.repeat(times)}`, 'true'],
    ['different truths', 'Bool', `true${' != true'.repeat(times)}`, 'true'],
  ])('is compiled and run: %s', (_name, type, value, shown) => {
    const { output } = runSource(`${type} value = ${value};\nprint(value.toString());`);

    expect(output).toBe(shown);
  });
});

describe('many mistakes in one script', () => {
  it('are counted where they are too many to be shown', () => {
    const { diagnostics } = compile('@ '.repeat(3000), options);

    expect(diagnostics.length).toBe(2001);
    expect(diagnostics.at(-1)).toMatchObject({ severity: 'error', code: 'too-many-problems' });
    expect(diagnostics.at(-1)?.message).toContain('1,000 more');
  });

  it('are each said in a message of some lines, however long the line that they quote', () => {
    const { diagnostics } = compile(`Bool b = ${'1 + '.repeat(2000)}1 < 2 < 3;`, options);

    expect(Math.max(...diagnostics.map(({ message }) => message.length))).toBeLessThanOrEqual(1001);
  });

  it('are compared with other names a hundred times, the first ones', () => {
    const source = `String theName;\n${Array.from({ length: 150 }, (_, n) => `print(theNmae${String(n % 10)}${'abcdefghijklmno'.charAt(n / 10)});`).join('\n')}`;
    const { diagnostics } = compile(source, options);

    expect(diagnostics.filter(({ fix }) => fix?.text === 'theName')).toHaveLength(100);
    expect(diagnostics).toHaveLength(150);
  });
});

describe('structs in structs', () => {
  const levels = (count: number): string =>
    `struct S0 { Integer a; };\n${Array.from({ length: count }, (_, n) => `struct S${String(n + 1)} { S${String(n)} inner; };\n`).join('')}`;

  it('run up to a hundred levels, and are refused beyond', () => {
    expect(runSource(`${levels(99)}S99 s; print("ok");`).output).toBe('ok');
    expect(compile(`${levels(5000)}S5000 s;`, options).diagnostics).toMatchObject([{ code: 'too-deep' }]);
  });

  it('are refused where they hold each other in a circle, in whatever order they stand', () => {
    const source = 'struct A { B b; };\nstruct B { C c; };\nstruct C { A a; };\nstruct D { A a; };';
    const { diagnostics } = compile(source, options);

    const circles = diagnostics.filter(({ code }) => code === 'recursive-struct');
    expect(circles.map(({ span }) => span.line)).toEqual([1, 2, 3]);
  });

  it('have a hundred functions of one name at most', () => {
    const source = Array.from(
      { length: 102 },
      (_, n) => `struct S${String(n)} { Integer a; };\nVoid f(S${String(n)} s) { }\n`,
    ).join('');
    const { diagnostics } = compile(source, options);

    expect(diagnostics.map(({ code }) => code)).toEqual(['too-many-overloads', 'too-many-overloads']);
  });
});
