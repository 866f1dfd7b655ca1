/** `console`, and how it shows values: much as Node does, without colours, on as few lines as they have. */
export const consoleScope = String.raw`
  const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const isArray = Array.isArray;
  const TheMap = Map;
  const TheSet = Set;
  const TheDate = Date;
  const ThePromise = Promise;
  const mapEach = Map.prototype.forEach;
  const setEach = Set.prototype.forEach;
  const dateText = Date.prototype.toISOString;
  const dateValue = Date.prototype.getTime;
  const regexpText = RegExp.prototype.toString;
  const symbolText = Symbol.prototype.toString;
  const cut = String.prototype.slice;
  const plain = /^[A-Za-z_$][\w$]*$/;
  const matches = RegExp.prototype.test;
  const mostShown = 100;
  const mostDeep = 3;
  const mostText = 10000;

  const keyText = (key) =>
    typeof key === 'symbol' ? '[' + apply(symbolText, key, []) + ']' : apply(matches, plain, [key]) ? key : stringify(key);
  const constructorName = (object) => {
    const prototype = getPrototypeOf(object);
    if (prototype === null) return '[null]';
    const made = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    const name = typeof made === 'function' ? getOwnPropertyDescriptor(made, 'name')?.value : '';
    return typeof name === 'string' && name !== '' ? name : 'Object';
  };
  const propertyText = (object, key, seen) => {
    const property = getOwnPropertyDescriptor(object, key);
    if (property === undefined) return 'undefined';
    if ('value' in property) return shown(property.value, seen);
    return property.get === undefined ? '[Setter]' : '[Getter]';
  };
  const listed = (before, open, close, parts) =>
    before + (parts === '' ? open + close : open + (open === '[' ? parts : ' ' + parts) + (close === ']' ? close : ' ' + close));

  const objectText = (object, seen) => {
    if (isError(object)) {
      const { stack } = object;
      const said = object.name + ': ' + object.message;
      return typeof stack === 'string' && stack !== '' ? said + '\n' + stack : said;
    }
    if (object instanceof TheDate) {
      return apply(dateValue, object, []) === apply(dateValue, object, []) ? apply(dateText, object, []) : 'Invalid Date';
    }
    if (object instanceof RegExp) return apply(regexpText, object, []);
    if (object instanceof ThePromise) return 'Promise {}';
    const name = constructorName(object);
    for (let around = seen; around !== undefined; around = around.next) {
      if (around.object === object) return '[Circular]';
    }
    const depth = seen === undefined ? 0 : seen.depth + 1;
    if (depth >= mostDeep) return isArray(object) ? '[Array]' : '[' + name + ']';
    const inside = { __proto__: null, object, depth, next: seen };
    let parts = '';
    let count = 0;
    const add = (text) => {
      count++;
      if (count > mostShown) return;
      parts += (parts === '' ? '' : ', ') + text;
    };
    if (object instanceof TheMap) {
      apply(mapEach, object, [(value, key) => add(shown(key, inside) + ' => ' + shown(value, inside))]);
    } else if (object instanceof TheSet) {
      apply(setEach, object, [(value) => add(shown(value, inside))]);
    } else if (isArray(object)) {
      const { length } = object;
      for (let index = 0; index < length && index < mostShown; index++) add(propertyText(object, '' + index, inside));
      count = length;
    } else {
      const keys = ownKeys(object);
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index];
        if (getOwnPropertyDescriptor(object, key)?.enumerable === true) {
          add(keyText(key) + ': ' + propertyText(object, key, inside));
        }
      }
    }
    if (count > mostShown) parts += ', … ' + (count - mostShown) + ' more';
    return isArray(object)
      ? listed(name === 'Array' ? '' : name + ' ', '[', ']', parts)
      : listed(name === 'Object' ? '' : name + ' ', '{', '}', parts);
  };
  const functionText = (object) => {
    const name = getOwnPropertyDescriptor(object, 'name')?.value;
    return typeof name === 'string' && name !== '' ? '[Function: ' + name + ']' : '[Function]';
  };
  const shown = (value, seen) => {
    switch (typeof value) {
      case 'string':
        return seen === undefined ? value : stringify(value);
      case 'bigint':
        return value + 'n';
      case 'symbol':
        return apply(symbolText, value, []);
      case 'function':
        return functionText(value);
      case 'object':
        return value === null ? 'null' : objectText(value, seen);
      default:
        return Object.is(value, -0) ? '-0' : '' + value;
    }
  };
  const inspect = (value) => apply(cut, shown(value), [0, mostText]);

  const console = {};
  for (const [name, level] of [['debug'], ['log'], ['info'], ['warn'], ['error'], ['trace', 'debug']]) {
    console[name] = { [name](...values) {
      let text = '';
      for (let index = 0; index < values.length; index++) text += (index > 0 ? ' ' : '') + inspect(values[index]);
      bridge('console', level ?? name, text, here());
    } }[name];
  }
  console.assert = (condition, ...values) => { if (!condition) console.error('Assertion failed', ...values); };
  hidden(globalThis, 'console', console);
`;
