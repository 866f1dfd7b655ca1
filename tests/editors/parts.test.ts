import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine, run } from '../../editors/vscode/src/plain/command-line.ts';
import { addressWith, isAddress } from '../../editors/vscode/src/plain/page-address.ts';
import { isScenario, outlineOf } from '../../editors/vscode/src/plain/scenario-outline.ts';
import { readLcov } from '../../editors/vscode/src/plain/lcov.ts';
import { failuresIn } from '../../editors/vscode/src/plain/results.ts';
import { failureAnnotations } from '../../src/cli/annotations.ts';

const scenario = (steps: unknown, name: unknown = 'Hello') =>
  JSON.stringify({ format: 'rehearsal-scenario', version: 1, name, world: {}, steps }, null, 2);

describe('the outline of a scenario', () => {
  it('has the steps that expect something, each with its line', () => {
    const text = scenario([
      { input: { type: 'customer.connects' } },
      { input: { type: 'customer.writes', text: 'x'.repeat(100) }, expect: [{ status: 5 }] },
      { input: { type: 'agent.ends' }, expect: [] },
    ]);

    const outline = outlineOf(text);

    expect(outline?.name).toBe('Hello');
    expect(outline?.steps.map(({ index }) => index)).toEqual([2]);
    expect(outline?.steps[0]?.title).toMatch(/^step 2: customer\.writes “x+…”$/);
    expect(
      text
        .split('\n')
        .slice((outline?.steps[0]?.line ?? 0) - 1, 15)
        .join(''),
    ).toContain('customer.writes');
  });

  it('is none of other files, of half a file, and of what is no list of steps', () => {
    expect(outlineOf('{ "name": "Hello" }')).toBeUndefined();
    expect(outlineOf(scenario([]).slice(0, -3))).toBeUndefined();
    expect(outlineOf(scenario('none', 5))).toEqual({ name: 'Scenario', steps: [] });
    expect(isScenario(`${' '.repeat(10_000)}"format": "rehearsal-scenario"`)).toBe(false);
  });

  it('throws at nothing, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.json(), (steps) => {
        outlineOf(scenario(JSON.parse(steps)));
        outlineOf(`{"format": "rehearsal-scenario", "steps": ${steps}`);
      }),
    );
  });
});

/** Of what a line of output is made of and cut by: `\u2028` ends lines for patterns. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ minLength: 1, maxLength: 1 }),
    fc.constantFrom('\n', '\r', '\u2028', ':', ',', '%', '=', '::error ', '%0A'),
  ),
});

describe('failures in what a replay printed', () => {
  const played = (message: string, name = 'A, b: c %') => ({
    file: 'my tests/a,b.json',
    scenario: { name },
    result: { steps: [{ index: 12, failures: [{ path: 'steps[11].expect[0]', message }] }] },
  });

  it('are told with file, step, line and text, whatever stands in them', () => {
    fc.assert(
      fc.property(anyText, anyText, (message, name) => {
        const lines = failureAnnotations([played(message, name)] as never, () => '{}');

        const [failure, ...others] = failuresIn(`ok      other.json\n${lines.join('\n')}\n`);

        expect(others).toEqual([]);
        expect(failure).toMatchObject({ file: 'my tests/a,b.json', step: 12, line: 1, message });
      }),
    );
  });

  it('say what was expected and what came, where the text has both', () => {
    const lines = failureAnnotations([played('Expected status 5. It is 6.')] as never, () => '{}');

    expect(failuresIn(lines.join('\n'))).toMatchObject([{ expected: 'status 5', actual: 'It is 6.' }]);
    expect(
      failuresIn(failureAnnotations([played('No.')] as never, () => '{}').join('\n'))[0],
    ).not.toHaveProperty('actual');
  });
});

describe('a tracefile of coverage', () => {
  it('gives lines with their hits and the ways out of them, added up', () => {
    const text = 'TN:\nSF:bots/a.crmscript\nBRDA:2,0,0,3\nBRDA:2,0,1,-\nDA:1,4\nDA:2,3\nend_of_record\n';

    expect(readLcov(text + text)).toEqual([
      {
        path: 'bots/a.crmscript',
        lines: [
          { line: 1, hits: 8, branches: [] },
          {
            line: 2,
            hits: 6,
            branches: [
              { label: '0.0', hits: 6 },
              { label: '0.1', hits: 0 },
            ],
          },
        ],
      },
    ]);
  });
});

describe('the address of a page', () => {
  it('is one of the web', () => {
    expect(
      [
        'http://localhost:7342/',
        ' https://example.org/x ',
        'ftp://a',
        'javascript:alert(1)',
        'localhost',
        '',
      ].map(isAddress),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('has the link behind it, in the place of where the page was', () => {
    expect(addressWith('http://localhost:7342/app/?x=1#/stage', '#s=abc')).toBe(
      'http://localhost:7342/app/?x=1#s=abc',
    );
  });
});

describe('the command line of the extension', () => {
  it('is the one inside, run by the editor itself, unless the settings name another', () => {
    expect(commandLine('/ext', '', '/code')).toMatchObject({
      command: '/code',
      args: [expect.stringMatching(/dist.cli.lib.rehearsal\.js$/)],
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(commandLine('/ext', ' rehearsal ', '/code')).toEqual({ command: 'rehearsal', args: [], env: {} });
    expect(commandLine('/ext', '/x/rehearsal.mjs', '/code')).toMatchObject({
      command: '/code',
      args: ['/x/rehearsal.mjs'],
    });
  });

  it('tells what a program wrote and how it ended, and can be ended', async () => {
    const node = (code: string) => ({
      command: process.execPath,
      args: ['-e', code],
      env: { SAID: 'hello' },
    });
    const cwd = import.meta.dirname;

    const ended = await run(node('process.stdout.write(process.env.SAID); process.exitCode = 3'), [], {
      cwd,
    });
    const lost = await run(node("process.kill(process.pid, 'SIGKILL')"), [], { cwd });
    const ending = new AbortController();
    const stopped = run(node('setInterval(() => {}, 1000)'), [], { cwd, signal: ending.signal });
    ending.abort();

    expect(ended).toEqual({ code: 3, out: 'hello', err: '' });
    expect(lost).toMatchObject({ code: 128, err: expect.stringContaining('SIGKILL') as string });
    expect((await stopped).code).toBeNull();
    await expect(run({ command: 'no-such-program', args: [], env: {} }, [], { cwd })).rejects.toThrow(
      'ENOENT',
    );
  });
});
