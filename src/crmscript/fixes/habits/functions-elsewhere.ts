import { strip, table, type Receiver, type Rewrite } from './synonyms.ts';

/* What functions are called elsewhere, and those of objects that other languages keep ready. */

/** A function of one value that is a method of it here. */
const asMethod =
  (method: string): Rewrite =>
  (of, args, receiver) =>
    args.length === 1 ? callOf(of, method, receiver) : undefined;

const isRounding = (method: string): boolean => method === 'floor' || method === 'round';

function callOf(of: string, method: string, receiver: Receiver): string | undefined {
  // A whole number has nothing to round.
  if (receiver.isWhole && isRounding(method)) return atomic(of);
  const here = receiver.methodLike(method);
  return here === undefined ? undefined : `${atomic(of)}.${here}()`;
}

const functions = table({
  parseInt: asMethod('toInteger'),
  parseFloat: asMethod('toFloat'),
  int: asMethod('toInteger'),
  str: asMethod('toString'),
  toString: asMethod('toString'),
  len: asMethod('getLength'),
  strlen: asMethod('getLength'),
  length: asMethod('getLength'),
  abs: asMethod('abs'),
  round: asMethod('round'),
  floor: asMethod('floor'),
  isNull: asMethod('isNull'),
  isEmpty: asMethod('isEmpty'),
  trim: strip,
  not: (of) => `!(${of})`,
  println: 'printLine',
  printLn: 'printLine',
  echo: 'printLine',
  puts: 'printLine',
  alert: 'printLine',
  write: 'print',
  random: 'rand',
  now: (_of, args) => (args.length === 0 ? 'getCurrentDateTime()' : undefined),
  today: (_of, args) => (args.length === 0 ? 'getCurrentDate()' : undefined),
  exit: (of, args) => (args.length < 2 ? `exitWithMessage(${args.length === 0 ? '""' : of})` : undefined),
  die: 'exitWithMessage',
  wait: 'sleep',
});

export const functionHere = (name: string): Rewrite | undefined => functions.get(name);

/** Objects that other languages keep ready. */
export const objectElsewhere: ReadonlyMap<string, string> = new Map([
  ['console', 'To show something, write printLine("…").'],
  ['System', 'To show something, write printLine("…").'],
  ['Console', 'To show something, write printLine("…").'],
  [
    'Math',
    'Numbers have methods such as abs() and round(); pow(base, exponent) and rand(from, to) are functions.',
  ],
  ['JSON', 'To read JSON, write parseJSON(text); to write it, use a JSONBuilder.'],
  ['eventData', 'Ask for it first: EventData eventData = getEventData();'],
  ['ed', 'Ask for it first: EventData ed = getEventData();'],
]);

const around =
  (name: string, many = 1): Rewrite =>
  (_of, args) =>
    args.length === many ? `${name}(${args.join(', ')})` : undefined;

const behind =
  (method: string): Rewrite =>
  (_of, [value, ...more], receiver) =>
    value === undefined || more.length > 0 ? undefined : callOf(value, method, receiver);

/** A call can stand behind it. */
const atomic = (text: string): string =>
  /^(?:[\w.]+|"[^"]*")(?:\([^()]*\))?$/.test(text) && !/^\d/.test(text) ? text : `(${text})`;

const calls: ReadonlyMap<string, Rewrite> = table({
  'console.log': around('printLine'),
  'console.info': around('printLine'),
  'console.warn': around('printLine'),
  'console.error': around('printLine'),
  'Console.WriteLine': around('printLine'),
  'Console.Write': around('print'),
  'Math.abs': behind('abs'),
  'Math.floor': behind('floor'),
  'Math.round': behind('round'),
  'Math.pow': around('pow', 2),
  'JSON.parse': around('parseJSON'),
  'Integer.parseInt': behind('toInteger'),
  'Number.parseInt': behind('toInteger'),
  'int.Parse': behind('toInteger'),
  'Integer.parse': behind('toInteger'),
  'Float.parseFloat': behind('toFloat'),
  'Convert.ToInt32': behind('toInteger'),
  'Convert.ToString': behind('toString'),
  'String.valueOf': behind('toString'),
  'DateTime.now': (_of, args) => (args.length === 0 ? 'getCurrentDateTime()' : undefined),
  'Date.now': (_of, args) => (args.length === 0 ? 'getCurrentDateTime()' : undefined),
});

/** How `object.name(…)` is written here, where the object is one of another language. */
export const callElsewhere = (object: string, name: string): Rewrite | undefined =>
  calls.get(`${object}.${name}`);
