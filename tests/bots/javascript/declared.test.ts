import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { typeFiles } from '../../../src/cli/type-files.ts';
import { playJs } from './stage.ts';

const files = typeFiles();
const declarations = ts.createSourceFile('bot.d.ts', files['bot.d.ts'] ?? '', ts.ScriptTarget.ES2022, true);

/** What the language's own declarations put into the global scope. */
const ofLanguage = new Set(
  Object.entries(files)
    .filter(([file]) => file !== 'bot.d.ts')
    .flatMap(([, text]) => [...text.matchAll(/^declare (?:var|const|function|class|namespace) (\w+)/gm)])
    .map(([, name = '']) => name),
);

/** What the engine knows of later years of the language, and of its own. */
const later =
  'AsyncDisposableStack DOMException DisposableStack Float16Array InternalError Iterator SuppressedError globalThis undefined'.split(
    ' ',
  );

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** The names that `bot.d.ts` declares as values. */
const declaredGlobals = sorted(
  declarations.statements.flatMap((one) => {
    if (ts.isFunctionDeclaration(one)) return one.name?.text ?? [];
    if (!ts.isVariableStatement(one)) return [];
    return one.declarationList.declarations.map(({ name }) => name.getText());
  }),
);

/** The members of an interface of `bot.d.ts`. */
function membersOf(name: string): readonly string[] {
  const found = declarations.statements.find(
    (one) => ts.isInterfaceDeclaration(one) && one.name.text === name,
  );
  if (found === undefined || !ts.isInterfaceDeclaration(found)) throw new Error(`There is no ${name}.`);
  return sorted(
    found.members.flatMap(({ name: member }) =>
      member !== undefined && (ts.isIdentifier(member) || ts.isStringLiteral(member)) ? member.text : [],
    ),
  );
}

/** What a script finds when it runs. */
function found(expression: string): readonly string[] {
  const { printed, failure } = playJs(`print(JSON.stringify(${expression}));`);
  expect(failure).toBe('');
  return sorted(JSON.parse(printed) as readonly string[]);
}

const namesOf = (value: string): string => `Object.getOwnPropertyNames(${value})`;

describe('what a script finds is what bot.d.ts declares', () => {
  it('in the global scope', () => {
    const globals = found(namesOf('globalThis')).filter(
      (name) => !ofLanguage.has(name) && !later.includes(name),
    );

    expect(globals).toEqual(declaredGlobals);
  });

  it.each([
    ['SoApi', 'soApi'],
    ['ChatAgent', 'soApi.getChatAgent()'],
    ['Context', 'context'],
    ['ContextEventData', 'context.eventData'],
    ['ContextResult', 'context.result'],
    ['ContextVariables', 'context.variables'],
    ['EventData', 'getEventData()'],
  ])('in %s', (name, value) => {
    expect(found(namesOf(value))).toEqual(membersOf(name));
  });

  it('in what the agents hand out', () => {
    const session = 'await soApi.getChatAgent().getChatSessionEntityAsync(1)';
    const topic = 'await soApi.getChatAgent().getChatTopicEntityAsync(1)';
    const message = '(await soApi.getChatAgent().getChatMessagesAsync(1, 0))[0]';
    const handed: readonly (readonly [string, string])[] = [
      ['ChatSessionEntity', session],
      ['ChatTopicEntity', topic],
      ['ChatOpeningHours', `(${topic}).openingHours`],
      ['ChatBotSettings', `(${topic}).botSettings`],
      ['ChatWidgetSettings', `(${topic}).widget`],
      ['ChatMessage', message],
      ['ChatTopicAgent', 'await soApi.getChatAgent().createDefaultChatTopicAgentAsync()'],
      ['ChatPresence', '(await soApi.getChatAgent().getChatPresenceAsync())[0]'],
      ['MDOListItem', '(await soApi.getChatAgent().getUserAgentListAsync(true, false))[0]'],
    ];

    for (const [name, value] of handed) {
      expect({ name, fields: found(`Object.keys(${value})`) }).toEqual({ name, fields: membersOf(name) });
    }
  });
});
