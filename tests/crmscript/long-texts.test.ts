import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../src/crmscript/analysis/signature.ts';
import { compile } from '../../src/crmscript/compile.ts';
import { createLibrary } from '../../src/crmscript/library.ts';
import { run } from '../../src/crmscript/run.ts';
import { library as complete, testEnvironment } from './run-source.ts';

/*
 * What looks at a whole text pays for it by the text's length, or else a script could spend hours within its budget of
 * statements. Each method of String and each function that takes a String is called with a long one.
 */

const own = createLibrary();
const length = 65_536;
/** A thousand and twenty-four characters are one statement. */
const leastPrice = length / 1024;

/** They look at a few characters at most, whatever the text. */
const constant = new Set([
  'getLength',
  'isNull',
  'isEmpty',
  'toString',
  'toBool',
  'toInteger',
  'toLong',
  'toFloat',
  'isNumber',
  'isDigit',
  'isValidEmail',
  'subString',
  'getLine',
  'prettyChop',
  'append',
  'toDate',
  'toDateTime',
  'toTime',
  // Names that are looked up.
  'getGenericValue',
  'getStructMembers',
  'langToId',
  // What they are handed on to is paid there.
  'debugWait',
  'enableDebug',
  'mapValue',
]);

function price(expression: string, text: string): number {
  const source = `String s = parseJSON(${JSON.stringify(JSON.stringify(text))}).getText();
Vector v; v.pushBack(s);
try { ${expression}; } catch { }`;
  const { program } = compile(source, { file: 'main', library: complete });
  if (program === undefined) throw new Error(`${expression} does not compile.`);
  return run(program, { environment: testEnvironment() }).price;
}

const givenBy = new Map([
  ['String', 's'],
  ['Integer', '0'],
  ['Bool', 'true'],
  ['Vector', 'v'],
]);

function callOf(signature: string): string | undefined {
  const { name, parameters } = parseSignature(signature);
  const args = parameters.map(({ type }) => givenBy.get(type));
  return args.includes(undefined) ? undefined : `${name}(${args.join(', ')})`;
}

const methods = own.classes
  .filter(({ name }) => name === 'String')
  .flatMap((native) => native.methods)
  .map(({ signature }) => ({ signature, call: callOf(signature), receiver: 's.' }));
const functions = own.functions
  .filter(({ signature }) => /[(,] ?(?:String|Vector) /.test(signature))
  .map(({ signature }) => ({ signature, call: callOf(signature), receiver: '' }));

const calls = [...methods, ...functions]
  .filter(({ signature }) => !constant.has(parseSignature(signature).name))
  .flatMap(({ signature, call, receiver }): [string, string][] =>
    call === undefined ? [] : [[signature, receiver + call]],
  );

describe('a long text', () => {
  it.each(calls)('is paid for by %s', (_, call) => {
    const characters = ['a', 'A', '1', ' ', ',', '<', '&', '%', 'é'];

    const prices = characters.map((unit) => price(call, unit.repeat(length)) - price(call, unit));

    // The literal itself costs, in both; the long one as much as its own reading.
    const reading = price('', 'a'.repeat(length)) - price('', 'a');
    expect(Math.max(...prices) - reading).toBeGreaterThanOrEqual(leastPrice / 2);
  });
});
