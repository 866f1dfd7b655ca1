/*
 * Programs made by chance, which together touch what two machines could do differently: numbers, texts, orders, dates,
 * patterns, promises, timers, failures, and how far calls and memory go. A seed always gives the same program.
 */

type Draw = (below: number) => number;

function drawFrom(seed: number): Draw {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 3_266_489_909) >>> 0;
    return (state >>> 8) % below;
  };
}

const functions = ['sin', 'cos', 'tan', 'exp', 'log', 'sqrt', 'cbrt', 'atan', 'sinh', 'log1p', 'fround'];
const texts = ['Straße', 'İstanbul', 'a\\u0301e', '😀x', 'zzz', 'Ödegård', '', '\\ud800', '10', '9'];
const patterns = [
  '/\\\\w+/gu',
  '/(?<a>.)(?=.)/g',
  '/[^a-z]/gi',
  '/(a|b)*c?/',
  '/\\\\p{L}+/gu',
  '/^.{0,3}$/m',
];

const statements: readonly ((draw: Draw) => string)[] = [
  (draw) =>
    `say(Math.${functions[draw(functions.length)] ?? ''}(${String(draw(1000) / 7)} - ${String(draw(50))}));`,
  (draw) =>
    `say(${String(draw(1e6))} / ${String(draw(9))}, (${String(draw(1e9))} * 1.1).toFixed(${String(draw(9))}), 0.1 ** ${String(draw(20))});`,
  (draw) =>
    `say(${JSON.stringify(texts[draw(texts.length)])}.toUpperCase(), ${JSON.stringify(texts[draw(texts.length)])}.normalize('NFD').length);`,
  () =>
    `say([${texts.map((text) => JSON.stringify(text)).join()}].sort().join('|'), [3, 11, 2].sort().join());`,
  (draw) =>
    `say([5, 3, 9, 1, 7].sort((a, b) => (a % ${String(draw(4) + 1)}) - (b % ${String(draw(4) + 1)})).join());`,
  (draw) =>
    `say(${JSON.stringify(texts[draw(texts.length)])}.replace(${(patterns[draw(patterns.length)] ?? '').replaceAll('\\\\', '\\')}, (m) => '<' + m + '>'));`,
  (draw) =>
    `{ const d = new Date(Date.now() + ${String(draw(200))} * 60000); say(d, d.getHours(), String(d), d.toLocaleString()); d.setHours(${String(draw(30))}); say(+d); }`,
  (draw) =>
    `say(+new Date(2026, ${String(draw(14))}, ${String(draw(40))}, ${String(draw(26))}), Date.parse('2026-03-29T0${String(draw(5))}:30'));`,
  () => 'say(Math.random(), Math.floor(Math.random() * 100));',
  (draw) =>
    `say(JSON.stringify({ a: [${String(draw(9))}, null, { b: ${JSON.stringify(texts[draw(texts.length)])} }] }), [...new Map([[1, 'x'], ['1', 'y']])].join());`,
  (draw) => `setTimeout(() => say('timer', ${String(draw(9))}, Date.now()), ${String(draw(100))});`,
  (draw) =>
    `Promise.${draw(2) === 0 ? 'resolve' : 'reject'}(${String(draw(9))}).then((x) => say('then', x), (e) => say('catch', e)).finally(() => say('finally'));`,
  (draw) =>
    `await new Promise((resolve) => setTimeout(resolve, ${String(draw(20))})); say('waited', Date.now());`,
  (draw) => `try { host.${draw(2) === 0 ? 'fail' : 'missing'}(); } catch (e) { say(e.name, e.message); }`,
  () => '{ let deep = 0; const f = () => { deep++; f(); }; try { f(); } catch (e) { say(e.name, deep); } }',
  (draw) => `{ let s = 0; for (let i = 0; i < ${String(draw(5000))}; i++) s = (s * 31 + i) | 0; say(s); }`,
  (draw) =>
    `say(host.echo({ n: ${String(draw(99))}, t: ${JSON.stringify(texts[draw(texts.length)])} }), typeof host.echo());`,
  (draw) =>
    `say(${String(draw(99) + 1)}n ** ${String(draw(60))}n, parseFloat('${String(draw(99))}e-${String(draw(30))}'), 1e21 + ${String(draw(9))}, -0);`,
  (draw) =>
    `class A${String(draw(1000))} { #x = ${String(draw(9))}; static y = [1, 2]; get x() { return this.#x; } }`,
  (draw) =>
    `{ const o = { b: 1, [${String(draw(9))}]: 2, a: 3, '-1': 4 }; say(Object.keys(o).join(), o); delete o.b; for (const k in o) say(k); }`,
  (draw) => (draw(6) === 0 ? `null[${String(draw(9))}];` : 'say(new Error("e").stack);'),
  (draw) => (draw(8) === 0 ? 'for (;;) say.length;' : 'say(typeof say);'),
  (draw) =>
    draw(6) === 0
      ? '(async () => { await null; throw new TypeError("lost"); })();'
      : 'queueMicrotask(() => say("job"));',
];

/** A program of some statements. */
export function randomJavaScript(seed: number): string {
  const draw = drawFrom(seed);
  const lines = Array.from({ length: 3 + draw(12) }, () => statements[draw(statements.length)]?.(draw) ?? '');
  return ['const say = (...values) => console.log(...values);', ...lines].join('\n');
}
