/**
 * The engine asks for the offset of local time at a moment in UTC; where a local time is to be turned into a moment it
 * asks with the local time, as if that were UTC, and is wrong for the hours around a change of summer time. So what
 * takes a local time is done here over again: the offset is looked up at the moment that comes out, not at the local
 * time. Where a local time is there twice its first moment is meant, where it is skipped the one an hour later, as
 * everywhere in the language.
 */
export const dateScope = String.raw`
  const NativeDate = Date;
  const utc = Date.UTC;
  const { getTimezoneOffset, getTime, setTime } = Date.prototype;
  const aheadAt = (moment) => -apply(getTimezoneOffset, new NativeDate(moment), []) * 60000;
  /** The moment of a local time, both in milliseconds. */
  const momentOf = (local) => {
    if (local !== local) return local;
    const before = aheadAt(local - 86400000);
    const after = aheadAt(local + 86400000);
    const early = local - before;
    if (before === after || aheadAt(early) === before) return early;
    const late = local - after;
    return aheadAt(late) === after ? late : early;
  };
  const zoned = /(?:Z|[+-]\d\d:?\d\d|GMT|UTC|\([^)]*\))\s*$/i;
  const dayOnly = /^\s*[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?\s*$/;
  const exec = RegExp.prototype.exec;
  const nativeParse = Date.parse;
  const parseDate = (text) => {
    const found = nativeParse(text);
    if (found !== found || apply(exec, zoned, [text]) !== null || apply(exec, dayOnly, [text]) !== null) return found;
    const local = nativeParse(text + 'Z');
    return momentOf(local === local ? local : nativeParse(text + ' GMT'));
  };
  const timeOf = (args) => {
    if (args.length > 1) return momentOf(apply(utc, undefined, args));
    const [value] = args;
    if (typeof value === 'object' && value !== null && value instanceof NativeDate) return apply(getTime, value, []);
    const primitive = typeof value === 'object' || typeof value === 'function' ? toPrimitive(value) : value;
    return typeof primitive === 'string' ? parseDate(primitive) : Number(primitive);
  };
  const toPrimitive = (value) => {
    const exotic = value === null ? undefined : value[Symbol.toPrimitive];
    if (exotic !== undefined && exotic !== null) return apply(exotic, value, ['default']);
    if (value === null) return value;
    const plainValue = value.valueOf();
    return typeof plainValue === 'object' && plainValue !== null ? '' + value : plainValue;
  };
  const ZonedDate = function Date(...args) {
    if (new.target === undefined) return new NativeDate(now()).toString();
    return Reflect.construct(NativeDate, args.length === 0 ? [now()] : [timeOf(args)], new.target);
  };
  hidden(ZonedDate, 'length', 7);
  defineProperty(ZonedDate, 'prototype', { __proto__: null, value: NativeDate.prototype, writable: false });
  defineProperty(ZonedDate, 'length', { __proto__: null, value: 7, writable: false });
  hidden(ZonedDate, 'now', now);
  hidden(ZonedDate, 'UTC', utc);
  hidden(ZonedDate, 'parse', { parse(text) { return parseDate('' + text); } }.parse);
  hidden(NativeDate.prototype, 'constructor', ZonedDate);
  hidden(globalThis, 'Date', ZonedDate);

  const part = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
  const setters = [['FullYear', 0, 3], ['Month', 1, 2], ['Date', 2, 1], ['Hours', 3, 4], ['Minutes', 4, 3], ['Seconds', 5, 2], ['Milliseconds', 6, 1]];
  const read = part.map((name) => Date.prototype['get' + name]);
  const setLocal = (date, from, most, values) => {
    let moment = apply(getTime, date, []);
    if (moment !== moment && from === 0) moment = momentOf(0);
    const local = new NativeDate(moment);
    const parts = read.map((get) => apply(get, local, []));
    for (let index = 0; index < most && (index < values.length || index === 0); index++) parts[from + index] = Number(values[index]);
    const year = parts[0];
    // Date.UTC takes 0 to 99 for years of the last century.
    const shifted = year >= 0 && year <= 99 ? [year + 400, ...parts.slice(1)] : parts;
    const value = apply(utc, undefined, shifted) - (shifted === parts ? 0 : 12622780800000);
    return apply(setTime, date, [momentOf(value)]);
  };
  for (const [name, from, most] of setters) {
    const method = { ['set' + name](...values) { return setLocal(this, from, most, values); } }['set' + name];
    defineProperty(method, 'length', { __proto__: null, value: most });
    hidden(NativeDate.prototype, 'set' + name, method);
  }
`;
