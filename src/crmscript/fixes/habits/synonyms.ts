import type { Type } from '../../analysis/types/types.ts';
import { nearest } from '../../nearest.ts';

/*
 * What methods and functions are called elsewhere. A text is the name here; a function writes the whole
 * call anew from its receiver (or first argument) and its arguments.
 */

export type Rewrite =
  string | ((of: string, args: readonly string[], receiver: Receiver) => string | undefined);

/** A value behind which a method is to be written. */
export type Receiver = {
  /** An Integer or a Long. */
  readonly isWhole: boolean;
  /** What a method is called on its type, if that is known; undefined where it has none. */
  methodLike(name: string): string | undefined;
};

export const table = (entries: Readonly<Record<string, Rewrite>>): ReadonlyMap<string, Rewrite> =>
  new Map(Object.entries(entries));

export const strip: Rewrite = (of) => `${of}.stripLeadingAndTrailing(" \\r\\n\\t")`;
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
  addMonths: 'addMonth',
  addYears: 'addYear',
  getDay: 'getMDay',
  getDayOfMonth: 'getMDay',
  getDayOfWeek: 'getWeekDay',
  format: 'toString',
});

const ofDateTime = new Map([
  ...ofDate,
  ...table({
    addHours: 'addHour',
    addMinutes: 'addMin',
    addMinute: 'addMin',
    addSeconds: 'addSec',
    addSecond: 'addSec',
    getTimestamp: 'getUnix',
    getHour: (of) => `${of}.getTime().getHour()`,
    getMinute: (of) => `${of}.getTime().getMin()`,
    getMin: (of) => `${of}.getTime().getMin()`,
    getSecond: (of) => `${of}.getTime().getSec()`,
    getSec: (of) => `${of}.getTime().getSec()`,
  }),
]);

const ofTime = table({
  getHours: 'getHour',
  getMinute: 'getMin',
  getMinutes: 'getMin',
  getSecond: 'getSec',
  getSeconds: 'getSec',
  setHours: 'setHour',
  setMinute: 'setMin',
  setMinutes: 'setMin',
  setSecond: 'setSec',
  setSeconds: 'setSec',
});

const ofTimeSpan = table({
  addYears: 'addYear',
  addDays: 'addDay',
  addHours: 'addHour',
  addMinute: 'addMin',
  addMinutes: 'addMin',
  addSecond: 'addSec',
  addSeconds: 'addSec',
  getYears: 'getYear',
  getDays: 'getDay',
  getHours: 'getHour',
  getMinute: 'getMin',
  getMinutes: 'getMin',
  getSecond: 'getSec',
  getSeconds: 'getSec',
  getTotalSeconds: 'toSeconds',
  totalSeconds: 'toSeconds',
});

const ofXmlNode = table({
  getAttribute: 'getParameter',
  setAttribute: 'setParameter',
  getValue: 'getText',
  setValue: 'setText',
  appendChild: 'addChild',
  children: 'getChildren',
  childNodes: 'getChildren',
  getChild: 'getNodeFromPath',
});

const ofJsonBuilder = table({
  addBool: 'addBoolean',
  addNumber: 'addInteger',
  addInt: 'addInteger',
  toString: 'getString',
  toJson: 'getString',
  pop: 'popLevel',
  startObject: 'pushObject',
  startArray: 'pushArray',
});

const ofHttp = table({
  setHeader: 'addHeader',
  getStatusCode: (of) => `${of}.getValue("statusCode")`,
  getStatus: (of) => `${of}.getValue("statusCode")`,
  getError: 'getErrorMessage',
  getHeader: 'getResponseHeader',
});

const ofSearchEngine = table({
  addCriterion: 'addCriteria',
  addCondition: 'addCriteria',
  addWhere: 'addCriteria',
  getValue: 'getField',
  orderBy: 'addOrder',
  count: 'countRows',
  isEof: 'eof',
});

const ofEventData = table({
  getInput: 'getInputValue',
  getInputs: 'getInputValues',
  setOutput: 'setOutputValue',
  getState: 'getStateValue',
  setState: 'setStateValue',
});

const byClass: ReadonlyMap<string, ReadonlyMap<string, Rewrite>> = new Map([
  ['String', ofString],
  ['Map', ofMap],
  ['Vector', ofVector],
  ['Date', ofDate],
  ['DateTime', ofDateTime],
  ['Time', ofTime],
  ['TimeSpan', ofTimeSpan],
  ['XMLNode', ofXmlNode],
  ['JSONBuilder', ofJsonBuilder],
  ['HTTP', ofHttp],
  ['SearchEngine', ofSearchEngine],
  ['EventData', ofEventData],
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
