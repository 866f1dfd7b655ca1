import * as fc from 'fast-check';

/* Grammar-based programs: well typed on purpose, so that most of them run. */

const integerNames = ['i', 'j', 'k'];
const textNames = ['s', 't'];

const { integer, text, bool } = fc.letrec<{ integer: string; text: string; bool: string }>((tie) => ({
  integer: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.constantFrom(...integerNames),
    fc
      .tuple(tie('integer'), fc.constantFrom('+', '-', '*', '/', '%'), tie('integer'))
      .map((parts) => `(${parts.join(' ')})`),
    tie('text').map((value) => `${value}.getLength()`),
    tie('integer').map((value) => `list[${value}]`),
    tie('integer').map((value) => `twice(${value})`),
    fc.constantFrom(...integerNames).map((name) => `${name}++`),
  ),
  text: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('"a"', "'bc'", '""', '"\\n"'),
    fc.constantFrom(...textNames),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    tie('integer').map((value) => `(${value}).toString()`),
    fc.tuple(tie('text'), tie('integer')).map(([a, b]) => `${a}.subString(${b}, 2)`),
    tie('text').map((value) => `map.get(${value})`),
  ),
  bool: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('true', 'false'),
    fc
      .tuple(tie('integer'), fc.constantFrom('<', '==', '>='), tie('integer'))
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('text'), fc.constantFrom('==', '<'), tie('text')).map((parts) => parts.join(' ')),
    fc.tuple(tie('bool'), tie('bool')).map(([a, b]) => `(${a} || !(${b}))`),
  ),
}));

const { statement } = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc
      .tuple(fc.constantFrom(...integerNames), fc.constantFrom('=', '+=', '-='), integer)
      .map((parts) => `${parts.join(' ')};`),
    fc.tuple(fc.constantFrom(...textNames), text).map(([name, value]) => `${name} = ${value};`),
    fc.tuple(fc.constantFrom(...textNames), text).map(([name, value]) => `${name}.append(${value});`),
    text.map((value) => `print(${value});`),
    fc.tuple(text, text).map(([key, value]) => `map.insert(${key}, ${value});`),
    integer.map((value) => `list.pushBack(${value});`),
    fc
      .tuple(bool, tie('statement'), tie('statement'))
      .map(([test, a, b]) => `if (${test}) { ${a} } else { ${b} }`),
    fc
      .tuple(bool, tie('statement'))
      .map(([test, body]) => `while (${test}) { ${body} k++; if (k > 20) break; }`),
    fc.tuple(tie('statement'), tie('statement')).map(([a, b]) => `try { ${a} } catch { print(error); ${b} }`),
    tie('statement').map((body) => `foreach (Integer i in list) { ${body} }`),
    text.map((value) => `throw ${value};`),
    fc.constant('s = "x".regexp("(a|x)+")[0];'),
  ),
}));

/** A program that compiles. */
export const program = fc.array(statement, { minLength: 1, maxLength: 12 }).map(
  (statements) => `Integer i; Integer j = 2; Integer k; String s; String t = "t"; Map map; Integer[3] list;
Integer twice(Integer n) { if (n > 50) return twice(n - 50); return n * 2; }
${statements.join('\n')}`,
);
