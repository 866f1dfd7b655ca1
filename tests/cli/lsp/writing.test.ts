import type { CompletionList, Hover, Location, SignatureHelp } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor, Folder } from './editor.ts';

describe('writing a script in an editor', () => {
  const folder = new Folder({
    'lib.crmscript':
      '// Says how long a text is.\nInteger measure(String text) { return text.getLength(); }\n',
  });
  let editor: Editor;

  beforeAll(async () => {
    editor = await Editor.start([folder]);
  });

  afterAll(async () => {
    expect(await editor.stop()).toBe(0);
    folder.remove();
  });

  /** Opens a script of its own in which `|` marks a place. */
  const opened = (source: string, ending = '.crmscript') => editor.openMarked(folder, source, { ending });

  it('says what is wrong while one types, and that it is mended', async () => {
    const { uri } = await opened('Integer a = 1|\nprint(a.toString());\n');

    const [missing] = await editor.diagnostics(uri);
    await editor.write(uri, 'Integer a = 1;\nprint(a.toString());\n', 2);
    const mended = await editor.diagnostics(uri, 2);

    expect(missing).toMatchObject({ severity: 1, code: 'missing-semicolon', source: 'rehearsal' });
    expect(missing?.range.start.line).toBe(0);
    expect(mended).toEqual([]);
  });

  it('follows changes of parts of the text', async () => {
    const { uri } = await opened('|Integer a = 1;\nprint(b.toString());\n');
    await editor.diagnostics(uri);

    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, text: 'bb' },
        { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, text: '' },
      ],
    });

    expect(await editor.diagnostics(uri, 2)).toEqual([]);
  });

  it('offers members, with their documentation and what is to be filled in', async () => {
    const { uri, position } = await opened('String s = "a";\ns.|');

    const list = await editor.at<CompletionList>('completion', uri, position);

    const found = list.items.find(({ label }) => label === 'substitute');
    expect(found).toMatchObject({ kind: 2, insertTextFormat: 2 });
    expect(found?.textEdit?.newText).toBe('substitute($0)');
    expect(found?.documentation).toMatchObject({ kind: 'markdown' });
  });

  it('offers the scripts that can be included', async () => {
    const { uri, position } = await opened('#include "|"\n');

    const list = await editor.at<CompletionList>('completion', uri, position);

    expect(list.items.map(({ label }) => label)).toContain('lib');
  });

  it('shows what a name is, and where it comes from', async () => {
    const { uri, position } = await opened('#include "lib";\nprint(mea|sure("a").toString());\n');

    const hover = await editor.at<Hover>('hover', uri, position);
    const place = await editor.at<Location>('definition', uri, position);

    expect((hover.contents as { value: string }).value).toContain('Says how long a text is');
    expect(place).toEqual({
      uri: folder.uri('lib.crmscript'),
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 15 } },
    });
  });

  it('shows the parameters of the call that is being written', async () => {
    const { uri, position } = await opened('String s = "a".substitute("a", |');

    const help = await editor.at<SignatureHelp>('signatureHelp', uri, position);

    expect(help.activeParameter).toBe(1);
    expect(help.signatures[0]?.parameters?.[1]?.label).toEqual(expect.any(Array));
  });

  it('helps with scripts in JavaScript, too', async () => {
    const { uri, position } = await opened('const a: number = "x";\nco|nsole.log(a);\n', '.ts');

    const found = await editor.diagnostics(uri);
    const hover = await editor.at<Hover>('hover', uri, position);

    expect(found).toMatchObject([{ code: 'typescript', range: { start: { line: 0, character: 6 } } }]);
    expect((hover.contents as { value: string }).value).toContain('```typescript');
  });
});
