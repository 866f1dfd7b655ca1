import { describe, expect, it } from 'vitest';
import { HostFailure } from '../../src/javascript/javascript.ts';
import { engine, runJavaScript } from '../support/javascript.ts';

const printedBy = async (source: string) => (await runJavaScript(source)).printed;

describe('a script in JavaScript', () => {
  it('runs to its end and prints', async () => {
    const { failure, printed } = await runJavaScript('console.log(1 + 1, "a", { b: [1, "c"] });');

    expect(failure).toBeUndefined();
    expect(printed).toEqual(['log: 2 a { b: [1, "c"] }']);
  });

  it('awaits at its top level', async () => {
    expect(await printedBy('const x = await Promise.resolve(3); console.info(x);')).toEqual(['info: 3']);
  });

  it('keeps the order in which promises are settled', async () => {
    const source = `
      const say = async (name) => { console.log(name, 1); await null; console.log(name, 2); };
      await Promise.all([say('a'), say('b')]);
      queueMicrotask(() => console.log('job'));
      setTimeout(() => console.log('timer'));
      console.log('end');`;

    expect(await printedBy(source)).toEqual(
      ['a 1', 'b 1', 'a 2', 'b 2', 'end', 'job', 'timer'].map((line) => `log: ${line}`),
    );
  });

  it('sees nothing of the run before', async () => {
    await runJavaScript(
      'globalThis.left = 1; Array.prototype.left = 2; Math.random = () => 9; Date.now = () => 7;',
    );

    expect(await printedBy('console.log(typeof left, [].left, Math.random(), Date.now());')).toEqual([
      `log: undefined undefined 0.1 ${String(Date.UTC(2026, 0, 15, 12))}`,
    ]);
  });

  it('is strict, as a module is', async () => {
    const { failure } = await runJavaScript('undeclared = 1;');

    expect(failure).toMatchObject({ kind: 'thrown', name: 'ReferenceError', line: 1, column: 1 });
  });

  it('says where it failed, in the text as it was written, call by call', async () => {
    const source =
      'const ok = 1;\nfunction inner() {\n  null.x;\n}\nfunction outer() { inner(); }\n  outer();';
    const parts = [
      { fromLine: 1, file: 'main.ts', line: 1 },
      { fromLine: 2, file: 'lib.ts', line: 10 },
      { fromLine: 5, file: 'main.ts', line: 3 },
    ];

    const { failure } = await runJavaScript(source, { parts });

    expect(failure).toMatchObject({ kind: 'thrown', name: 'TypeError', file: 'lib.ts', line: 11 });
    expect(failure?.stack).toEqual([
      { name: 'inner', file: 'lib.ts', line: 11, column: 3 },
      { name: 'outer', file: 'main.ts', line: 3, column: 20 },
      { name: '(script)', file: 'main.ts', line: 4, column: 3 },
    ]);
  });

  it('says where its text is no JavaScript, whether it is run or only read', async () => {
    const javascript = await engine();
    const source = 'let a = 1;\nlet b = a +;';
    const parts = [{ fromLine: 1, file: 'a.ts', line: 5 }];

    expect((await runJavaScript(source, { parts })).failure).toMatchObject({
      kind: 'syntax',
      file: 'a.ts',
      line: 6,
      column: 12,
    });
    expect(javascript.syntaxError(source, parts)).toMatchObject({
      kind: 'syntax',
      file: 'a.ts',
      line: 6,
      column: 12,
    });
    expect(javascript.syntaxError('await 1; console.log(2)', parts)).toBeUndefined();
  });

  it('fails when a promise is rejected that nobody looks at, and says where it was thrown', async () => {
    const { failure, unhandled } = await runJavaScript(
      'async function late() {\n  throw new Error("no");\n}\nlate();',
    );

    expect(failure).toMatchObject({ kind: 'unhandled', name: 'Error', text: 'no', line: 2 });
    expect(unhandled).toHaveLength(1);
  });

  it('does not fail by a rejection that somebody looks at later', async () => {
    const { failure, unhandled } = await runJavaScript(
      'const p = Promise.reject(1); await null; p.catch(() => {});',
    );

    expect({ failure, unhandled }).toEqual({ failure: undefined, unhandled: [] });
  });

  it('says that it waits for what will never be', async () => {
    const { failure } = await runJavaScript('await new Promise(() => {});');

    expect(failure?.kind).toBe('waiting');
  });

  it.each([
    ['nothing, as all is settled', 'const f = async () => { await null; return 1; }; await f(); f();', 0],
    ['nothing after timers and races', 'await Promise.race([1, new Promise((r) => setTimeout(r, 9))]);', 0],
    ['nothing for what was rejected and caught', 'await Promise.reject(1).catch(() => {});', 0],
    ['nothing for one that is rejected late', 'new Promise((_, no) => setTimeout(no)).catch(() => {});', 0],
    ['nothing for functions that throw', 'try { await (async () => { throw 1; })(); } catch {}', 0],
    [
      'nothing for thenables and iterators',
      'async function* g() { yield 1; } for await (const x of g()) await { then(r) { r(x); } };',
      0,
    ],
    ['a promise that nobody settles', 'new Promise(() => {});', 1],
    ['who waits for it, too', 'const f = async () => { await new Promise(() => {}); }; f();', 2],
    ['an empty race', 'Promise.race([]);', 1],
    ['one that waits for itself', 'let p; const f = async () => { await null; await p; }; p = f();', 1],
  ])('counts as still pending at its end %s', async (_what, source, count) => {
    const { failure, pending } = await runJavaScript(source);

    expect({ failure, pending }).toEqual({ failure: undefined, pending: count });
  });

  it('counts none as pending where it failed', async () => {
    expect((await runJavaScript('new Promise(() => {}); throw 1;')).pending).toBe(0);
  });

  it('says what was thrown that is no error', async () => {
    expect((await runJavaScript('throw { code: 4 };')).failure).toMatchObject({
      kind: 'thrown',
      name: '',
      text: '{ code: 4 }',
    });
    expect((await runJavaScript('throw null;')).failure).toMatchObject({ kind: 'thrown', text: 'null' });
  });
});

describe('the clock of a run', () => {
  it('moves to each timer when it is due, and nothing waits', async () => {
    const source = `
      const began = Date.now();
      setTimeout((name) => console.log(name, Date.now() - began), 2000, 'second');
      setTimeout(() => console.log('first', Date.now() - began), 500);
      const id = setInterval(() => { console.log('every', Date.now() - began); if (Date.now() - began > 900) clearInterval(id); }, 400);
      clearTimeout(setTimeout(() => console.log('never'), 1));`;

    const { printed, now } = await runJavaScript(source);

    expect(printed).toEqual(
      ['every 400', 'first 500', 'every 800', 'every 1200', 'second 2000'].map((line) => `log: ${line}`),
    );
    expect(now).toBe(Date.UTC(2026, 0, 15, 12, 0, 2));
  });

  it('runs what a timer has settled before the next timer', async () => {
    const source = `
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      setTimeout(() => console.log('at 20'), 20);
      await wait(10); console.log('after 10');
      await wait(20); console.log('after 30');`;

    expect(await printedBy(source)).toEqual(['log: after 10', 'log: at 20', 'log: after 30']);
  });

  it('fails where a timer throws', async () => {
    const { failure } = await runJavaScript('setTimeout(() => {\n  throw new RangeError("late");\n}, 5);');

    expect(failure).toMatchObject({ kind: 'thrown', name: 'RangeError', text: 'late', line: 2 });
  });
});

describe('the functions of the host', () => {
  it('take and give copies, and learn where they were called', async () => {
    const calls: unknown[] = [];
    const kept = { list: [1] };
    const host = {
      look: (args: readonly unknown[], site: unknown) => {
        calls.push(args, site);
        return kept;
      },
    };
    const source =
      'const got = host.look({ a: [1, undefined], b: undefined }, "\\ud800");\ngot.list.push(2);\nconsole.log(got.list);';

    const { printed } = await runJavaScript(source, { host });

    expect(printed).toEqual(['log: [1, 2]']);
    expect(kept).toEqual({ list: [1] });
    expect(calls).toEqual([
      [{ a: [1, null] }, '\ud800'],
      { file: 'script.ts', line: 1, column: expect.any(Number) as number },
    ]);
  });

  it('fail in a way that a script can catch, by name', async () => {
    const host = {
      refuse: () => {
        throw new HostFailure('not now', 'NotAvailableOffline');
      },
    };

    const { printed } = await runJavaScript(
      'try { host.refuse(); } catch (e) { console.log(e.name, e.message, e instanceof Error); }',
      { host },
    );

    expect(printed).toEqual(['log: NotAvailableOffline not now true']);
  });

  it('end the run with whatever else they throw, past every catch', async () => {
    const signal = new Error('the step ends');
    const host = {
      stop: () => {
        throw signal;
      },
    };

    const run = runJavaScript('try { host.stop(); } catch { } finally { console.log("no"); }', { host });

    await expect(run).rejects.toBe(signal);
    expect(await printedBy('console.log("goes on")')).toEqual(['log: goes on']);
  });

  it('may run the next script inside, ten deep, on one meter', async () => {
    const javascript = await engine();
    const meter = { price: 0, limit: 5_000_000 };
    const depths: number[] = [];
    const scope = {
      source: '(host) => (given) => { globalThis.nest = () => host.nest(given); }',
      functions: ['nest'],
    };
    const run = (depth: number): void => {
      depths.push(depth);
      const { failure } = javascript.run({
        source: `const deep = (n) => (n > 0 ? deep(n - 1) : nest()); deep(5);`,
        parts: [{ fromLine: 1, file: 'a.ts', line: 1 }],
        scope,
        given: depth,
        host: {
          nest: ([at]) => {
            if (Number(at) < 10) run(Number(at) + 1);
            return null;
          },
        },
        clock: { now: () => 0, sleep: () => undefined, offset: () => 0 },
        random: () => 0,
        meter,
        console: () => undefined,
      });
      expect(failure).toBeUndefined();
    };

    run(0);

    expect(depths).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(meter.price).toBeGreaterThan(11 * 10_000);
  });
});

describe('the price of a run', () => {
  const priceOf = async (source: string) => (await runJavaScript(source)).price;

  it('counts every loop and call, the same each time', async () => {
    const text = (turns: number) => `for (let i = 0; i < ${String(turns).padEnd(6)}; i++);`;
    const [small, more, again] = [
      await priceOf(text(100)),
      await priceOf(text(100_100)),
      await priceOf(text(100_100)),
    ];

    expect(more - small).toBe(2 * 2 * 100_000); // a turn is two steps of the engine: to the test, and back to the top
    expect(again).toBe(more);
  });

  it('ends what costs more than the step may, and goes on with what is left for the next', async () => {
    const { failure, price } = await runJavaScript(
      'let n = 0;\nfunction spin() {\n  for (;;) n++;\n}\nspin();',
      { limit: 100_000 },
    );

    expect(failure).toMatchObject({ kind: 'price', file: 'script.ts' });
    expect(failure?.stack.map(({ name }) => name)).toEqual(['spin', '(script)']);
    expect(price).toBeLessThan(102_000);
  });
});
