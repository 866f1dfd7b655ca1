import { describe, expect, it } from 'vitest';
import { libraryWith } from '../../src/bots/bot-library.ts';
import { tables } from '../crmscript/tables.ts';
import { nativeCalls } from '../support/native-calls.ts';
import { prepareCall } from '../support/price-of-call.ts';

/*
 * What looks at a whole text pays for it by the text's length, or else a script could spend hours within its budget.
 * Everything that the library has and that can be given a text is called with a long one: what is added to the library is
 * tried too. How long it all takes for its price is measured by `npm run bench:prices`.
 */

const length = 65_536;
/** A fourth of a nanosecond for each character, where a statement takes some twenty. */
const leastPrice = length / 1024;

/** They look at a few characters at most, hand the text on, or find it by the number that the host knows it by. */
const constant = new Set([
  ...['mapValue', 'getStructMembers', 'getGenericValue', 'debugWait', 'enableDebug', 'langToId'],
  // They fail before they look, for they are given what does not fit.
  ...['setGenericFromString', 'makePassword', 'assertEquals'],
  ...['new Integer', 'new Float', 'new String', 'new Date', 'new Time', 'new DateTime'],
  ...['isNull', 'isEmpty', 'isNumber', 'isDigit', 'isValidEmail', 'getLength', 'getLine', 'subString'].map(
    (name) => `String.${name}`,
  ),
  ...['toBool', 'toInteger', 'toLong', 'toFloat', 'toString', 'toDate', 'toDateTime', 'toTime'].map(
    (name) => `String.${name}`,
  ),
  ...['prettyChop', 'append', 'parseCSV'].map((name) => `String.${name}`),
  ...['insert', 'exists', 'get', 'getWithFallback', 'increaseValueForKey', 'remove'].map(
    (name) => `Map.${name}`,
  ),
  ...['set', 'pushBack', 'buildString'].map((name) => `Vector.${name}`),
  ...['setName', 'setText', 'getParameter', 'setParameter'].map((name) => `XMLNode.${name}`),
  ...['addCell', 'setCell'].map((name) => `StringMatrix.${name}`),
  ...['setVariable', 'addVariable', 'getVariable', 'getVariableCount'].map((name) => `Parser.${name}`),
  ...['Integer', 'Float', 'String', 'Bool', 'DateTime'].flatMap((type) => [
    `StringObjectDictionary.insert${type}`,
    `StringObjectDictionary.get${type}`,
  ]),
  ...['loadPrivateKey', 'loadPublicKey', 'createSignature', 'verifySignature'].map((name) => `Rsa.${name}`),
  ...['Integer', 'String', 'DateTime', 'Point'].flatMap((type) =>
    ['pushBack', 'pushFront', 'insert', 'buildString'].map((name) => `${type}[].${name}`),
  ),
  ...['FHBitSet.set', 'NSSaleAgent.IsNumberValid', 'a joined text', 'a thrown text'],
]);

/** Fields of data, which hold what is put into them. */
const isField = (title: string): boolean => /^EventDataDialog\w+\.(?:set|add|remove)/.test(title);

const nameOf = (title: string): string => title.replace(/\(.*/, '');

const calls = nativeCalls(libraryWith(tables))
  .filter(({ title, call }) => /\b(?:text|other)\b/.test(call) && !constant.has(nameOf(title)))
  .filter(({ title }) => !isField(title))
  .map((call) => [call.title, call] as const);

const kinds = ['a', '&<', ',1 ', 'é'].map((unit) => (long: number) => unit.repeat(long).slice(0, long));

describe('a long text', () => {
  it.each(calls)('is paid for by %s', (_title, call) => {
    const run = prepareCall(call);
    const priceWith = (text: string): number => {
      const given = { text, other: text, number: 1 };
      return run(given, 1).price - run(given, 0).price;
    };

    const prices = kinds.map((textOf) => priceWith(textOf(length)) - priceWith(textOf(64)));

    expect(Math.max(...prices)).toBeGreaterThanOrEqual(leastPrice);
  });
});
