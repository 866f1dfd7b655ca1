import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, type Packed } from '../../build/package/pack.ts';
import { hostHeaders } from '../../build/policy.ts';
import { hasProgram, startPackage, type Started } from '../support/packaged.ts';

let work: string;
let packed: Packed;

/** A few files in the place of the built app: what serves them knows no more of it. */
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'rehearsal-package-'));
  const app = join(work, 'dist');
  mkdirSync(join(app, 'assets'), { recursive: true });
  const put = (name: string, text: string) => {
    writeFileSync(join(app, name), text);
  };
  put('index.html', '<!doctype html><title>The app</title>');
  put('network.html', '<!doctype html>');
  put('sw.js', '//');
  put('manifest.webmanifest', '{}');
  put('assets/a b.js', 'export {};');
  put('assets/engine.wasm', '\0asm');
  put('_headers', hostHeaders);
  packed = pack({ app, into: join(work, 'release'), version: '1.2.3' });
  writeFileSync(join(work, 'secret.txt'), 'nobody’s business');
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const at = (name: string) => join(packed.folder, name);

describe('the folder of an offline workshop', () => {
  it('holds the app, what starts it on each system, and what to do, and the zip beside it holds the same', () => {
    const names = Object.keys(unzipSync(readFileSync(packed.zip))).map((name) =>
      name.replace('rehearsal-1.2.3/', ''),
    );

    expect(names.sort()).toEqual(
      [
        'LICENSE.txt',
        'README.txt',
        'app/_headers',
        'app/assets/a b.js',
        'app/assets/engine.wasm',
        'app/index.html',
        'app/manifest.webmanifest',
        'app/network.html',
        'app/rehearsal-version.txt',
        'app/sw.js',
        'server/httpd.conf',
        'server/serve.pl',
        'server/serve.ps1',
        'server/serve.py',
        'start-linux.sh',
        'start-macos.command',
        'start-windows.cmd',
      ].sort(),
    );
    expect(readFileSync(at('README.txt'), 'utf8')).toMatch(/^Rehearsal 1\.2\.3\r\n/);
  });

  it('has scripts that can be run where that has to be said, and lines that end as each system wants them', () => {
    for (const name of ['start-linux.sh', 'start-macos.command']) {
      expect(statSync(at(name)).mode & 0o111).toBe(0o111);
      expect(readFileSync(at(name), 'utf8')).not.toContain('\r');
    }
    for (const name of ['start-windows.cmd', 'server/serve.ps1'])
      expect(readFileSync(at(name), 'utf8')).not.toMatch(/[^\r]\n/);
  });

  it('has scripts for Windows of plain letters only, as its PowerShell reads others by the code page', () => {
    for (const name of ['start-windows.cmd', 'server/serve.ps1'])
      expect(readFileSync(at(name), 'utf8')).toMatch(/^[\r\n\x20-\x7e]*$/);
  });
});

/** Asks for a path just as it is written; programs tidy it up before they ask. */
function askedRaw(url: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

const kinds = (['python', 'perl', 'busybox'] as const).filter(hasProgram);

describe.each(kinds)('served by %s', (kind) => {
  let started: Started;

  beforeAll(async () => {
    started = await startPackage(packed.folder, { kind });
  });

  afterAll(() => started.stop());

  it('gives each file its media type', async () => {
    const types = await Promise.all(
      ['', 'sw.js', 'manifest.webmanifest', 'assets/a%20b.js', 'assets/engine.wasm'].map(async (path) => {
        const answer = await fetch(started.url + path);
        return `${String(answer.status)} ${answer.headers.get('content-type') ?? ''}`;
      }),
    );

    expect(types.map((type) => type.replace(/; ?charset=utf-8$/i, ''))).toEqual([
      '200 text/html',
      '200 text/javascript',
      '200 application/manifest+json',
      '200 text/javascript',
      '200 application/wasm',
    ]);
  });

  it('gives nothing that lies outside of the app, and no list of what is in it', async () => {
    symlinkSync(work, at(`app/assets/out-${kind}`));
    const asked = [
      '/../README.txt',
      '/..%2fREADME.txt',
      '/%2e%2e/README.txt',
      '/assets/../../README.txt',
      '/..%5cREADME.txt',
      '//etc/passwd',
      '/assets/',
      '/assets',
    ];

    const answers = await Promise.all(asked.map((path) => askedRaw(started.url, path)));

    for (const answer of answers) {
      expect(answer.split('\r\n')[0]).not.toMatch(/ 200 /);
      expect(answer).not.toMatch(/START|root:|engine\.wasm/);
    }
    // Somebody would have to put a link into the folder: busybox follows it.
    if (kind !== 'busybox')
      expect(await askedRaw(started.url, `/assets/out-${kind}/secret.txt`)).not.toContain('business');
  });

  it('answers others while a browser holds a connection on which it says nothing', async () => {
    const silent = connect(Number(new URL(started.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => silent.on('connect', resolve));

    expect((await fetch(started.url)).status).toBe(200);

    silent.destroy();
  });
});

describe.each(kinds.filter((kind) => kind !== 'busybox'))('served by %s, which can send headers', (kind) => {
  it('sends the policy of each page, and says what may be kept', async () => {
    const started = await startPackage(packed.folder, { kind });
    const of = async (path: string, name: string) =>
      (await fetch(started.url + path)).headers.get(name) ?? 'none';

    expect(await of('', 'content-security-policy')).toContain("connect-src 'self';");
    expect(await of('sw.js', 'content-security-policy')).toContain("connect-src 'self';");
    expect(await of('network.html', 'content-security-policy')).toContain("connect-src 'self' https: http:;");
    expect(await of('', 'x-content-type-options')).toBe('nosniff');
    expect(await of('', 'cache-control')).toBe('no-cache');
    expect(await of('assets/engine.wasm', 'cache-control')).toContain('immutable');
    await started.stop();
  });

  it('takes the next port where something else has its own, and says what that means', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    other.on('connection', (socket) => socket.destroy());

    const started = await startPackage(packed.folder, { kind, port });

    expect(Number(new URL(started.url).port)).toBeGreaterThan(port);
    expect(started.said()).toContain(`Port ${String(port)} is taken by something else.`);
    await started.stop();
    other.close();
  });

  it('shows the one that runs, and ends, when it is started twice', async () => {
    const first = await startPackage(packed.folder, { kind });

    const second = await startPackage(packed.folder, { kind, port: Number(new URL(first.url).port) });

    expect(second.said()).toContain('It runs already.');
    expect(second.url).toBe(first.url);
    expect(await ended(second.process)).toBe(0);
    await first.stop();
  });
});

const ended = (process: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (process.exitCode !== null) resolve(process.exitCode);
    else process.on('exit', resolve);
  });

const pathOf = (program: string): string =>
  execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();

describe('the start script', () => {
  it('says what to install where nothing is there that can serve', async () => {
    const bare = mkdtempSync(join(work, 'bare-'));
    for (const program of ['dirname', 'uname', 'cat']) symlinkSync(pathOf(program), join(bare, program));
    const process = spawn('/bin/sh', [at('start-linux.sh'), '--no-browser'], { env: { PATH: bare } });
    let said = '';
    process.stdout.on('data', (piece) => (said += String(piece)));
    const code = await ended(process);

    expect(code).toBe(1);
    expect(said).toContain('Any of these is enough: Python 3, Perl 5, busybox with httpd.');
  });
});
