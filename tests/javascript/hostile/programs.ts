import type { FailureKind } from '../../../src/javascript/javascript.ts';

/** What becomes of a program: why it fails, what it prints before it ends, or that it has to be ended with its thread. */
export type Outcome = FailureKind | 'hangs' | { readonly prints: string };

export type HostileProgram = { readonly name: string; readonly source: string; readonly outcome: Outcome };

const program = (name: string, outcome: Outcome, source: string): HostileProgram => ({
  name,
  source,
  outcome,
});

/** Stops at what its values say of each attempt: prints "ok" if none succeeded. */
const safe = { prints: 'ok' };

/** Programs that try to hang, crash or leave the engine (reliability Appendix B, S03, S04, S07). */
export const hostilePrograms: readonly HostileProgram[] = [
  // Endless loops
  program('an endless loop', 'price', 'while (true) {}'),
  program('an endless loop before an await', 'price', 'for (;;); await 0;'),
  program('an endless loop that catches', 'price', 'while (true) { try { while (true) {} } catch (e) {} }'),
  program(
    'endless finally blocks',
    'price',
    'function g() { try { while (true) {} } finally { g(); } } g();',
  ),
  program('an endless generator', 'price', 'function* g() { while (1) yield 1; } [...g()];'),
  program(
    'an endless iterator',
    'price',
    'for (const x of { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) });',
  ),
  program('an endless chain of microtasks', 'price', 'const f = () => Promise.resolve().then(f); await f();'),
  program('an endless async loop', 'price', '(async () => { while (true) await 0; })();'),
  program(
    'an endless async loop that catches',
    'price',
    '(async () => { while (true) { try { await Promise.reject(0); } catch {} } })();',
  ),
  program(
    'an endless async iterator',
    'price',
    'async function* g() { for (;;) yield 1; } for await (const x of g());',
  ),
  program('an endless row of microtasks from one', 'price', 'const f = () => { queueMicrotask(f); }; f();'),
  program('an interval that nobody clears', 'price', 'setInterval(() => {}, 1);'),
  program('timers that set timers', 'price', 'const f = () => { setTimeout(f); setTimeout(f); }; f();'),
  program('a loop inside of a sort', 'price', '[2, 1, 3].sort(() => { for (;;); });'),
  program('a loop inside of a replacement', 'price', '"aaa".replace(/a/g, () => { for (;;); });'),
  program('a loop inside of a key', 'price', '({ [{ toString() { for (;;); } }]: 1 });'),
  program('a switch that goes round', 'price', 'let n = 0; a: for (;;) switch (n) { case 0: continue a; }'),
  program('a loop in a static block', 'price', 'class A { static { for (;;); } }'),

  // Recursion
  program('recursion', 'stack', 'function f() { return f() + 1; } f();'),
  program('mutual recursion', 'stack', 'const a = () => b() + 1; const b = () => a() + 1; a();'),
  program('a getter that reads itself', 'stack', '({ get a() { return this.a; } }).a;'),
  program('a proxy that asks itself', 'stack', 'new Proxy({}, { get: (t, k, r) => r[k] }).x;'),
  program('a text of itself', 'stack', 'const o = { toString() { return String(o); } }; String(o);'),
  program('a constructor that makes itself', 'stack', 'class A { constructor() { new A(); } } new A();'),
  program(
    'a JSON of itself',
    'stack',
    'const o = { toJSON() { return JSON.stringify(o); } }; JSON.stringify(o);',
  ),
  program('a generator that delegates to itself', 'stack', 'function* g() { yield* g(); } [...g()];'),
  program(
    'an await of itself, 100,000 deep',
    'stack',
    'const f = async (n) => (n > 0 ? await f(n - 1) : 0); await f(1e5);',
  ),
  program(
    'a chain of proxies',
    'stack',
    'let o = {}; for (let i = 0; i < 1e5; i++) o = new Proxy(o, {}); o.x;',
  ),
  program('a comparison that sorts again', 'stack', 'const f = () => [2, 1].sort(f); f();'),

  // Depth
  program('deep brackets', 'stack', 'eval("(".repeat(1e5) + ")".repeat(1e5));'),
  program('deep lists', 'stack', 'eval("[".repeat(1e5) + "]".repeat(1e5));'),
  program('deep blocks', 'stack', 'eval("{".repeat(1e5) + "}".repeat(1e5));'),
  program('deep conditions', 'stack', 'eval("if (1) ".repeat(1e5) + ";");'),
  program('deep functions', 'thrown', 'eval("(function () {".repeat(1e5) + "})".repeat(1e5));'),
  program('deep templates', 'stack', 'eval("`${".repeat(1e5) + "1" + "}`".repeat(1e5));'),
  program('deep negations', 'stack', 'eval("!".repeat(1e5) + "1");'),
  program('deep arrows', 'stack', 'eval("a=>".repeat(1e5) + "1");'),
  program('deep brackets in the text itself', 'stack', `${'('.repeat(1e5)}${')'.repeat(1e5)}`),
  program('a deep JSON that is read', 'stack', 'JSON.parse("[".repeat(1e5) + "]".repeat(1e5));'),
  program(
    'a deep JSON that is written',
    'stack',
    'let a = [], b = a; for (let i = 0; i < 2e5; i++) { const c = []; b.push(c); b = c; } JSON.stringify(a);',
  ),
  program(
    'a deep list that is flattened',
    'stack',
    'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a.flat(Infinity);',
  ),
  program('a deep list as text', 'stack', 'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; String(a);'),

  // Patterns
  program('a pattern of pluses', 'price', '/^(a+)+$/.test("a".repeat(40) + "!");'),
  program('a pattern of choices', 'price', '/^(a|a)+$/.test("a".repeat(40) + "!");'),
  program('a pattern of sums', 'price', '/(x+x+)+y/.test("x".repeat(40));'),
  program(
    'a pattern of lazy nothings',
    { prints: '0' },
    'console.log(new RegExp("()*?a").exec("," + "a").index - 1);',
  ),
  program('a pattern of counted repeats', 'price', '/(a{1,1000}){1,1000}$/.test("a".repeat(1000) + "!");'),
  program('a pattern with 20,000 groups', 'thrown', 'new RegExp("(".repeat(2e4) + ")".repeat(2e4));'),
  program('a pattern with 20,000 looks ahead', 'stack', 'new RegExp("(?=".repeat(2e4) + ")".repeat(2e4));'),

  // Memory
  program('texts of a megabyte', 'memory', 'const c = []; while (true) c.push("x".repeat(1 << 20));'),
  program(
    'texts of a megabyte, caught for ever',
    'memory',
    'let k = 0; while (k < 1e6) { k++; try { const c = []; while (true) c.push("x".repeat(1 << 20)); } catch (e) {} }',
  ),
  program('lists of lists', 'memory', 'const c = []; while (true) c.push(new Array(1e5).fill(1));'),
  program('objects without end', 'memory', 'const c = []; while (true) c.push({ a: 1 });'),
  program('a map that grows', 'memory', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, [i]);'),
  program('a text that doubles', 'thrown', 'let s = "ab"; while (true) s += s + s.length;'),
  program('a text of half a gigabyte', 'memory', '"x".repeat(2 ** 29);'),
  program('a buffer of a gigabyte', 'memory', 'new ArrayBuffer(2 ** 30);'),
  program(
    'a list that fills four thousand million places',
    'memory',
    'const a = []; a.length = 4294967295; a.fill(0);',
  ),
  program(
    'closures that hold each other',
    'memory',
    'let f = () => 0; for (;;) { const g = f; const big = new Array(1000).fill(0); f = () => [g, big]; }',
  ),
  program('a promise of promises', 'memory', 'const all = []; for (;;) all.push(new Promise(() => {}));'),
  program(
    'a number of more digits than there are',
    'thrown',
    'let x = 2n; for (let i = 0; i < 40; i++) x = x * x;',
  ),
  program(
    'symbols without end',
    'memory',
    'const c = []; for (let i = 0; ; i++) c.push(Symbol("s".repeat(100) + i));',
  ),
  program(
    'texts of a megabyte in the console',
    'memory',
    'const c = []; for (;;) { c.push("y".repeat(1e6)); console.log(c); }',
  ),

  // Ways out
  program(
    'the constructor of a constructor',
    safe,
    'console.log((() => {}).constructor.constructor("return this")() === globalThis ? "ok" : "out");',
  ),
  program(
    'a function of a text',
    safe,
    'console.log(Function("return this")() === globalThis && typeof Function("return process") === "function" ? "ok" : "out"); ',
  ),
  program(
    'a host that is asked for by name',
    safe,
    'console.log([typeof std, typeof os, typeof require, typeof process, typeof fetch, typeof WebAssembly, typeof Atomics].every((t) => t === "undefined") ? "ok" : "out");',
  ),
  program('a module that is loaded', 'thrown', 'await import("./x.js");'),
  program('a module that is loaded from the host', 'thrown', 'await import("node:fs");'),
  program('a module that is imported', 'syntax', 'import fs from "fs";'),
  program(
    'the constructor of what the host made',
    safe,
    'try { host.fail(); } catch (e) { console.log(e.constructor.constructor("return typeof process")() === "undefined" ? "ok" : "out"); }',
  ),
  program(
    'the constructor of a function of the host',
    safe,
    'console.log(host.echo.constructor("return typeof process + typeof require")() === "undefinedundefined" ? "ok" : "out");',
  ),
  program(
    'the prototype of everything, polluted',
    safe,
    'Object.prototype.polluted = 1; Array.prototype.push = null; console.log(host.echo({ a: 1 }).a === 1 ? "ok" : "out");',
  ),
  program(
    'a prototype in JSON',
    safe,
    'host.echo(JSON.parse(\'{"__proto__": {"admin": true}}\')); console.log(host.echo({}).admin === undefined ? "ok" : "out");',
  ),
  program(
    'names that are shadowed',
    safe,
    'const JSON = null, Object = 1, Error = undefined, Promise = 2, Array = 3; console.log(host.echo([1]).length === 1 ? "ok" : "out");',
  ),
  program(
    'what is global, replaced',
    safe,
    'JSON.stringify = () => "[[[]]"; JSON.parse = () => 1; globalThis.Error = 0; console.log(host.echo(5) === 5 ? "ok" : "out");',
  ),
  program(
    'all that is global, deleted',
    safe,
    'const say = console.log, echo = host.echo; for (const k of Object.getOwnPropertyNames(globalThis)) try { delete globalThis[k]; } catch { } say(echo(1) === 1 ? "ok" : "out");',
  ),

  // What is thrown, and what is handed over
  program('a thrown nothing', 'thrown', 'throw undefined;'),
  program(
    'a thrown proxy',
    'thrown',
    'throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } });',
  ),
  program(
    'an error whose text never ends',
    'price',
    'throw Object.assign(new Error(), { message: { toString() { for (;;); } } });',
  ),
  program(
    'an error whose stack lies',
    'thrown',
    'throw Object.assign(new Error("x"), { stack: "at f (script:99999999999999999999:-1)\\n".repeat(1e4) });',
  ),
  program(
    'an error whose name is a getter that throws',
    'thrown',
    'throw Object.defineProperty(new Error("x"), "name", { get() { throw 1; } });',
  ),
  program('an error as long as a book', 'thrown', 'throw new Error("x".repeat(1e6));'),
  program('an error that has no prototype', 'thrown', 'throw Object.setPrototypeOf(new Error("x"), null);'),
  program('something that is almost a promise', 'price', 'await { then() { for (;;); } };'),
  program(
    'something that is almost a promise, again and again',
    'price',
    'const t = { then(f) { f(t); } }; await t;',
  ),
  program('an argument that counts for ever', 'price', 'host.echo({ toJSON() { for (;;); } });'),
  program(
    'an argument that calls the host while it is read',
    { prints: '2' },
    'let n = 0; host.echo({ get a() { n++; host.echo(1); n++; return n; } }); console.log(n);',
  ),
  program('an argument that holds itself', 'thrown', 'const a = []; a.push(a); host.echo(a);'),
  program(
    'an argument that is too deep',
    'thrown',
    'let a = []; for (let i = 0; i < 500; i++) a = [a]; host.echo(a);',
  ),
  program(
    'an argument that is no value',
    { prints: 'null' },
    'console.log(JSON.stringify(host.echo(Symbol("a"))));',
  ),
  program('an argument that is a big integer', 'thrown', 'host.echo(1n);'),
  program(
    'a list that says that it is something else',
    { prints: 'null' },
    'Array.prototype.toJSON = () => "gone"; console.log(host.echo(1));',
  ),
  program('a hundred thousand calls of the host', 'price', 'for (let i = 0; i < 1e5; i++) host.echo(i);'),
  program(
    'a megabyte for the host, again and again',
    'price',
    'const s = "z".repeat(1e6); for (;;) host.echo(s);',
  ),
  program('a console that is called for ever', 'price', 'for (;;) console.log("again");'),
  program('a promise that is never settled', 'waiting', 'await new Promise(() => {});'),
  program('a rejection that nobody sees', 'unhandled', 'Promise.reject(new Error("x"));'),

  // Texts
  program(
    'a megabyte of source',
    { prints: '' },
    `${'let a = 1; {'.repeat(100)}${'a = a + 1;\n'.repeat(95_000)}${'}'.repeat(100)}`,
  ),
  program('a text that is no UTF-16', { prints: '1' }, 'console.log("\ud800".length);'),
  program('a name that is no UTF-16', 'syntax', 'const \ud800 = 1;'),
  program('a zero in the text', 'syntax', 'let a = 1;\0 let b = 2;'),
  program('a text that ends in a comment', 'syntax', '/* never closed'),
  program('a text that ends in a string', 'syntax', 'const a = "open'),
  program(
    'a mark of byte order and other line ends',
    { prints: '3' },
    '\ufeffconst a = 1;\u2028const b = 2;\rconsole.log(a + b);',
  ),
  program('nothing at all', { prints: '' }, ''),
];

/** What is stopped by its price as well, but takes seconds until then. */
export const slowPrograms: readonly HostileProgram[] = [
  program(
    'recursion that is caught and goes on',
    'price',
    'const f = () => { try { f(); } catch { f(); } }; f();',
  ),
  program(
    'a look for a value in endless nothing',
    'price',
    'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);',
  ),
  program('the same from behind', 'price', 'Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1);'),
];

/** What no counter sees: the engine is inside one of its own functions, and would be for minutes. The thread has to go. */
export const hangingPrograms: readonly HostileProgram[] = [
  program('texts that are made and forgotten', 'hangs', 'for (;;) "x".repeat(1e6);'),
  program('endless nothing turned round', 'hangs', 'Array.prototype.reverse.call({ length: 2 ** 53 - 1 });'),
  program('endless nothing joined', 'hangs', 'Array.prototype.join.call({ length: 2 ** 32 }, "");'),
  program(
    'a text in a text, each step as long as both',
    'hangs',
    'let s = "a".repeat(4e6), p = "a".repeat(2e6) + "b"; s.indexOf(p);',
  ),
];
