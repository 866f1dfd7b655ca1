import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { withSource, echoScenario } from '../testing/echo.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { cli, cliWith, folderWith } from './shell.ts';

const named = (name: string, tags: readonly string[] = []): string => {
  const file: ScenarioFile = { ...echoScenario([{ status: 6 }]), name };
  return JSON.stringify(tags.length === 0 ? file : { ...file, version: 2, tags });
};

const read = (folder: string, file: string) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as ScenarioFile;

describe('replay --only', () => {
  const folder = () =>
    folderWith({ 'a.json': named('Echoes'), 'b.json': named('Hands over', ['bot', 'queue']) });
  const chosen = (text: string) => cli(folder(), 'replay', 'a.json', 'b.json', '--only', text);

  it('chooses by a part of the name, or by a tag', () => {
    expect(chosen('ECHO').out).toBe('ok      a.json: Echoes (2 steps)\n');
    expect(chosen('queue').out).toBe('ok      b.json: Hands over (2 steps)\n');
    expect(chosen('#bot').out).toBe('ok      b.json: Hands over (2 steps)\n');
  });

  it('was called wrongly when nothing is chosen', () => {
    expect(chosen('que')).toEqual({
      code: 2,
      out: '',
      err: 'replay: no scenario has “que” in its name or as a tag.\n',
    });
  });
});

describe('replay --update', () => {
  const unlike = { event: 'message.saved', author: { matches: '^E' }, text: 'Echo: ho' };

  it('writes what came in the place of what was expected, after which the replay passes', () => {
    const folder = folderWith({ 'a.json': JSON.stringify(echoScenario([unlike, { status: 6 }])) });

    const { code, err } = cli(folder, 'replay', 'a.json', '--update');

    expect({ code, err }).toEqual({ code: 0, err: 'a.json: updated with what came.\n' });
    expect(read(folder, 'a.json').steps[1]?.expect).toEqual([{ ...unlike, text: 'Echo: hi' }, { status: 6 }]);
    expect(cli(folder, 'replay', 'a.json').code).toBe(0);
  });

  it('leaves a file that passes as it is, byte for byte', () => {
    const text = JSON.stringify(echoScenario([{ status: 6 }]));
    const folder = folderWith({ 'a.json': text });

    expect(cli(folder, 'replay', 'a.json', '--update').code).toBe(0);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(text);
  });

  it('keeps what somebody wrote into the file while it was played', () => {
    const steps = echoScenario([unlike, { status: 6 }]);
    for (const option of ['--update', '--rehash']) {
      const folder = folderWith({ 'a.json': JSON.stringify(steps) });
      const meanwhile = JSON.stringify({ ...steps, name: 'Saved meanwhile' });
      const saving = () => {
        writeFileSync(join(folder, 'a.json'), meanwhile);
        return createRunScript();
      };

      const { code, err } = cliWith({ createRunScript: saving }, folder, 'replay', 'a.json', option);

      expect([code, err]).toEqual([
        1,
        'a.json: was changed meanwhile, and was left as it is. Replay it again.\n',
      ]);
      expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(meanwhile);
    }
  });

  it('writes the other files where one is gone or half saved meanwhile', () => {
    const text = JSON.stringify(echoScenario([unlike, { status: 6 }]));
    for (const meanwhile of [null, text.slice(0, 100)]) {
      const folder = folderWith({ 'a.json': text, 'b.json': text });
      const saving = () => {
        if (meanwhile === null) rmSync(join(folder, 'a.json'), { force: true });
        else writeFileSync(join(folder, 'a.json'), meanwhile);
        return createRunScript();
      };

      const { code, err } = cliWith(
        { createRunScript: saving },
        folder,
        'replay',
        'a.json',
        'b.json',
        '--update',
      );

      expect([code, err]).toEqual([
        1,
        'a.json: was changed meanwhile, and was left as it is. Replay it again.\nb.json: updated with what came.\n',
      ]);
      expect(existsSync(join(folder, 'a.json'))).toBe(meanwhile !== null);
      expect(read(folder, 'b.json').steps[1]?.expect).toEqual([
        { ...unlike, text: 'Echo: hi' },
        { status: 6 },
      ]);
    }
  });

  it('does not write again what is written already, as whoever watches the file would replay it for ever', () => {
    const folder = folderWith({ 'a.json': JSON.stringify(echoScenario([{ status: 6 }])) });
    const file = join(folder, 'a.json');
    cli(folder, 'replay', 'a.json', '--rehash');
    utimesSync(file, 1000, 1000);

    expect(cli(folder, 'replay', 'a.json', '--rehash').code).toBe(0);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  it('keeps the scripts of the file when others were played', () => {
    const scenario = echoScenario([unlike]);
    const other = withSource(scenario.world, 'Ekko: ').folders?.[0]?.scripts?.[2]?.source ?? '';
    const folder = folderWith({
      'a.json': JSON.stringify(scenario),
      'bot/bot message received.crmscript': other,
    });

    expect(cli(folder, 'replay', 'a.json', '--scripts', 'bot', '--update').code).toBe(0);
    expect(read(folder, 'a.json').world).toEqual(scenario.world);
    expect(read(folder, 'a.json').steps[1]?.expect).toMatchObject([{ text: 'Ekko: hi' }]);
  });

  it('writes nothing where a step cannot be played, and into no link', () => {
    const { steps, ...rest } = echoScenario([]);
    const edits = [{ statement: 9999, frame: 0, variable: 'a', value: '1' }];
    const file = { ...rest, version: 2, steps: steps.map((step) => ({ ...step, edits })) };
    const folder = folderWith({ 'a.json': JSON.stringify(file) });

    expect(cli(folder, 'replay', 'a.json', '--update')).toMatchObject({
      code: 1,
      err: 'a.json: not updated, as a step cannot be played. Nothing was written.\n',
    });
    expect(cli(folder, 'replay', '#s=1AAAA', '--update').code).toBe(2);
  });
});

describe('replay --watch', { timeout: 60_000 }, () => {
  it('replays again when a file or a script is saved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rehearsal-cli-'));
    const scenario = echoScenario([{ event: 'message.saved', text: 'Echo: hi' }]);
    const sourceOf = (before: string) =>
      withSource(scenario.world, before).folders?.[0]?.scripts?.[2]?.source ?? '';
    const script = join(folder, 'bot message received.crmscript');
    writeFileSync(join(folder, 'a.json'), JSON.stringify(scenario));
    writeFileSync(script, sourceOf('Echo: '));
    const watching = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'src/cli/main.ts',
        'replay',
        join(folder, 'a.json'),
        '--scripts',
        folder,
        '--watch',
      ],
      { cwd: join(import.meta.dirname, '../..') },
    );
    let said = '';
    const heard = new EventTarget();
    const hear = (part: Buffer) => {
      said += String(part);
      heard.dispatchEvent(new Event('said'));
    };
    watching.stdout.on('data', hear);
    watching.stderr.on('data', hear);
    const says = (pattern: RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!pattern.test(said)) return;
          heard.removeEventListener('said', look);
          said = '';
          resolve();
        };
        heard.addEventListener('said', look);
        look();
      });
    try {
      await says(/^ok [^]*Watching/m);

      writeFileSync(script, sourceOf('Ekko: '));
      await says(/^FAILED [^]*its text is "Ekko: hi"[^]*Watching/m);

      writeFileSync(script, sourceOf('Echo: '));
      await says(/^ok [^]*Watching/m);
      writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...scenario, name: 'Renamed' }));
      await says(/^ok .*Renamed[^]*Watching/m);
    } finally {
      watching.kill();
      rmSync(folder, { recursive: true });
    }
  });
});
