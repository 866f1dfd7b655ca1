import type {
  CodeAction,
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Position,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor, Folder } from './editor.ts';

const lib = `// What both bots say.
Integer measure(String text)
{
  return text.getLength();
}

struct Person
{
  String name;
};
`;
const one = '#include "shared lib";\nPerson p;\np.name = "Ada";\nprint(measure(p.name).toString());\n';
const two = '#include "shared lib";\nprint(measure("x").toString());\n';

describe('reading and changing scripts in an editor', () => {
  const folder = new Folder({
    'shared/shared lib.crmscript': lib,
    'one/bot one.crmscript': one,
    'two/bot two.crmscript': two,
  });
  let editor: Editor;

  beforeAll(async () => {
    editor = await Editor.start([folder]);
  });

  afterAll(async () => {
    expect(await editor.stop()).toBe(0);
    folder.remove();
  });

  const opened = (source: string) => editor.openMarked(folder, source, { within: 'more/' });

  const ask = <T>(method: string, uri: string, more: object = {}): Promise<T> =>
    editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more });

  const options = { tabSize: 2, insertSpaces: true };
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

  it('finds where a name is used, in all programs that share it', async () => {
    const uri = folder.uri('one/bot one.crmscript');
    const position = { line: 3, character: 8 };

    const places = await editor.at<Location[]>('references', uri, position, {
      context: { includeDeclaration: true },
    });
    const used = await editor.at<Location[]>('references', uri, position, {
      context: { includeDeclaration: false },
    });

    expect(places.map(({ uri: where, range }) => [where, range.start.line])).toEqual([
      [uri, 3],
      [folder.uri('shared/shared lib.crmscript'), 1],
      [folder.uri('two/bot two.crmscript'), 1],
    ]);
    expect(used).toHaveLength(2);
  });

  it('renames it in all of them, and says of what cannot be renamed why', async () => {
    const uri = folder.uri('shared/shared lib.crmscript');
    const position = { line: 1, character: 9 };

    const edit = await editor.at<WorkspaceEdit>('rename', uri, position, { newName: 'lengthOf' });
    const refusal = editor.at('rename', uri, position, { newName: 'while' });

    expect(edit.documentChanges).toHaveLength(3);
    expect(edit.documentChanges?.[1]).toMatchObject({
      textDocument: { uri, version: null },
      edits: [{ range: { start: { line: 1, character: 8 } }, newText: 'lengthOf' }],
    });
    await expect(refusal).rejects.toMatchObject({ code: -32803, message: /word of the language/ });
  });

  it('says before a rename what would be renamed, or why nothing', async () => {
    const { uri, position } = await opened('Integer a|b = 1;\nprint(ab.toString());\n');

    const place = await editor.at<{ placeholder: string }>('prepareRename', uri, position);
    const library = editor.at('prepareRename', uri, { line: 1, character: 2 });

    expect(place).toMatchObject({ placeholder: 'ab', range: { start: { line: 0, character: 8 } } });
    await expect(library).rejects.toMatchObject({ code: -32803, message: /belongs to CRMScript/ });
  });

  it('marks the same name in the text', async () => {
    const { uri, position } = await opened('Integer a|b = 1;\nprint(ab.toString());\n');

    const found = await editor.at<DocumentHighlight[]>('documentHighlight', uri, position);

    expect(found.map(({ range }) => range.start.line)).toEqual([0, 1]);
  });

  it('outlines a script, and finds what the folders declare by name', async () => {
    const uri = folder.uri('shared/shared lib.crmscript');

    const symbols = await ask<DocumentSymbol[]>('documentSymbol', uri);
    const found = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'MEAS' });

    expect(symbols.map(({ name, kind, children }) => [name, kind, children?.length])).toEqual([
      ['measure', 12, 0],
      ['Person', 23, 1],
    ]);
    expect(found).toMatchObject([{ name: 'measure', location: { uri } }]);
  });

  it('folds, and grows a selection', async () => {
    const { uri, position } = await opened('// one\n// two\nif (1 == 1)\n{\n  pr|int("a");\n}\n');

    const folds = await ask<FoldingRange[]>('foldingRange', uri);
    const [selection] = await ask<SelectionRange[]>('selectionRange', uri, { positions: [position] });

    expect(folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
      [0, 1, 'comment'],
      [3, 4, undefined],
    ]);
    expect(selection?.range).toEqual({
      start: { line: 4, character: 2 },
      end: { line: 4, character: 7 },
    });
    expect(selection?.parent?.range.end).toEqual({ line: 4, character: 12 });
  });

  it('tells the colours of a text, and later only what is otherwise', async () => {
    const { uri } = await opened('|Integer a = 1;\n/* two\nlines */\n');

    const all = await ask<SemanticTokens>('semanticTokens/full', uri);
    await editor.write(uri, 'Integer a = 12;\n/* two\nlines */\n', 2);
    const delta = await ask<SemanticTokensDelta>('semanticTokens/full/delta', uri, {
      previousResultId: all.resultId,
    });
    const range = await ask<SemanticTokens>('semanticTokens/range', uri, {
      range: { start: { line: 1, character: 0 }, end: { line: 9, character: 0 } },
    });

    expect(all.data.length % 5).toBe(0);
    expect(all.data.slice(0, 5)).toEqual([0, 0, 7, 1, 2]);
    expect(delta.edits).toHaveLength(1);
    expect(delta.edits[0]?.deleteCount).toBe(1);
    expect(range.data).toEqual([1, 0, 6, 12, 0, 1, 0, 8, 12, 0]);
  });

  it('shows the names of parameters', async () => {
    const { uri } = await opened('|Void f(String text, Integer count) { }\nf("a", 2);\n');

    const hints = await ask<InlayHint[]>('inlayHint', uri, { range: whole });

    expect(hints.map(({ label }) => label)).toEqual(['text:', 'count:']);
    expect(hints[0]?.position).toEqual({ line: 1, character: 2 });
  });

  it('formats a text, a part of it and what was just ended, and leaves a broken one alone', async () => {
    const { uri, text } = await opened('|Integer   a=1;\nif(a==1){print("a");}\n');
    const broken = await opened('|Integer = ;\n');
    const apply = (edits: TextEdit[]) =>
      TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits);

    const all = await ask<TextEdit[]>('formatting', uri, { options });
    const part = await ask<TextEdit[]>('rangeFormatting', uri, {
      options,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
    });
    const typed = await ask<TextEdit[]>('onTypeFormatting', uri, {
      options,
      position: { line: 0, character: 14 },
      ch: ';',
    });

    expect(apply(all)).toContain('Integer a = 1;\nif (a == 1)');
    expect(apply(part)).toBe('Integer a = 1;\nif(a==1){print("a");}\n');
    expect(apply(typed)).toBe(apply(part));
    await expect(ask('formatting', broken.uri, { options })).rejects.toMatchObject({
      code: -32803,
      message: /line 1 has an error/,
    });
  });

  it('mends what can be mended, one by one and all at once', async () => {
    const { uri } = await opened('|Integer a = 1\nInteger b = 2\nprint((a + b).toString());\n');
    const [first] = await editor.diagnostics(uri);
    const context = { diagnostics: [first] };

    const fixes = await ask<CodeAction[]>('codeAction', uri, { range: first?.range, context });
    const all = await ask<CodeAction[]>('codeAction', uri, {
      range: whole,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });

    expect(fixes).toMatchObject([
      { kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'missing-semicolon' }] },
    ]);
    expect(all).toMatchObject([{ kind: 'source.fixAll' }]);
    expect(all[0]?.edit?.documentChanges?.[0]).toMatchObject({
      textDocument: { uri, version: 1 },
      edits: [{ newText: ';' }, { newText: ';' }],
    });
  });

  it('offers to run and debug what can run by itself, and to replay a scenario', async () => {
    const run = await ask<CodeLens[]>('codeLens', folder.uri('one/bot one.crmscript'));
    const shared = await ask<CodeLens[]>('codeLens', folder.uri('shared/shared lib.crmscript'));
    const scenario = folder.uri('test.json');
    await editor.open(scenario, '{ "format": "rehearsal-scenario" }', 'json');
    const replay = await ask<CodeLens[]>('codeLens', scenario);

    expect(run.map(({ command }) => command)).toEqual([
      { title: 'Run', command: 'rehearsal.run', arguments: [{ uri: folder.uri('one/bot one.crmscript') }] },
      {
        title: 'Debug',
        command: 'rehearsal.debug',
        arguments: [{ uri: folder.uri('one/bot one.crmscript') }],
      },
    ]);
    expect(shared).toEqual([]);
    expect(replay).toMatchObject([
      { command: { command: 'rehearsal.replay', arguments: [{ uri: scenario }] } },
    ]);
  });

  it('knows of an included script what those declare that include it', async () => {
    folder.write('parts/whole.crmscript', 'Integer total = 1;\n#include "part";\n');
    const uri = folder.uri('parts/part.crmscript');
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('parts/whole.crmscript'), type: 1 }],
    });

    await editor.open(uri, 'print(total.toString());\nprint(other.toString());\n');
    const found = await editor.diagnostics(uri);

    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['unknown-name', 1]]);
  });

  it('does the same for scripts in JavaScript', async () => {
    const shared = folder.uri('js/shared.ts');
    const main = folder.uri('js/main.ts');
    folder.write('js/shared.ts', 'function greet(name: string) {\n  return `Hello ${name}`;\n}\n');
    const text = "#include 'shared';\nconst   text=greet('Ada');\nconsole.log(text, greet('Bob'));\n";
    await editor.open(main, text, 'typescript');
    const position = { line: 1, character: 14 };

    const places = await editor.at<Location[]>('references', main, position);
    const edit = await editor.at<WorkspaceEdit>('rename', main, position, { newName: 'hello' });
    const symbols = await ask<DocumentSymbol[]>('documentSymbol', main);
    const folds = await ask<FoldingRange[]>('foldingRange', shared);
    const colours = await ask<SemanticTokens>('semanticTokens/full', main);
    const hints = await ask<InlayHint[]>('inlayHint', main, { range: whole });
    const edits = await ask<TextEdit[]>('formatting', main, { options });

    expect(places.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [main, 1],
      [main, 2],
      [shared, 0],
    ]);
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: main, version: 1 }, edits: [{ newText: 'hello' }, { newText: 'hello' }] },
      { textDocument: { uri: shared, version: null }, edits: [{ newText: 'hello' }] },
    ]);
    await expect(editor.at('rename', main, position, { newName: 'text' })).rejects.toMatchObject({
      code: -32803,
      message: /something else then/,
    });
    await expect(
      editor.at('rename', main, { line: 2, character: 2 }, { newName: 'text' }),
    ).rejects.toMatchObject({ code: -32803, message: /keeps its name/ });
    expect(symbols.map(({ name }) => name)).toEqual(['shared', 'text']);
    expect(folds).toMatchObject([{ startLine: 0, endLine: 1 }]);
    expect(colours.data.slice(0, 3)).toEqual([1, 8, 4]);
    expect(hints.map(({ label }) => label)).toEqual(['name:', 'name:']);
    const formatted = TextDocument.applyEdits(TextDocument.create(main, '', 1, text), edits);
    expect(formatted).toBe(
      "#include 'shared';\nconst text = greet('Ada');\nconsole.log(text, greet('Bob'));\n",
    );
  });

  it('says of a place that is none that it is none', async () => {
    const { uri } = await opened('|print("a");\n');

    const asked = editor.at('hover', uri, { line: -1, character: 0 } satisfies Position);

    await expect(asked).rejects.toMatchObject({ code: -32602 });
  });
});
