/** What crosses from scripts to the host and back: dates are `{ $at: milliseconds }` on the way, all else is JSON. */
export const guestValues = String.raw`
  const { defineProperty, entries, fromEntries, assign } = Object;
  const { isArray } = Array;
  const DateOf = Date;
  const timeOf = Date.prototype.getTime;
  const PromiseOf = Promise;
  const ProxyOf = Proxy;
  const MapOf = Map;
  const TextOf = String;
  const isDate = (value) => value instanceof DateOf;
  const dateText = /^when[A-Z]/;
  const mostNested = 20;

  const moment = (date) => {
    const at = timeOf.call(date);
    return at === at ? { $at: at } : null;
  };

  const lower = (value, key = '', depth = 0) => {
    if (isDate(value)) return moment(value);
    if (typeof value === 'string') return dateText.test(key) ? moment(new DateOf(value)) : value;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return TextOf(value);
    if (typeof value !== 'object' || value === null || depth > mostNested) return null;
    if (isArray(value)) return value.map((one) => lower(one, '', depth + 1));
    return fromEntries(entries(value).map(([name, one]) => [name, lower(one, name, depth + 1)]));
  };

  const revive = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return value.map(revive);
    if (typeof value.$at === 'number') return new DateOf(value.$at);
    return fromEntries(entries(value).map(([name, one]) => [name, revive(one)]));
  };

  /** Does it now, and promises what came of it: effects come in the order of the calls. */
  const promised = (action) => {
    try {
      return PromiseOf.resolve(action());
    } catch (error) {
      return PromiseOf.reject(error);
    }
  };

  const hidden = (target, name, value) =>
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });

  const shown = (target, name, get, set) =>
    defineProperty(target, name, { get, set, enumerable: true, configurable: false });
`;
