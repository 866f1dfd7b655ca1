import { checkScript } from '../../../src/bots/check-script.ts';
import { createJavaScriptHelp, type JavaScriptHelp } from '../../../src/bots/javascript-help.ts';
import { typeFiles } from '../../../src/cli/type-files.ts';
import type { Diagnostic } from '../../../src/crmscript/diagnostic.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { ChannelFile, ScriptFile, WorldFile } from '../../../src/engine/definition.ts';
import { fileOf, findScript } from '../../../src/engine/registration.ts';
import type { World } from '../../../src/engine/world.ts';
import { tables } from '../../crmscript/tables.ts';

let help: JavaScriptHelp | undefined;

/** What the editor says of a script of a world. */
export function checkIn(world: World, id: number): readonly Diagnostic[] {
  const script = findScript(world.folders, id);
  if (script === undefined) throw new Error(`There is no script ${String(id)}.`);
  const { source, language } = script;
  if (language !== 'javascript') return checkScript(world, source, fileOf(script), tables, id);
  help ??= createJavaScriptHelp(typeFiles());
  return help.check(world, source, fileOf(script), id);
}

type Named = Readonly<Record<string, string>>;

export type BotSetting = {
  /** What the bot's scripts are, by their names; one whose name ends with `.ts` is in TypeScript. */
  readonly scripts: Named;
  readonly channel?: Partial<ChannelFile>;
  readonly more?: Partial<WorldFile>;
};

const begin = {
  crmscript: `#setLanguageLevel 3;
EventData event = getEventData();
Integer session = event.getInputValue("chatSession.id").toInteger();
String bot = event.getInputValue("chatTopic.botName");
`,
  javascript: `const chat = soApi.getChatAgent();
const { inputValues } = context.eventData;
const session = Number(inputValues['chatSession.id']);
const say = (message: string) => chat.addChatMessageAsync(session, { type: 'ToCustomer', message, author: 'Eko' });
`,
};

/** Scripts that are not spoken of have nothing to remark on. */
const quiet: Named = {
  'my bot register': '',
  'my bot message received': 'if (bot == "x") { resetChat(session); }',
};

/** A world with one channel, Support, and its bot, whose scripts begin with what all bots begin with. */
export function worldOf({ scripts, channel = {}, more = {} }: BotSetting): World {
  const isSpokenOf = (name: string) => name in scripts || `${name}.ts` in scripts;
  const others = Object.fromEntries(Object.entries(quiet).filter(([name]) => !isSpokenOf(name)));
  const all: ScriptFile[] = Object.entries({ ...others, ...scripts }).map(([name, body], index) => {
    const language = name.endsWith('.ts') ? 'javascript' : 'crmscript';
    return { id: index + 1, name: name.replace(/\.ts$/, ''), language, source: begin[language] + body };
  });
  return createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [{ id: 1, name: 'My bot', scripts: all }],
    channels: [{ id: 1, name: 'Support', bot: { enabled: true, folder: 'My bot', name: 'Eko' }, ...channel }],
    ...more,
  });
}

const idOf = (world: World, name: string): number => {
  const found = world.folders
    .flatMap(({ scripts }) => scripts)
    .find((one) => one.name === name.replace(/\.ts$/, ''));
  if (found === undefined) throw new Error(`There is no script ${name}.`);
  return found.id;
};

/** The hints at a script that have a rule, as `line code`, the line counted behind what all scripts begin with. */
export const hintsAt = (world: World, name: string): readonly string[] =>
  checkIn(world, idOf(world, name))
    .filter(({ rule }) => rule !== undefined)
    .map(({ code, span }) => `${String(Math.max(0, span.line - 4))} ${code}`);

/** The one hint of a code. */
export function hintAt(world: World, name: string, code: string): Diagnostic {
  const found = checkIn(world, idOf(world, name)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no ${code} in ${name}.`);
  return found;
}

/** The world once the fix of a hint is written into its script. */
export function fixedIn(world: World, name: string, code: string): World {
  const { fix } = hintAt(world, name, code);
  if (fix === undefined) throw new Error(`Nothing mends ${code}.`);
  const id = idOf(world, name);
  const mend = (source: string) => source.slice(0, fix.start) + fix.text + source.slice(fix.end);
  return {
    ...world,
    folders: world.folders.map((folder) => ({
      ...folder,
      scripts: folder.scripts.map((one) => (one.id === id ? { ...one, source: mend(one.source) } : one)),
    })),
  };
}

/** The text of a script behind what all scripts begin with. */
export const bodyOf = (world: World, name: string): string =>
  (findScript(world.folders, idOf(world, name))?.source ?? '').split('\n').slice(4).join('\n');
