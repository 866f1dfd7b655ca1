import type { Folder, Script, ScriptLanguage } from '../../../engine/definition.ts';
import { botScriptPatterns, findBotScripts, isBotFolder, isLike } from '../../../engine/registration.ts';
import { almostOf, botRoles } from '../../../engine/registration-found.ts';
import type { World } from '../../../engine/world.ts';
import { sharedStart } from './script-names.ts';
import type { BotRole } from '../../../engine/registration-found.ts';

/** The language in which a folder's next script is written: that of the others, where they have one. */
export const languageOfFolder = ({ scripts }: Pick<Folder, 'scripts'>): ScriptLanguage =>
  scripts.length > 0 && scripts.every(({ language }) => language === 'javascript')
    ? 'javascript'
    : 'crmscript';

/** The role that a name means; undefined is none. */
export const roleOfName = (name: string): BotRole | undefined =>
  botRoles.find((role) => isLike(name, botScriptPatterns[role]));

/** A pattern as people write it: `*bot register*`. */
export const patternInWords = (role: BotRole): string =>
  `*${botScriptPatterns[role].split('%').filter(Boolean).join(' ')}*`;

const ends: Readonly<Record<BotRole, string>> = {
  register: 'register',
  sessionCreated: 'session created',
  sessionChanged: 'session changed',
  messageReceived: 'message received',
};

/**
 * A name with which a new script has the role: it begins as the other scripts of its folder do, else as the folder
 * is called, and has the word bot in it (chat-domain §4.1).
 */
export function nameFor(folder: Folder, role: BotRole): string {
  const [first] = folder.scripts;
  const known = first?.name.slice(0, sharedStart(folder)).trim() ?? '';
  const [start] = /^.*?bot\S*/i.exec(known) ?? [folder.name.trim().toLowerCase()];
  const name = `${/bot/i.test(start) ? start : `${start} bot`.trim()} ${ends[role]}`;
  const taken = new Set(folder.scripts.map((one) => one.name.toLowerCase()));
  let numbered = name;
  for (let n = 2; taken.has(numbered.toLowerCase()); n += 1) numbered = `${name} ${String(n)}`;
  return numbered;
}

/** What a folder has not got, of what a bot has. */
export type MissingBotPart =
  | { readonly kind: 'script'; readonly role: BotRole }
  /** A script whose name nearly has the role, so that it is not called. */
  | { readonly kind: 'almost'; readonly role: BotRole; readonly script: Almost }
  /** A script that is still called, but no longer has the name for it: registering again loses it. */
  | { readonly kind: 'renamed'; readonly role: BotRole; readonly script: Script }
  /** Scripts that were added since the bot was registered: they are not called until it is registered again. */
  | { readonly kind: 'registration'; readonly scripts: readonly Script[] };

type Almost = ReturnType<typeof almostOf>[number];

/** Scripts that nearly have a role which no other script of the folder has. */
const almostLacks = (folder: Folder): readonly MissingBotPart[] => {
  const found = findBotScripts(folder);
  return almostOf(folder)
    .filter(({ role }) => found[role] === 0)
    .map((script) => ({ kind: 'almost', role: script.role, script }));
};

/** Scripts of the folder that are registered for a role and have another name by now, with no other in their place. */
function renamedLacks(
  { registrations }: Pick<World, 'registrations'>,
  folder: Folder,
): readonly MissingBotPart[] {
  const found = findBotScripts(folder);
  const registered = registrations.filter((one) => one.folder === folder.name);
  return botRoles.flatMap((role) => {
    const script = folder.scripts.find(({ id }) => registered.some(({ scripts }) => scripts[role] === id));
    return script === undefined || found[role] > 0 ? [] : [{ kind: 'renamed' as const, role, script }];
  });
}

const isMeantAsBot = (world: Pick<World, 'channels'>, folder: Folder): boolean =>
  folder.scripts.some(({ name }) => roleOfName(name) !== undefined) ||
  (/bot/i.test(folder.name) && folder.scripts.length === 0) ||
  world.channels.some(({ bot }) => bot.enabled && bot.folder === folder.name);

/**
 * What keeps a folder that is meant as a bot from being one, or from answering (chat-domain §4.1, §4.2). To greet, and to
 * follow the status, is not every bot's business: their scripts are not missed.
 */
export function missingPartsOf(
  world: Pick<World, 'channels' | 'registrations'>,
  folder: Folder,
): readonly MissingBotPart[] {
  if (!isMeantAsBot(world, folder)) return [];
  const names = [...almostLacks(folder), ...renamedLacks(world, folder)];
  // Where a script nearly has the role, or had it, another one is not what is missing.
  const missing = (role: BotRole): readonly MissingBotPart[] =>
    names.some((lack) => lack.kind !== 'registration' && lack.role === role)
      ? []
      : [{ kind: 'script', role }];
  if (!isBotFolder(folder)) return [...missing('register'), ...names];
  const found = findBotScripts(folder);
  const answers = found.messageReceived > 0 ? [] : missing('messageReceived');
  const registered = world.registrations.filter((one) => one.folder === folder.name);
  const late = folder.scripts.filter(({ id }) =>
    registered.some(({ scripts }) => botRoles.some((role) => found[role] === id && scripts[role] !== id)),
  );
  const all = [...answers, ...names];
  return late.length === 0 ? all : [...all, { kind: 'registration', scripts: late }];
}
