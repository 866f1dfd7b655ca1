import { libraryWith } from '../src/bots/bot-library.ts';
import { tables } from '../tests/crmscript/tables.ts';
import { nativeCalls, type NativeCall } from '../tests/support/native-calls.ts';
import type { Given } from '../tests/support/price-of-call.ts';
import { prepareSpeed } from './price-speed.ts';

/*
 * `npm run bench:prices [-- NAME]`: how long what costs as much as a statement takes, for everything that the library
 * has, with long values of many kinds. What a script can have done for 5 million must be a matter of a second or two.
 */

const [wanted = ''] = process.argv.slice(2);
/** What takes longer for each character of a longer text is found by counting, in the tests. */
const length = 8_192;

const units = [
  'a',
  '1',
  ' ',
  ',',
  '.',
  '&amp;',
  '%41',
  'é',
  'İ',
  '😀',
  '\ud800',
  '"',
  '\\',
  '\n',
  'a\n',
  'a=1\n',
  '[],',
  '<b>',
  '<a/>',
  '<body>',
  'a@b.cc,',
  'YY4',
  '[[a]]',
  'US:"a";',
];

const repeated = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** A text to look for that is found late or not at all, though much of it is there. */
const others = (text: string): readonly string[] => [
  text.slice(0, 1),
  `${text.slice(0, length / 2)}\u0001`,
  `\u0001${text.slice(0, length / 2)}`,
  text,
];

const whole = [
  `[${'1,'.repeat(length / 2)}1]`,
  `{${'"a":1,'.repeat(length / 6)}"b":"c"}`,
  `["${'\\u0041'.repeat(length / 6)}"]`,
  `<r>${'<a b="c">d</a>'.repeat(length / 14)}</r>`,
  'QUJD'.repeat(length / 4),
  'Integer a = 1; '.repeat(length / 15),
  'Strnig a = bcd(e); '.repeat(length / 19),
  `Integer a = 1${' + 1'.repeat(length / 4)};`,
  'y_a.b.c.d.',
];

function* givenFor({ declarations, call }: NativeCall): Generator<Given> {
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(call);
  const numbers = uses('number') ? [1, 0, 60, 100_000] : [1];
  const texts = uses('text')
    ? [...units.map(repeated), ...whole]
    : uses('other')
      ? ['a', '%', '&', ' ', '<', 'é', '\n', '.'].map(repeated)
      : /\btext\b/.test(declarations)
        ? ['a', '&', '"'].map(repeated)
        : ['a'];
  for (const [index, text] of texts.entries()) {
    const all = uses('other') ? (uses('text') ? others(text) : [text]) : ['a'];
    // Of most kinds of texts one other will do.
    for (const other of all.length > 1 && index % 8 > 0 ? all.slice(index % 2, (index % 2) + 1) : all) {
      yield { text, other, number: numbers[index % numbers.length] ?? 1 };
    }
    if (texts.length < 4) for (const number of numbers.slice(1)) yield { text, other: text, number };
  }
}

type Row = { readonly title: string; readonly nanoseconds: number; readonly with: string };

function worstOf(call: NativeCall): Row | undefined {
  let worst: Row | undefined;
  const measure = prepareSpeed(call);
  for (const given of givenFor(call)) {
    const nanoseconds = measure(given);
    if (nanoseconds === undefined) continue;
    if (worst !== undefined && nanoseconds <= worst.nanoseconds) continue;
    const shown = `${JSON.stringify(given.text.slice(0, 12))} ${JSON.stringify(given.other.slice(0, 8))} ${String(given.other.length)} ${String(given.number)}`;
    worst = { title: call.title, nanoseconds, with: shown };
  }
  return worst;
}

const shown = ({ title, nanoseconds, with: given }: Row): string =>
  `${nanoseconds.toFixed(0).padStart(8)} ns  ${title}   ${given}`;

const rows: Row[] = [];
for (const call of nativeCalls(libraryWith(tables))) {
  if (!call.title.toLowerCase().includes(wanted.toLowerCase())) continue;
  const row = worstOf(call);
  if (row === undefined) continue;
  rows.push(row);
  console.error(shown(row));
}
rows.sort((a, b) => b.nanoseconds - a.nanoseconds);
for (const row of rows) console.log(shown(row));
