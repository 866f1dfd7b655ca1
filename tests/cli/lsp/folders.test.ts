import type {
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { Editor, everything, Folder, marked } from './editor.ts';

const declares = (name: string) => `Integer ${name}() { return 1; }\n`;

describe('the folders of an editor', () => {
  let editor: Editor;
  let folders: Folder[] = [];

  function folder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
    const made = new Folder(files);
    folders.push(made);
    return made;
  }

  afterEach(async () => {
    expect(await editor.stop()).toBe(0);
    for (const one of folders) one.remove();
    folders = [];
  });

  it('are two, with scripts in any encoding and with any line ends, and settings that say where includes lie', async () => {
    const bots = folder({ 'main.crmscript': '' });
    const library = folder({
      'a/win.crmscript': Buffer.concat([
        Buffer.from('// Sk\xe5l\r\n', 'latin1'),
        Buffer.from(declares('one').replace('\n', '\r\n')),
      ]),
      'b/mark.crmscript': `\uFEFF${declares('two')}`,
      'far/same.crmscript': declares('far'),
      'near/same.crmscript': declares('near'),
    });
    editor = await Editor.start([bots, library], everything, {
      initializationOptions: { include: ['near'] },
    });
    const uri = bots.uri('main.crmscript');
    const { text, position } = marked(
      '#include "WIN";\r\n#include "mark";\r\n#include "same";\r\nprint((o|ne() + two() + near()).toString());\r\n',
    );

    await editor.open(uri, text);
    const found = await editor.diagnostics(uri);
    const place = await editor.at<Location>('definition', uri, position);
    const hover = await editor.at<Hover>('hover', uri, position);

    expect(found).toEqual([]);
    expect(place).toEqual({
      uri: library.uri('a/win.crmscript'),
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 11 } },
    });
    expect((hover.contents as { value: string }).value).toContain('Skål');
  });

  it('hold scripts in the code page of Windows, which a rename reaches only where the editor has them open', async () => {
    const win = Buffer.from('// Sk\xe5l\n' + declares('one'), 'latin1');
    const bots = folder({ 'win.crmscript': win });
    editor = await Editor.start([bots]);
    const [main, lib] = [bots.uri('main.crmscript'), bots.uri('win.crmscript')];
    const { text, position } = marked('#include "win";\nprint(o|ne().toString());\n');
    await editor.open(main, text);
    const rename = () => editor.at<WorkspaceEdit>('rename', main, position, { newName: 'first' });

    await expect(rename()).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing was renamed\. .*win\.crmscript is not in UTF-8/) as string,
    });
    await editor.open(lib, win.toString('latin1'));

    expect((await rename()).documentChanges).toHaveLength(2);
  });

  it('change: files come and go, settings are others, what is open is what counts', async () => {
    const bots = folder({ 'main.crmscript': '' });
    const capabilities = {
      ...everything,
      workspace: { ...everything.workspace, didChangeConfiguration: { dynamicRegistration: true } },
    };
    editor = await Editor.start([bots], capabilities);
    const [main, lib] = [bots.uri('main.crmscript'), bots.uri('deep/er/lib.crmscript')];
    await editor.open(main, '#include "lib";\nprint(one().toString());\n');
    const missing = await editor.diagnostics(main);
    const until = async (holds: (codes: readonly unknown[]) => boolean) => {
      const last = () =>
        editor.published.findLast((one) => one.uri === main)?.diagnostics.map(({ code }) => code);
      await editor.until(() => holds(last() ?? []));
    };

    bots.write('deep/er/lib.crmscript', declares('one'));
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: lib, type: 1 }] });
    await until((codes) => codes.length === 0);
    await editor.open(lib, declares('other'));
    await until((codes) => codes.includes('unknown-function'));
    await editor.notify('textDocument/didClose', { textDocument: { uri: lib } });
    await until((codes) => codes.length === 0);
    await editor.notify('workspace/didChangeConfiguration', { settings: { rehearsal: { hints: 'yes' } } });
    await editor.until(() => editor.said.includes('rehearsal.hints must be true or false'));

    expect(missing.map(({ code }) => code)).toContain('unknown-include');
    expect(editor.asked.map(({ method }) => method)).toEqual(['client/registerCapability']);
  });

  it('have a script with an error, which is told where it is included', async () => {
    const bots = folder({ 'lib.crmscript': 'Void f() { }\nInteger = 1;\n' });
    editor = await Editor.start([bots]);
    const uri = bots.uri('main.crmscript');

    await editor.open(uri, 'print("a");\n#include "lib";\n');
    const found = await editor.diagnostics(uri);

    expect(found).toMatchObject([
      {
        code: 'included-error',
        message: /^“lib” has an error in line 2: /,
        range: { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } },
        relatedInformation: [{ location: { uri: bots.uri('lib.crmscript'), range: { start: { line: 1 } } } }],
      },
    ]);
  });

  it('have five thousand scripts, of which none is read before it is needed', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [
        `bots/bot ${String(index % 50)}/script ${String(index)}.crmscript`,
        index % 1_000 === 0
          ? `#include "shared";\nprint(shared().toString());\n`
          : `print("${String(index)}");\n`,
      ]),
    );
    const many = folder({ ...files, 'library/shared.crmscript': declares('shared') });
    editor = await Editor.start([many]);
    const uri = many.uri('bots/bot 0/script 0.crmscript');

    await editor.open(uri, files['bots/bot 0/script 0.crmscript'] ?? '');
    const found = await editor.diagnostics(uri);
    const overtaken = editor
      .at('references', uri, { line: 1, character: 8 })
      .catch((error: unknown) => error);
    await editor.write(uri, `${files['bots/bot 0/script 0.crmscript'] ?? ''} `, 2);
    const refusal = await overtaken;
    const looking = editor.at<Location[]>('references', uri, { line: 1, character: 8 });
    const { text, position } = marked('String s;\ns.|');
    await editor.open(many.uri('new.crmscript'), text);
    const list = await editor.at<CompletionList>('completion', many.uri('new.crmscript'), position);
    const places = await looking;

    expect(found).toEqual([]);
    expect(refusal).toMatchObject({ code: -32801, message: 'The text was changed meanwhile.' });
    expect(list.items.length).toBeGreaterThan(10);
    expect(places).toHaveLength(6);
  });

  it('are none: a script that was never saved, in an editor that can do little and counts in UTF-8', async () => {
    editor = await Editor.start([], { general: { positionEncodings: ['utf-32', 'utf-8'] } });
    const uri = 'untitled:Untitled-1';
    const { text } = marked('|String smørbrød = "😀";   Void eat(String what) { }\nea');

    await editor.open(uri, text);
    const [problem] = await editor.diagnostics(uri);
    const list = await editor.at<CompletionList>('completion', uri, { line: 1, character: 2 });
    const hover = await editor.at<Hover>('hover', uri, { line: 0, character: 36 });
    const symbols = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });

    expect(editor.initialized).toMatchObject({
      capabilities: { positionEncoding: 'utf-8', codeActionProvider: false },
    });
    expect(problem?.range.start.line).toBeLessThanOrEqual(1);
    expect(list.items.find(({ label }) => label === 'eat')?.textEdit).toMatchObject({ newText: 'eat' });
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: /^Void eat\(String what\)/ });
    expect(symbols.find(({ name }) => name === 'eat')?.location.range.start).toEqual({
      line: 0,
      character: 35,
    });
  });

  it('are asked for what is wrong by an editor that asks', async () => {
    const bots = folder({});
    const asks = { ...everything, textDocument: { ...everything.textDocument, diagnostic: {} } };
    editor = await Editor.start([bots], asks);
    const uri = bots.uri('main.crmscript');
    type Report = { readonly kind: string; readonly resultId: string; readonly items?: Diagnostic[] };
    const ask = (previousResultId?: string) =>
      editor.request<Report>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

    await editor.open(uri, 'Integer a = 1\n');
    const first = await ask();
    const second = await ask(first.resultId);
    await editor.write(uri, 'Integer a = 1;\n', 2);
    const third = await ask(second.resultId);

    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'missing-semicolon' }] });
    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(third).toMatchObject({ kind: 'full', items: [] });
    expect(editor.published).toEqual([]);
  });
});
