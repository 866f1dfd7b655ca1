import type { NativeCall } from './calls.ts';
import type { Native, NativeTable } from './native.ts';
import { within } from './within.ts';
import { bound, call, joined, level, literal, piece } from './piece.ts';

/** What a script prints is its result. */
const print =
  (ending: string): Native =>
  (p, { args: [text = literal('')], nodes: [node] }) => {
    const whole = ending === '' ? text : joined([text, literal(ending)]);
    // `body += f()` would lose what f prints itself.
    const calls = node !== undefined && [...within(node)].some((one) => p.tree.codeOf(one)?.kind === 'call');
    if (calls || whole.text.includes('await ')) return call(`${p.need('print')}(${whole.text})`);
    return piece(`context.result.body += ${whole.text}`, level.assignment);
  };

const assert =
  (condition: (given: NativeCall) => string, words: (given: NativeCall) => string): Native =>
  (p, given) => {
    const text = `if (!(${condition(given)})) ${p.need('failWith')}(${words(given)}, 'AssertException')`;
    return { ...call(text), level: level.assignment };
  };

const isTrue = assert(
  ({ args: [first = piece('true')] }) => first.text,
  ({ span }) => literal(`assert failed in line ${String(span.line)}.`).text,
);

const isEqual = assert(
  ({ args: [a = piece('0'), b = piece('0')] }) =>
    `${bound(a, level.equality)} === ${bound(b, level.equality)}`,
  ({ span, args: [a = piece('0'), b = piece('0')], parameters }) => {
    const quote = parameters[0]?.type.name === 'String' ? '"' : '';
    const parts = [
      `assertEquals failed in line ${String(span.line)}: ${quote}`,
      `${quote} is not ${quote}`,
      `${quote}.`,
    ];
    const [start = '', middle = '', end = ''] = parts;
    return joined([literal(start), a, literal(middle), b, literal(end)]).text;
  },
);

export const outputNatives: NativeTable = {
  print: print(''),
  printLine: print('\n'),
  assert: isTrue,
  assertEquals: isEqual,
  sleep: (p, { args: [seconds = piece('0')] }) => {
    p.awaits();
    const time = /^[\d.]+$/.test(seconds.text)
      ? String(Number(seconds.text) * 1000)
      : `${bound(seconds, level.multiplicative)} * 1000`;
    return piece(`await new Promise<void>((done) => void setTimeout(done, ${time}))`, level.unary);
  },
};
