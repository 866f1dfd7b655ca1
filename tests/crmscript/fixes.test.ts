import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { library } from './run-source.ts';

const diagnosticsOf = (source: string) => compile(source, { file: 'main', library }).diagnostics;

function mended(source: string): string {
  const fix = diagnosticsOf(source)[0]?.fix;
  if (fix === undefined) throw new Error('There is no fix.');
  return source.slice(0, fix.start) + fix.text + source.slice(fix.end);
}

/** What authors get wrong most, and what the quick fix makes of it. */
const mistakes: readonly (readonly [string, string, string])[] = [
  ['= for == in a condition', 'Integer n;\nif (n = 2) n = 3;', 'Integer n;\nif (n == 2) n = 3;'],
  ['= for == without spaces', 'Integer n;\nwhile (n=2) n = 3;', 'Integer n;\nwhile (n==2) n = 3;'],
  ['a number in a text', 'Integer n;\nprint("n: " + n);', 'Integer n;\nprint("n: " + n.toString());'],
  ['a result in a text', 'print("on " + getCurrentDate());', 'print("on " + getCurrentDate().toString());'],
  ['a written number in a text', 'print("n: " + 5);', 'print("n: " + "5");'],
  ['a number that is printed', 'Integer n;\nprint(n);', 'Integer n;\nprint(n.toString());'],
  ['a text for a number', 'String s;\nInteger n = s;', 'String s;\nInteger n = s.toInteger();'],
  ['a text beside a number', 'String s;\nBool b = 3 == s;', 'String s;\nBool b = 3 == s.toInteger();'],
  ['a missing semicolon', 'Integer n = 1\nn++;', 'Integer n = 1;\nn++;'],
  ['a misspelt variable', 'String answer;\nprint(anwser);', 'String answer;\nprint(answer);'],
  ['a misspelt function', 'pintLine("x");', 'printLine("x");'],
  ['a function in another case', 'printline("x");', 'printLine("x");'],
  ['a misspelt method', 'String s;\ns = s.toUper();', 'String s;\ns = s.toUpper();'],
  ['a misspelt type', 'Sting s;', 'String s;'],
  ['a type in another case', 'string s;', 'String s;'],
  [
    'a misspelt field',
    'struct Box { Integer width; };\nBox b;\nb.widht = 2;',
    'struct Box { Integer width; };\nBox b;\nb.width = 2;',
  ],
];

describe('the quick fix', () => {
  it.each(mistakes)('of %s mends the one message', (_name, source, wanted) => {
    expect(diagnosticsOf(source).filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(mended(source)).toBe(wanted);
    expect(diagnosticsOf(wanted).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['a sum in a text, which would need parentheses', 'Integer n;\nprint("n: " + (n * 2));'],
    ['a comparison in a text', 'Integer n;\nprint("so: " + (n == 2));'],
    ['a member of an enumeration in a text', 'print("kind: " + NSUDefType.Contact);'],
    ['a name that nothing is near to', 'print(completelyElsewhere);'],
  ])('is not offered for %s', (_name, source) => {
    const [problem] = diagnosticsOf(source);
    expect(problem?.severity).toBe('error');
    expect(problem?.fix).toBeUndefined();
  });
});
