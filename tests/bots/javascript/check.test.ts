import { describe, expect, it } from 'vitest';
import { sourceFor } from '../../../src/ui/bots/scripts/script-templates.ts';
import { check, checked, fixed } from './help.ts';

describe('a script in JavaScript or TypeScript is checked', () => {
  it('and nothing is said of one that is right: top-level await, types, imports, a parameter without a type', () => {
    const source = `import { soApi } from '@superoffice/scripting';
import type { Anything } from 'elsewhere';
type Wish = { readonly text: string; again?: Anything };
const agent = soApi.getChatAgent();
const id = Number(context.eventData.inputValues['chatMessage.sessionId']);
const wishes: Wish[] = [{ text: 'a' }];
const found = [];
let last = null;
for (const { text } of wishes) { found.push(text); last = text; }
function said(text) { return text.toUpperCase(); }
const answer = await fetch('https://example.com', { method: 'POST', body: said(last) });
await agent.addChatMessageAsync(id, { type: 'ToCustomer', message: await answer.text(), specialType: 'BotMessage' });
const session = await agent.getChatSessionEntityAsync(id);
session.status = 'Finished';
await agent.saveChatSessionEntityAsync(session);
try { await agent.resetChatSessionAsync(id); } catch (error) { console.error(error.message); }
setTimeout(() => console.log(found.at(-1)), 10);
context.result.body = found.join(', ');
`;

    expect(check(source)).toEqual([]);
  });

  it('for its syntax, which keeps it from running', () => {
    const [found] = check('const a = ;\n');

    expect(found).toMatchObject({ severity: 'error', code: 'typescript', span: { line: 1, column: 11 } });
    expect(found?.runs).toBeUndefined();
    expect(found?.message).toBe('Expression expected.');
    expect(found?.params).toEqual({ number: 1109, text: 'Expression expected.' });
  });

  it('for names that soApi, its agents and context do not have, with what is meant', () => {
    const source = `const agent = soApi.getChatAgent();
soApi.getNothing();
await agent.adChatMessageAsync(1, {});
context.eventDat;
nothing();
`;

    expect(checked(source)).toEqual([
      '2:7 error typescript',
      '3:13 error typescript',
      '4:9 error typescript',
      '5:1 error typescript',
    ]);
    expect(check(source).every(({ runs }) => runs === true)).toBe(true);
    expect(fixed('await soApi.getChatAgent().adChatMessageAsync(1, {});', 'typescript')).toBe(
      'await soApi.getChatAgent().addChatMessageAsync(1, {});',
    );
  });

  it('for texts that an enumeration does not have, and for types', () => {
    const source = `await soApi.getChatAgent().addChatMessageAsync('1', { type: 'toCustomer', message: 'x' });`;

    expect(check(source).map(({ message }) => message)).toEqual([
      "Argument of type 'string' is not assignable to parameter of type 'number'.",
    ]);
    const rest = source.replace("'1'", '1');
    expect(checked(rest)).toEqual(['1:53 error typescript']);
    expect(fixed(rest, 'typescript')).toContain("type: 'ToCustomer'");
  });

  it('for promises that nobody waits for, keeps, hands on or handles', () => {
    const source = `const agent = soApi.getChatAgent();
agent.resetChatSessionAsync(1);
1 > 0 && agent.resetChatSessionAsync(1);
[1, 2].map(async (id) => agent.resetChatSessionAsync(id));
async function later() { return agent.resetChatSessionAsync(1); }
later();
console.log('open: ' + agent.isWithinOpeningHoursAsync(1));
console.log(\`open: \${agent.isWithinOpeningHoursAsync(1)}\`);
`;
    const handled = `const agent = soApi.getChatAgent();
const kept = agent.resetChatSessionAsync(1);
await kept;
void agent.resetChatSessionAsync(1);
agent.resetChatSessionAsync(1).catch(() => undefined);
agent.resetChatSessionAsync(1).then(() => 1, () => 2);
await Promise.all([1, 2].map(async (id) => agent.resetChatSessionAsync(id)));
`;

    expect(checked(source)).toEqual([
      '2:1 warning forgotten-await',
      '3:10 warning forgotten-await',
      '4:1 warning forgotten-await-all',
      '6:1 warning forgotten-await',
      '7:24 warning promise-as-text',
      '8:22 warning promise-as-text',
    ]);
    expect(checked(handled)).toEqual([]);
    expect(fixed('soApi.getChatAgent().resetChatSessionAsync(1);', 'forgotten-await')).toBe(
      'await soApi.getChatAgent().resetChatSessionAsync(1);',
    );
    expect(fixed('[1].map(async (id) => id);', 'forgotten-await-all')).toBe(
      'await Promise.all([1].map(async (id) => id));',
    );
    expect(fixed("console.log('' + Promise.resolve(1));", 'promise-as-text')).toBe(
      "console.log('' + (await Promise.resolve(1)));",
    );
  });

  it('and await is offered only where it can be written', () => {
    const source = `function f() {
  soApi.getChatAgent().resetChatSessionAsync(1);
}
f();
`;

    const [found] = check(source);
    expect(found?.code).toBe('forgotten-await');
    expect(found?.fix).toBeUndefined();
    expect(fixed('function f() {\n  await Promise.resolve(1);\n}\nf();', 'typescript')).toMatch(
      /^async function f/,
    );
  });

  it('for syntax that is more than types, with what to write instead', () => {
    const source = `enum Colour { Red, Green = 7, Blue }
namespace Tools { export const one = 1; }
namespace Types { export type One = 1; }
class Person { constructor(private readonly name: string) { console.log(name); } }
const n = <number>Colour.Red;
declare enum Other { A }
console.log(Person, n);
`;

    expect(checked(source)).toEqual([
      '1:6 error no-enum',
      '2:11 error no-namespace',
      '4:28 error no-parameter-property',
      '5:11 error no-type-syntax',
    ]);
    expect(check(source).some(({ runs }) => runs === true)).toBe(false);
    expect(fixed(source, 'no-enum')).toContain(
      'const Colour = {\n  Red: 0,\n  Green: 7,\n  Blue: 8,\n} as const;\ntype Colour = (typeof Colour)[keyof typeof Colour];\n',
    );
    expect(fixed('const n = <number>1;', 'no-type-syntax')).toBe('const n = (1 as number);');
    expect(checked(fixed(source, 'no-enum'))).not.toContain('1:6 error no-enum');
  });

  it('for what needs a server, which is known and rejects', () => {
    expect(
      check('await soApi.getPersonAgent().getPersonEntityAsync(1);').map(({ message }) => message),
    ).toEqual([
      'PersonAgent.getPersonEntityAsync needs a SuperOffice server. Here it rejects with NotAvailableOffline, which try/catch can catch.',
    ]);
    const search =
      'await soApi.getArchiveAgent().getArchiveListByColumns2Async("dynamic", "a", "", "", "", 0, 9);';
    expect(checked(search)).toEqual([]);
    expect(checked('await soApi.getArchiveAgent().getProviderNamesAsync();')).toEqual([
      '1:31 warning not-available-offline',
    ]);
  });

  it('for what other places have and a script here has not', () => {
    const source = `new Intl.NumberFormat('nb');
(5).toLocaleString('nb');
const fs = require('fs');
process.exit(fs);
document.write('x');
`;

    expect(checked(source)).toEqual([
      '1:5 hint not-there',
      '2:5 hint no-locales',
      '3:12 error not-there',
      '4:1 error not-there',
      '5:1 error not-there',
    ]);
    expect(check(source)[2]?.message).toBe(
      'There is no require in a script here. Include another script with ///<include includeId="…">.',
    );
  });

  it('for the names of what an event gives', () => {
    const source = "console.log(context.eventData.inputValues['chatMessage.mesage']);";

    expect(check(source).map(({ message }) => message)).toEqual([
      'No event of the chat gives "chatMessage.mesage". Did you mean "chatMessage.message"?',
    ]);
    expect(fixed(source, 'unknown-input')).toBe(source.replace('mesage', 'message'));
    expect(checked("console.log(context.eventData.inputValues['own']);")).toEqual([]);
  });
});

describe('a script that is more than a compiler can read', () => {
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['blocks', 'function f(){'.repeat(5_000)],
    ['a sum', `const x = ${'1+'.repeat(100_000)}1;`],
    ['calls', `f${'()'.repeat(30_000)};`],
    ['else', `${'if (1) {} else '.repeat(20_000)};`],
    ['templates', '`${'.repeat(20_000)],
    ['functions', `const f = ${'x => '.repeat(20_000)}1;`],
    ['types', `type A = ${'Array<'.repeat(10_000)}x`],
  ])('is told so, and the next one is checked: %s', (_, source) => {
    expect(check(source).map(({ code }) => code)).toEqual(['too-deep']);
    expect(checked('soApi.getNothing();')).toEqual(['1:7 error typescript']);
  });

  it('or too long', () => {
    expect(check(`//${' '.repeat(1_000_000)}`).map(({ code }) => code)).toEqual(['too-large']);
  });
});

describe('what a new script begins with', () => {
  it.each(['empty', 'library', 'register', 'sessionCreated', 'sessionChanged', 'messageReceived'] as const)(
    'has no problem in JavaScript either: %s',
    (template) => {
      expect(check(sourceFor(template, 'javascript'))).toEqual([]);
    },
  );
});

describe('a script and what it includes', () => {
  const greet = 'function greet(name: string): string {\n  return missing + name;\n}\n';

  it('are checked as one text, and what is wrong is said of the script where it stands', () => {
    const source = '///<include includeId="lib">\nconsole.log(greet(5));\n';

    expect(
      check(source, { lib: greet }).map(({ span, code }) => [span.file, span.line, span.column, code]),
    ).toEqual([
      ['lib', 2, 10, 'typescript'],
      ['main', 2, 19, 'typescript'],
    ]);
  });

  it('are found by the name of a file, too', () => {
    expect(checked("#include 'lib.tsfso';\nlib();", { lib: 'function lib() {}' })).toEqual([]);
  });

  it('while one is missing, no name is called unknown', () => {
    const source = "#include 'nowhere';\nnothing();\n";

    expect(check(source).map(({ message }) => message)).toEqual([
      'There is no script with the include name or name "nowhere" in JavaScript. Add it to a folder.',
    ]);
  });

  it('have one language', () => {
    expect(checked("#include 'old';", { 'old.crm': 'Integer i;' })).toEqual(['1:1 error other-language']);
  });
});

describe('JavaScript by the ending of its file', () => {
  it('has no types, and objects that grow', () => {
    expect(checked('const o = {};\no.name = 1;\nconsole.log(o);', {}, 'tool.js')).toEqual([]);
    expect(checked('const o: number = 1;\nconsole.log(o);', {}, 'tool.js')).toHaveLength(1);
  });
});
