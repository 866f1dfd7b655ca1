import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { packCommandLine } from '../build/cli-package/pack.ts';
import { load } from './machine.ts';
import { spread, timedAsync, type Spread } from './statistics.ts';

/*
 * `npm run bench:lsp`: how long an editor waits for the language server, as the package has it: from the message that asks to the message
 * that answers, over the same streams.
 */

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-bench-lsp-'));
const scripts = join(folder, 'scripts');
const uriOf = (name: string): string => pathToFileURL(join(scripts, name)).toString();
const rounds = 40;

type Editor = { readonly connection: MessageConnection; readonly end: () => Promise<void> };

async function start(): Promise<Editor> {
  const server = spawn(process.execPath, [join(folder, 'cli/lib/rehearsal.js'), 'lsp'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(scripts).toString(), name: 'scripts' }],
    capabilities: {},
  });
  const gone = new Promise<void>((resolve) => {
    server.on('exit', () => {
      resolve();
    });
  });
  return {
    connection,
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
    },
  };
}

/** What a client hears of a version of a document. */
function published(connection: MessageConnection) {
  const waiting = new Map<number, () => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ version }: { readonly version: number }) => {
      waiting.get(version)?.();
    },
  );
  return (version: number) => new Promise<void>((resolve) => waiting.set(version, resolve));
}

const large = `${Array.from(
  { length: 200 },
  (_, index) => `
/* Adds things ${String(index)} */
Integer add${String(index)}(Integer a, String b)
{
  Integer total = a;
  for (Integer i = 0; i < 10; i++) {
    total += i * 2;
    if (total > 100) { print(b + total.toString()); }
  }
  return total;
}`,
).join('')}\nString text = "a";\nprint(text);\n`;

async function measureTyping(editor: Editor): Promise<Record<string, Spread>> {
  const { connection } = editor;
  const uri = uriOf('large.crmscript');
  const told = published(connection);
  let version = 1;
  const first = told(version);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'crmscript', version, text: large },
  });
  await first;
  const typed: number[] = [];
  const broken: number[] = [];
  const completed: number[] = [];
  const line = large.split('\n').length - 3;
  const write = (from: number, to: number, text: string) => {
    version += 1;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const params = { textDocument: { uri, version }, contentChanges: [{ range, text }] };
    return timedAsync(async () => {
      const answer = told(version);
      await connection.sendNotification('textDocument/didChange', params);
      await answer;
    });
  };
  for (let round = 0; round < rounds; round += 1) {
    typed.push(await write(15, 15, 'b'));
    broken.push(await write(18, 19, ''));
    await write(18, 18, ';');
    const params = { textDocument: { uri }, position: { line, character: 16 } };
    completed.push(await timedAsync(() => connection.sendRequest('textDocument/hover', params)));
    await write(15, 16, '');
  }
  const completions: number[] = [];
  const end = { line: large.split('\n').length - 1, character: 0 };
  for (let round = 0; round < rounds; round += 1) {
    version += 1;
    const params = {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: end, end: { line: end.line + 9, character: 0 } }, text: 'text.' }],
    };
    await connection.sendNotification('textDocument/didChange', params);
    const position = { line: end.line, character: 5 };
    completions.push(
      await timedAsync(() =>
        connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
      ),
    );
  }
  return {
    'diagnostics after a keystroke, 2,000 lines': spread(typed.slice(5)),
    'the same, where it left an error': spread(broken.slice(5)),
    'hover, 2,000 lines': spread(completed.slice(5)),
    'completion behind a point, 2,000 lines, right after a keystroke': spread(completions.slice(5)),
  };
}

async function measureRename(editor: Editor): Promise<Spread> {
  const params = {
    textDocument: { uri: uriOf('shared.crmscript') },
    position: { line: 0, character: 10 },
  };
  const taken: number[] = [];
  for (let round = 0; round < 12; round += 1)
    taken.push(
      await timedAsync(() =>
        editor.connection.sendRequest('textDocument/rename', {
          ...params,
          newName: `renamed${String(round)}`,
        }),
      ),
    );
  return spread(taken.slice(2));
}

await packCommandLine(join(folder, 'cli'));
writeFileSync(join(folder, 'cli/package.json'), '{"type":"module"}');
mkdirSync(scripts);
writeFileSync(
  join(scripts, 'shared.crmscript'),
  'Integer shared(String text) { return text.getLength(); }\n',
);
for (let index = 0; index < 49; index += 1)
  writeFileSync(
    join(scripts, `bot ${String(index)}.crmscript`),
    `#include "shared";\nString own = "${String(index)}";\n${'print(shared(own).toString());\n'.repeat(20)}`,
  );
const before = load();
const starts: number[] = [];
for (let round = 0; round < 7; round += 1) {
  let editor: Editor | undefined;
  starts.push(
    await timedAsync(async () => {
      editor = await start();
    }),
  );
  await editor?.end();
}
const editor = await start();
const figures: Record<string, Spread> = {
  'start, until initialize is answered': spread(starts),
  ...(await measureTyping(editor)),
  'rename over 50 files': await measureRename(editor),
};
await editor.end();
rmSync(folder, { recursive: true });
process.stdout.write(`load before: ${JSON.stringify(before)}\n`);
for (const [name, { median, p95 }] of Object.entries(figures))
  process.stdout.write(`${name.padEnd(66)} ${median.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1)} ms\n`);
