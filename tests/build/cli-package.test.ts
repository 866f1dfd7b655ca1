import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packCommandLine, tarballOf } from '../../build/cli-package/pack.ts';

const root = join(import.meta.dirname, '../..');
let work: string;
/** Where somebody has installed the package, and nothing else. */
let project: string;
let tarball: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'rehearsal-cli-package-'));
  project = join(work, 'my project');
  mkdirSync(project);
  await packCommandLine(join(work, 'made'));
  tarball = tarballOf(join(work, 'made'), work);
  writeFileSync(join(project, 'package.json'), '{ "name": "bots", "version": "1.0.0", "private": true }');
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], {
    cwd: project,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}, 120_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const installed = () => join(project, 'node_modules/@rehearsal/cli');

function rehearsal(...args: readonly string[]) {
  const program = join(project, 'node_modules/.bin/rehearsal');
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    cwd: project,
    encoding: 'utf8',
    // What npm says of a script of that name is no business of the package.
    env: { ...process.env, npm_lifecycle_event: 'cli', INIT_CWD: work },
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}

/** Sends messages to a server, and waits for what it says in the end. @returns all that it said. */
async function talk(server: string, end: string, messages: readonly object[]): Promise<string> {
  const child = spawn(process.execPath, [join(installed(), 'lib/rehearsal.js'), server], { cwd: project });
  let said = '';
  const isOver = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(end)) resolve();
    });
    child.on('close', () => {
      reject(new Error(`The server ended early. It said: ${said}`));
    });
  });
  for (const message of messages) {
    const text = JSON.stringify(message);
    child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  }
  await isOver;
  child.kill();
  return said;
}

const put = (name: string, text: string): void => {
  writeFileSync(join(project, name), text);
};

describe('the package of the command line, installed in an empty folder without a network', () => {
  it('brings no other package, and the licences of what it holds', () => {
    const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;

    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      '@rehearsal',
    ]);
    expect(readdirSync(join(project, 'node_modules/@rehearsal'))).toEqual(['cli']);
    expect(manifest).toMatchObject({
      name: '@rehearsal/cli',
      license: 'MIT',
      bin: { rehearsal: 'lib/rehearsal.js' },
    });
    expect(manifest['dependencies']).toBeUndefined();
    const notices = readFileSync(join(installed(), 'NOTICES.txt'), 'utf8');
    for (const library of ['quickjs-wasi', 'typescript', 'sucrase', 'temporal-polyfill', 'saxes'])
      expect(notices).toMatch(new RegExp(`^==== ${library} \\d`, 'm'));
    expect(existsSync(join(installed(), 'LICENSE'))).toBe(true);
  });

  it('says how it is called, in its own name', () => {
    const { status, stdout } = rehearsal('help');

    expect(status).toBe(0);
    expect(stdout).toContain('  rehearsal check FILE…');
    expect(stdout).not.toContain('npm run');
  });

  it('checks CRMScript, with the tables of the library, and writes what it finds as SARIF', () => {
    put('a.crmscript', 'NSPersonEntity p;\nprint(p.GetFullName());\nprint(nobody);\n');

    const { status, stdout } = rehearsal('check', 'a.crmscript', '--sarif', 'out.sarif');

    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: 'a.crmscript:3:7: error: There is no variable "nobody".\n',
    });
    expect(JSON.parse(readFileSync(join(project, 'out.sarif'), 'utf8'))).toMatchObject({
      runs: [{ tool: { driver: { version: expect.stringMatching(/^\d/) as string } } }],
    });
  });

  it('checks TypeScript, with the types of the language and of bots', () => {
    put(
      'b.ts',
      'const one: number = soApi.nothing;\nconst two = new Map<string, number>().get("a")?.toFixed();\n',
    );

    const { status, stdout } = rehearsal('check', 'b.ts');

    expect(status).toBe(1);
    expect(stdout).toBe("b.ts:1:27: error: Property 'nothing' does not exist on type 'SoApi'.\n");
  });

  it('runs scripts in both languages', () => {
    put('c.crmscript', 'print("Hello from CRMScript");\n');
    put('c.ts', 'const name: string = "TypeScript";\nprint(`Hello from ${name}`);\n');

    expect(rehearsal('run', 'c.crmscript').stdout).toBe('Hello from CRMScript');
    expect(rehearsal('run', 'c.ts')).toEqual({ status: 0, stdout: 'Hello from TypeScript', stderr: '' });
  });

  it('replays scenarios of both languages to the same bytes as the project does', () => {
    const names = ['echobot-bot-first', 'echobot-typescript'];
    for (const name of names)
      cpSync(join(root, `public/scenarios/${name}.json`), join(project, `${name}.json`));
    const files = names.map((name) => `${name}.json`);

    const { status, stdout } = rehearsal(
      'replay',
      ...files,
      '--junit',
      'junit.xml',
      '--lcov',
      'coverage.info',
    );

    expect(status).toBe(0);
    expect(stdout).toMatch(/^ok {6}echobot-bot-first\.json: .+\nok {6}echobot-typescript\.json: .+\n$/);
    expect(readFileSync(join(project, 'junit.xml'), 'utf8')).toContain('<testsuites');
    expect(readFileSync(join(project, 'coverage.info'), 'utf8')).toContain('end_of_record');
    const events = rehearsal('replay', 'echobot-bot-first.json', '--events').stdout;
    const own = [
      '--import',
      'tsx',
      'src/cli/main.ts',
      'replay',
      join(project, 'echobot-bot-first.json'),
      '--events',
    ];
    expect(events).toBe(execFileSync(process.execPath, own, { cwd: root, encoding: 'utf8' }));
  });

  it('opens a link to a sample, whose world lies in the package', () => {
    const { status, stdout } = rehearsal('link', 'echobot-bot-first.json');

    expect(status).toBe(0);
    expect(rehearsal('replay', stdout.trim()).status).toBe(0);
  });

  it('serves editors: the language, and the debugger to the end of a script', async () => {
    put('e.crmscript', 'print("Hello from the debugger");\n');

    const language = await talk('lsp', 'shutdown', [
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      },
      { jsonrpc: '2.0', method: 'initialized', params: {} },
      { jsonrpc: '2.0', id: 'shutdown', method: 'shutdown' },
    ]);
    const debugged = await talk('dap', '"exited"', [
      { seq: 1, type: 'request', command: 'initialize', arguments: { adapterID: 'rehearsal' } },
      { seq: 2, type: 'request', command: 'launch', arguments: { script: 'e.crmscript' } },
      { seq: 3, type: 'request', command: 'configurationDone' },
    ]);

    expect(language).toContain('"capabilities"');
    expect(debugged).toContain('Hello from the debugger');
    expect(debugged).toContain('"exitCode":0');
  });

  it('gives bots in TypeScript their types by one line', () => {
    put('d.ts', '/// <reference types="@rehearsal/cli/bot" />\nresetChat(1);\nresetChat("one");\n');
    const options = [
      '--noEmit',
      '--module',
      'nodenext',
      '--skipLibCheck',
      '--lib',
      'es2022',
      '--pretty',
      'false',
      'd.ts',
    ];
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options],
      {
        cwd: project,
        encoding: 'utf8',
      },
    );

    expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringMatching(/^d\.ts\(3,11\): error TS2345/),
    ]);
  });
});

describe('the pipelines of docs/ci.md', () => {
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  const pipelines = new Map(
    Array.from(
      page.matchAll(/^## (GitHub|GitLab)\n[^]*?```yaml\n([^]*?)```/gm),
      ([, name = '', text = '']) => [
        name,
        Array.from(
          text.matchAll(/^\s+(?:- )?(?:run: |- )((?:npm|npx) .+)$/gm),
          ([, command = '']) => command,
        ),
      ],
    ),
  );

  it.each(['GitHub', 'GitLab'])('of %s does what it says where bots lie as the page has them', (name) => {
    const commands = pipelines.get(name) ?? [];
    const folder = join(work, name);
    cpSync(tarball, join(folder, 'tools/rehearsal-cli.tgz'));
    mkdirSync(join(folder, 'tests'));
    const scenario = join(root, 'public/scenarios/echobot-bot-first.json');
    cpSync(scenario, join(folder, 'tests/echobot.json'));
    const convert = ['convert', scenario, join(folder, 'bots/')];
    execFileSync(process.execPath, [join(installed(), 'lib/rehearsal.js'), ...convert], { stdio: 'pipe' });

    for (const command of commands) execFileSync('sh', ['-c', command], { cwd: folder, stdio: 'pipe' });

    expect(commands.map((command) => command.split(' ').slice(0, 3).join(' '))).toEqual([
      'npm install --no-save',
      'npx rehearsal check',
      'npx rehearsal replay',
    ]);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('failures="0"');
    expect(readFileSync(join(folder, 'coverage.xml'), 'utf8')).toContain('.crmscript"');
    if (name === 'GitHub')
      expect(readFileSync(join(folder, 'check.sarif'), 'utf8')).toContain('"version": "2.1.0"');
  });
});
