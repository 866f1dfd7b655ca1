import { nearest } from '../syntax/nearest.ts';
import type { Type } from './types.ts';

/*
 * What methods and functions are called elsewhere. A text is the name here; a function writes the whole
 * call anew from its receiver (or first argument) and its arguments.
 */

export type Rewrite = string | ((of: string, args: readonly string[]) => string | undefined);

const table = (entries: Readonly<Record<string, Rewrite>>): ReadonlyMap<string, Rewrite> =>
  new Map(Object.entries(entries));

const strip: Rewrite = (of) => `${of}.stripLeadingAndTrailing(" \\r\\n\\t")`;
const contained: Rewrite = (of, [part]) => (part === undefined ? undefined : `(${of}.find(${part}) >= 0)`);

const ofString = table({
  length: 'getLength',
  len: 'getLength',
  size: 'getLength',
  count: 'getLength',
  indexOf: 'find',
  lastIndexOf: 'findLast',
  replace: 'substitute',
  replaceAll: 'substitute',
  toLowerCase: 'toLower',
  lower: 'toLower',
  toUpperCase: 'toUpper',
  upper: 'toUpper',
  startsWith: 'beginsWith',
  substr: 'subString',
  mid: 'subString',
  concat: 'append',
  isBlank: 'isEmpty',
  empty: 'isEmpty',
  toInt: 'toInteger',
  parseInt: 'toInteger',
  toDouble: 'toFloat',
  match: 'regexp',
  matches: 'regexp',
  trim: strip,
  strip,
  contains: contained,
  includes: contained,
  charAt: (of, [index]) => (index === undefined ? undefined : `${of}.subString(${index}, 1)`),
});

const lengths: Readonly<Record<string, Rewrite>> = {
  getLength: 'length',
  size: 'length',
  count: 'length',
  len: 'length',
  getSize: 'length',
};
const ofArray = table({
  ...lengths,
  push: 'pushBack',
  add: 'pushBack',
  append: 'pushBack',
  pop: 'popBack',
  shift: 'popFront',
  unshift: 'pushFront',
  join: 'buildString',
  get: (of, [index]) => (index === undefined ? undefined : `${of}[${index}]`),
  set: (of, [index, value]) => (value === undefined ? undefined : `${of}[${index ?? ''}] = ${value}`),
  isEmpty: (of) => `(${of}.length() == 0)`,
});

const ofMap = table({
  put: 'insert',
  set: 'insert',
  add: 'insert',
  append: 'insert',
  containsKey: 'exists',
  contains: 'exists',
  has: 'exists',
  hasKey: 'exists',
  length: 'size',
  count: 'size',
  getLength: 'size',
  delete: 'remove',
  erase: 'remove',
  getValue: 'getVal',
  getOrDefault: 'getWithFallback',
  isEmpty: (of) => `(${of}.size() == 0)`,
});

const ofVector = table({
  length: 'size',
  count: 'size',
  getLength: 'size',
  push: 'pushBack',
  add: 'pushBack',
  append: 'pushBack',
  join: 'buildString',
  remove: 'removeAt',
});

const ofDate = table({
  addDays: 'addDay',
  addHours: 'addHour',
  addMinutes: 'addMin',
  addMinute: 'addMin',
  addSeconds: 'addSec',
  addSecond: 'addSec',
  addMonths: 'addMonth',
  addYears: 'addYear',
  getDay: 'getMDay',
  format: 'toString',
});

const byClass: ReadonlyMap<string, ReadonlyMap<string, Rewrite>> = new Map([
  ['String', ofString],
  ['Map', ofMap],
  ['Vector', ofVector],
  ['Date', ofDate],
  ['DateTime', ofDate],
]);

const methodsOf = (type: Type): ReadonlyMap<string, Rewrite> | undefined =>
  type.kind === 'array' ? ofArray : byClass.get(type.name);

/** What a method of another name is called on this type. */
export const methodHere = (type: Type, name: string): Rewrite | undefined => methodsOf(type)?.get(name);

/** As `methodHere`, for a name that is misspelt or written in another case: `Trim`, `lenght`. */
export function methodNearHere(type: Type, name: string): Rewrite | undefined {
  const near = nearest(name, methodsOf(type)?.keys() ?? []);
  return near === undefined ? undefined : methodHere(type, near);
}

/** A function of one value that is a method of it here. */
const asMethod =
  (method: string): Rewrite =>
  (of, args) =>
    args.length === 1 ? `${of}.${method}()` : undefined;

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
