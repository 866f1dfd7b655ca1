import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryWith } from '../../../src/bots/bot-library.ts';
import { portScripts, type Port } from '../../../src/bots/port/port-scripts.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { portCodes, portSentence } from '../../../src/words/english-port.ts';
import { tables } from '../../crmscript/tables.ts';
import { joinedText, portedProgram, programs } from './ported.ts';

const library = libraryWith(tables);

const portOf = (source: string): Port => portScripts([{ name: 'main', source }], { library });

/** The port without the helpers behind it. */
const textOf = (source: string): string =>
  (portOf(source).scripts[0]?.source ?? '').split(/\n\n(?=\/\*\*)/)[0]?.trimEnd() ?? '';

/** What somebody who knows TypeScript would write. */
const idioms: readonly (readonly [string, string, string])[] = [
  [
    'texts that are joined',
    'String a = "x"; print("[" + a + "]");',
    "const a = 'x';\ncontext.result.body += `[${a}]`;",
  ],
  ['a text found anywhere', 'Bool b = "abc".find("b") >= 0;', "const b = 'abc'.includes('b');"],
  ['what is denied', 'String s; Bool b = !s.isEmpty();', "const s = '';\nconst b = s !== '';"],
  [
    'a loop over an array',
    'String[] all = "a,b".split(","); for (Integer i = 0; i < all.length(); i++) { print(all[i]); }',
    "const all = 'a,b'.split(',');\nfor (let i = 0; i < all.length; i++) {\n  context.result.body += all[i];\n}",
  ],
  [
    'a walk through a map',
    'Map m; for (m.first(); !m.eof(); m.next()) print(m.getVal());',
    'const m = new Map<string, string>();\nfor (const [, value] of sortedEntries(m)) {\n  context.result.body += value;\n}',
  ],
  [
    'numbers that may wrap',
    'Integer hash; hash = hash * 31 + 7;',
    'let hash = 0;\nhash = (Math.imul(hash, 31) + 7) | 0;',
  ],
  [
    'a value that is asked for null',
    'String s; print(s.isNull().toString() + s);',
    "const s: string | null = null;\ncontext.result.body += `${s === null}${s ?? ''}`;",
  ],
  [
    'dates, which nobody shares',
    'DateTime a; DateTime b = a; b.addDay(1);',
    'const a = new Date();\nlet b = a;\nb = addToDate(b, { days: 1 });',
  ],
  [
    'a struct, which is shared',
    'struct P { Integer x = 1; P move(Integer by) { this.x += by; return this; } }; P p; P q = p;',
    'class P {\n  x = 1;\n\n  move(by: number): P {\n    this.x += by;\n    return this;\n  }\n}\n\nconst p = new P();\nconst q = p;',
  ],
  [
    'an end in the middle',
    'if (getEventData().getInputValue("a") == "") return; print("b");',
    "async function main(): Promise<void> {\n  if ((context.eventData.inputValues.a ?? '') === '') {\n    return;\n  }\n  context.result.body += 'b';\n}\n\nawait main();",
  ],
  [
    'functions that wait, and who calls them',
    'Void hand(Integer s) { resetChat(s); } Void both(Integer s) { hand(s); } both(1);',
    'async function hand(s: number): Promise<void> {\n  await soApi.getChatAgent().resetChatSessionAsync(s);\n}\n\nasync function both(s: number): Promise<void> {\n  await hand(s);\n}\n\nawait both(1);',
  ],
  [
    'JSON and a request',
    'JSONBuilder j; j.pushObject(""); j.addString("q", "x"); j.popLevel(); HTTP h; h.addHeader("A", "b"); h.addBinaryData(j.getString().toByteArray()); print(String(h.post("https://example.org/")));',
    "const j = { q: 'x' };\nconst h = await fetch('https://example.org/', {\n  method: 'POST',\n  headers: { A: 'b' },\n  body: toJson(j),\n});\nprint(await h.text());",
  ],
  [
    'a search that only reads',
    'SearchEngine se; se.addField("ticket.id"); se.addCriteria("ticket.status", "OperatorEquals", "1"); for (se.execute(); !se.eof(); se.next()) print(se.getField(0));',
    "const se = await soApi.getArchiveAgent().getArchiveListByColumns2Async(\n  'dynamic',\n  'ticket.id',\n  '',\n  'ticket.status equals 1',\n  'ticket',\n  0,\n  1000,\n);\nfor (const row of se) {\n  context.result.body += fieldOf(row, 'ticket.id') ?? '';\n}",
  ],
  [
    'services, by their own names',
    'NSChatAgent agent; NSChatSessionEntity s = agent.GetChatSessionEntity(3); s.SetStatus(7); s = agent.SaveChatSessionEntity(s);',
    "const agent = soApi.getChatAgent();\nlet s = await agent.getChatSessionEntityAsync(3);\ns.status = 'Finished';\ns = await agent.saveChatSessionEntityAsync(s);",
  ],
  ['a name that means something else', 'Integer default = 1; default++;', 'let default_ = 1;\ndefault_++;'],
  [
    'inputs in their own letter case',
    'log(getEventData().getInputValue("TopicId"));',
    "console.log(context.eventData.inputValues.topicid ?? '');",
  ],
];

describe('a port', () => {
  it.each(idioms)('writes %s as TypeScript does', (_what, source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it('keeps comments, blank lines and what stands in them where they were', () => {
    const source =
      '// One.\n\n/* Two,\n * three. */\nif (true) // four\n{\n  // five\n\n  print("6"); // six\n}\n// seven';

    expect(textOf(source)).toBe(
      "// One.\n\n/* Two,\n * three. */\nif (true) {\n  // four\n  // five\n\n  context.result.body += '6'; // six\n}\n// seven",
    );
  });

  it('has a sentence for everything that it says', () => {
    const said = new Set(programs.flatMap((name) => portedProgram(name).port.notes.map(({ code }) => code)));

    expect(said.size).toBeGreaterThan(5);
    expect([...said].filter((code) => !portCodes.includes(code))).toEqual([]);
    expect(portSentence({ code: 'port-errors', params: { errors: 1 } })).toBe(
      '1 error. Scripts with errors are not ported. Mend them first.',
    );
  });
});

describe('the texts of ports', () => {
  it('have the types that the dialect gives them', () => {
    const files = new Map<string, string>([
      ['/bot.d.ts', readFileSync('src/bots/javascript/bot.d.ts', 'utf8')],
    ]);
    // Every sixth program, and the bots that the app brings along.
    for (const [index, name] of programs.entries()) {
      const text =
        index % 6 === 0 && !/type-errors|syntax-errors/.test(name) ? portedProgram(name).text : undefined;
      if (text !== undefined) files.set(`/${String(index)}.ts`, `${text}\nexport {};\n`);
    }
    for (const bot of ['echobot2-forms-first', 'joke-bot', 'json-service-bot', 'intent-bot', 'desk-bot']) {
      for (const [name, text] of bots(bot)) files.set(`/${bot}-${name}.ts`, `${text}\nexport {};\n`);
    }

    expect(typeErrors(files)).toEqual([]);
    expect(files.size).toBeGreaterThan(80);
  });
});

function bots(sample: string): readonly (readonly [string, string])[] {
  const parsed = parseScenario(readFileSync(`public/scenarios/${sample}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(sample);
  return (parsed.scenario.world.folders ?? []).flatMap(({ scripts = [] }) => {
    const port = portScripts(
      scripts.map(({ name, includeName = name, source = '' }) => ({ name: includeName, source })),
      { library },
    );
    return port.scripts.map(({ name }) => [name, joinedText(port, name)] as const);
  });
}

/** What the compiler says, but for constants that a program compares with others. */
function typeErrors(files: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    lib: ['lib.es2022.d.ts'],
    noEmit: true,
    types: [],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ code }) => code !== 2367)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
