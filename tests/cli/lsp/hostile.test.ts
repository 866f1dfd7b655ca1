import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { RawEditor } from './raw.ts';

const open = (uri: string, text: string, version = 1) => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'crmscript', version, text } },
});
const symbols = (uri: string) => ({ textDocument: { uri } });

describe('a language server that is spoken to in the wrong way', () => {
  let editor: RawEditor;

  afterEach(() => {
    editor.server.kill();
    expect(editor.noise).toEqual([]);
  });

  it('refuses what comes before initialize and after shutdown, and ends as it is told', async () => {
    editor = new RawEditor('--stdio');

    const early = await editor.request(1, 'textDocument/hover', {});
    editor.send(open('untitled:a', 'x'));
    await editor.initialize();
    const again = await editor.request(2, 'initialize', { capabilities: {} });
    const unknown = await editor.request(3, 'textDocument/dance', {});
    editor.send({ method: '$/whatever', params: {} });
    const shut = await editor.request(4, 'shutdown');
    const late = await editor.request(5, 'textDocument/hover', {});
    editor.send({ method: 'exit' });

    expect([early, again, unknown, late].map(({ error }) => error?.code)).toEqual([
      -32002, -32600, -32601, -32600,
    ]);
    expect(shut).toMatchObject({ result: null });
    expect(editor.said).toContain('textDocument/didOpen was left out, as it came before initialize.');
    expect(await editor.exited).toBe(0);
  });

  it('ends with its editor: without a shutdown, when its input closes, and when the process is gone', async () => {
    editor = new RawEditor();
    await editor.initialize();
    editor.send({ method: 'exit' });
    expect(await editor.exited).toBe(1);

    editor = new RawEditor();
    await editor.initialize();
    editor.server.stdin.end();
    expect(await editor.exited).toBe(1);

    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    editor = new RawEditor();
    await editor.initialize({ processId: parent.pid });
    parent.kill('SIGKILL');
    expect(await editor.exited).toBe(1);
    expect(editor.said).toContain('The editor is gone.');
  });

  it('says how it is called where it was called otherwise', async () => {
    editor = new RawEditor('--port=7');

    expect(await editor.exited).toBe(2);
    expect(editor.said).toContain('“--port=7” is no option');
  });

  it('answers messages that are none as the protocol says, and goes on', async () => {
    editor = new RawEditor();
    await editor.initialize();

    editor.raw('Content-Length: 6\r\n\r\n{"a": ');
    const broken = await editor.answer(null);
    editor.send({ id: 7, method: 'x', params: 'text' });
    const parameters = await editor.answer(7);
    editor.raw('Content-Length: 2\r\n\r\n[]Content-Length: 4\r\n\r\nnullContent-Length: -3\r\n\r\n{}\r\n');
    editor.send({ method: '$/cancelRequest' });
    editor.send({ id: 8, method: 'textDocument/documentSymbol', params: symbols('untitled:none') });
    const goesOn = await editor.answer(8);

    expect(broken.error?.code).toBe(-32700);
    expect(parameters.error?.code).toBe(-32600);
    expect(goesOn.error).toMatchObject({ code: -32602, message: /neither open nor a file/ });
    expect(editor.said.split('\n').filter((line) => /left out/.test(line)).length).toBeGreaterThan(4);
  });

  it('asks for what it was not told: documents that are not open, changes that are old', async () => {
    editor = new RawEditor();
    await editor.initialize();
    const uri = 'untitled:Untitled-1';
    const change = (version: number, text: string) => {
      editor.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [{ text }] },
      });
    };

    change(1, 'Void never() { }');
    editor.send(open(uri, 'Void first() { }', 5));
    change(4, 'Void old() { }');
    change(6, 'Void second() { }');
    const { result } = await editor.request(1, 'textDocument/documentSymbol', symbols(uri));
    editor.send({ method: 'textDocument/didClose', params: symbols(uri) });
    editor.send({ method: 'textDocument/didClose', params: symbols(uri) });
    const closed = await editor.request(2, 'textDocument/documentSymbol', symbols(uri));
    editor.send({ method: 'textDocument/didOpen', params: {} });
    const strange = await editor.request(3, 'textDocument/hover', {
      ...symbols(uri),
      position: { line: 'one', character: null },
    });

    expect(result).toMatchObject([{ name: 'second' }]);
    expect(closed.error?.code).toBe(-32602);
    expect(strange.error?.code).toBe(-32602);
    expect(editor.said).toContain('is not open: a change of it was left out.');
    expect(editor.said).toContain('a change to version 4 came after 5, and was left out.');
  });

  it('takes of a document no change that is none', async () => {
    editor = new RawEditor();
    await editor.initialize({ workspaceFolders: [null, { uri: 5 }], initializationOptions: [] });
    const uri = 'untitled:Untitled-1';
    const change = (version: number, ...contentChanges: readonly unknown[]) => {
      editor.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges },
      });
    };

    editor.send(open(uri, 'Void one() { }\n'));
    change(2, { text: 'Void two() { }\n', range: { start: { line: 1, character: 0 } } });
    change(3, { range: null });
    change(4, {
      text: 'Void two() { }\n',
      range: { start: { line: 1, character: 0 }, end: { line: 1e9, character: 0 } },
    });
    const { result } = await editor.request(1, 'textDocument/documentSymbol', symbols(uri));

    expect(result).toMatchObject([{ name: 'one' }, { name: 'two' }]);
    expect(editor.said).toContain('A change has no text, and was left out.');
  });

  it('does not answer what was cancelled', async () => {
    editor = new RawEditor();
    await editor.initialize();
    editor.send(open('untitled:a', 'print("a");\n'.repeat(3_000)));

    for (let id = 10; id < 20; id += 1)
      editor.send({ id, method: 'textDocument/semanticTokens/full', params: symbols('untitled:a') });
    for (let id = 10; id < 20; id += 1) editor.send({ method: '$/cancelRequest', params: { id } });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => editor.answer(10 + index)));

    expect(answers.filter(({ error }) => error?.code === -32800).length).toBeGreaterThan(5);
  });

  it('checks the last text of many that were written at once, and lets a large one hold up nobody', async () => {
    editor = new RawEditor();
    await editor.initialize();
    const big = 'untitled:big';
    const small = 'untitled:small';
    editor.send(open(small, 'Void f() { }'));
    editor.send(open(big, `${'print("a text");\n'.repeat(14_000)}print(a`));
    for (let version = 2; version <= 30; version += 1) {
      editor.send({
        method: 'textDocument/didChange',
        params: {
          textDocument: { uri: small, version },
          contentChanges: [{ text: `print(a${String(version)});` }],
        },
      });
    }
    const published = () =>
      editor.answers
        .filter(({ method }) => method === 'textDocument/publishDiagnostics')
        .map(({ params }) => params);
    const of = (uri: string) =>
      (published() as { uri: string; version: number }[]).filter((one) => one.uri === uri);
    await editor.until(() => of(big).length > 0 && of(small).some(({ version }) => version === 30));

    expect(of(small).length).toBeLessThan(15);
    expect(of(big)).toMatchObject([{ diagnostics: [{ severity: 1 }] }]);
  });

  if (process.platform === 'linux')
    it('listens on nothing', async () => {
      editor = new RawEditor();
      await editor.initialize();
      const fds = `/proc/${String(editor.server.pid)}/fd`;

      const sockets = readdirSync(fds).flatMap((fd) => {
        try {
          return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${fds}/${fd}`))?.[1] ?? [];
        } catch {
          return []; // closed meanwhile
        }
      });
      const listening = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
        readFileSync(`/proc/net/${kind}`, 'utf8')
          .split('\n')
          .filter((line) => sockets.some((inode) => line.split(/\s+/).includes(inode))),
      );
      const listeningUnix = readFileSync('/proc/net/unix', 'utf8')
        .split('\n')
        .map((line) => line.split(/\s+/))
        .filter(([, , , flags, , , inode]) => flags === '00010000' && sockets.includes(inode ?? ''));

      expect([listening, listeningUnix]).toEqual([[], []]);
    });
});
