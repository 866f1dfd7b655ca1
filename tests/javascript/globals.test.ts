import { describe, expect, it } from 'vitest';
import { runJavaScript } from '../support/javascript.ts';

/** What a script finds beside the language of ES2022, apart from what the scope of its run adds. */
const ours = ['clearInterval', 'clearTimeout', 'console', 'setInterval', 'setTimeout'];

/** What the engine knows of later years of the language. */
const later = [
  'AsyncDisposableStack',
  'DOMException',
  'DisposableStack',
  'Float16Array',
  'InternalError',
  'Iterator',
  'SuppressedError',
  'atob',
  'btoa',
  'queueMicrotask',
];

const language =
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number Object Promise Proxy
  RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array
  Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval
  globalThis isFinite isNaN parseFloat parseInt undefined unescape`.split(/\s+/);

/** Walks everything that can be reached from the global object, and names every function that the engine did not make. */
const walk = `
  const seen = new Map([[globalThis, 'globalThis']]);
  const queue = [globalThis];
  const add = (value, path) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.set(value, path);
    queue.push(value);
  };
  for (const begin of [async () => {}, function* () {}, async function* () {}]) add(Object.getPrototypeOf(begin), 'syntax');
  for (let at = 0; at < queue.length; at++) {
    const object = queue[at];
    const path = seen.get(object);
    add(Object.getPrototypeOf(object), path + '.__proto__');
    for (const key of Reflect.ownKeys(object)) {
      const property = Object.getOwnPropertyDescriptor(object, key);
      const name = path + '.' + String(key);
      add(property.value, name);
      add(property.get, name + '(get)');
      add(property.set, name + '(set)');
    }
  }
`;

describe('what a script can reach', () => {
  it('is the language, and what is named here', async () => {
    const { printed } = await runJavaScript(
      'console.log(Object.getOwnPropertyNames(globalThis).sort().join());',
    );
    const given = ['given', 'host', 'tools'];

    expect(printed[0]?.slice(5).split(',')).toEqual([...language, ...later, ...ours, ...given].sort());
  });

  it('is no object of the host, however far it goes', async () => {
    const source = `${walk}
      const own = [...seen].filter(([value]) => typeof value === 'function' && !/\\[native code\\]\\s*}$/.test(Function.prototype.toString.call(value)));
      console.log(queue.length, own.map(([, path]) => path).join());`;

    const { printed } = await runJavaScript(source, { host: { look: () => null } });
    const [line = ''] = printed;
    const [, count, list = ''] = /^log: (\d+) (.*)$/.exec(line) ?? [];
    const paths = list.split(',');
    const places = new Set(
      paths.map((path) => path.replace(/^globalThis\.(host|tools|console|Date|Math)\b.*/, '$1')),
    );

    expect(Number(count)).toBeGreaterThan(500);
    // All of them are the texts that run in the engine before a script; the bridge that they call is in none of it.
    expect([...places].sort()).toEqual(
      [
        'Date',
        'Math',
        'console',
        'host',
        'tools',
        ...['clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'].map((name) => `globalThis.${name}`),
      ].sort(),
    );
  });

  it('has no function by which it could leave the engine', async () => {
    const source = `
      const Maker = (() => {}).constructor;
      const names = ['std', 'os', 'require', 'process', 'fetch', 'WebAssembly', 'Atomics', 'SharedArrayBuffer', 'WeakRef',
        'FinalizationRegistry', 'performance', 'navigator', 'window', 'self', 'document', 'postMessage', 'importScripts', 'gc', 'Intl'];
      console.log(names.filter((name) => Maker('return typeof ' + name)() !== 'undefined').join(), Maker('return this')() === globalThis);
      const left = await import('./x.js').then(() => 'loaded', (error) => error.name);
      console.log(left);`;

    expect((await runJavaScript(source)).printed).toEqual(['log:  true', 'log: ReferenceError']);
  });

  it('stays out of reach when a script replaces what the language has', async () => {
    const source = `
      const caught = [];
      const spy = (name) => function () { caught[caught.length] = this; for (let i = 0; i < arguments.length; i++) caught[caught.length] = arguments[i]; return 1; };
      const objects = [Array.prototype, String.prototype, Function.prototype, Promise.prototype, Map.prototype, Object.prototype];
      const { ownKeys, getOwnPropertyDescriptor } = Reflect;
      for (let at = 0; at < objects.length; at++) {
        const object = objects[at];
        const keys = ownKeys(object);
        for (let index = 0; index < keys.length; index++) {
          const key = keys[index];
          const property = getOwnPropertyDescriptor(object, key);
          if (typeof property.value === 'function' && property.writable && key !== 'constructor') {
            try { object[key] = spy(typeof key === 'string' ? key : 'symbol'); } catch { }
          }
        }
      }
      JSON.parse = JSON.stringify = spy('JSON');
      Object.defineProperty(Object.prototype, 'get', { set() { caught[caught.length] = 'set'; }, configurable: true });
      Error.prepareStackTrace = (error, frames) => { caught[caught.length] = frames; return 'x'; };
      try { host.look({}); } catch { }
      try { setTimeout(() => {}, 1); } catch { }
      try { new Date(2026, 1, 1).setHours(1); } catch { }
      try { console.log({ a: [1] }); } catch { }
      let found = 0;
      for (let i = 0; i < caught.length; i++) if (typeof caught[i] === 'function' && caught[i].name === 'host') found++;
      throw caught.length + ' caught, ' + found + ' of them the bridge';`;

    const { failure } = await runJavaScript(source, { host: { look: () => null } });

    expect(failure).toMatchObject({
      kind: 'thrown',
      text: expect.stringMatching(/^\d+ caught, 0 of them the bridge$/) as string,
    });
  });
});
