import type { Channel, Folder, Script } from './definition.ts';
import type { BotRegistration, BotScripts } from './events.ts';
import { obstacle, type Obstacle } from './obstacle.ts';
import { fitsWildcards } from './wildcards.ts';

/** The names by which SuperOffice finds a bot's scripts (chat-domain §4.1); `%` is any run of characters. */
export const botScriptPatterns: Readonly<Record<keyof BotScripts, string>> = {
  register: '%bot%register%',
  sessionCreated: '%bot%session%create%',
  sessionChanged: '%bot%session%change%',
  messageReceived: '%bot%message%receive%',
};

/** Whether a name matches a SQL LIKE pattern of `%` and words: case-blind, anchored at both ends. */
export const isLike = (name: string, pattern: string): boolean =>
  fitsWildcards(name.toLowerCase(), pattern.toLowerCase(), '%');

/** The scripts of a folder by role; of several that match one role the lowest id counts (chat-domain Q2). */
export function findBotScripts(folder: Folder): BotScripts {
  const lowest = (pattern: string): number =>
    folder.scripts.reduce(
      (found, { id, name }) => (isLike(name, pattern) && (found === 0 || id < found) ? id : found),
      0,
    );
  return {
    register: lowest(botScriptPatterns.register),
    sessionCreated: lowest(botScriptPatterns.sessionCreated),
    sessionChanged: lowest(botScriptPatterns.sessionChanged),
    messageReceived: lowest(botScriptPatterns.messageReceived),
  };
}

/** A folder is a bot when it holds a register script (chat-domain §4.2). */
export const isBotFolder = (folder: Folder): boolean => findBotScripts(folder).register > 0;

const botFolder = ({ bot }: Channel, folders: readonly Folder[]): Folder | undefined =>
  folders.find(({ name }) => name === bot.folder);

/** Why a channel that is saved now gets no bot; null where it gets one (chat-domain §4.2). */
export function againstRegistration(channel: Channel, folders: readonly Folder[]): Obstacle | null {
  const { id, bot } = channel;
  if (!bot.enabled) return obstacle('bot-off', { channel: id });
  const folder = botFolder(channel, folders);
  if (folder === undefined) return obstacle('folder-gone', { channel: id, folder: bot.folder });
  return isBotFolder(folder) ? null : obstacle('folder-no-bot', { channel: id, folder: folder.name });
}

/** What the channel's bot is registered as: nothing when it has no bot, or its folder is none. */
export function registrationOf(channel: Channel, folders: readonly Folder[]): BotRegistration | undefined {
  const folder = botFolder(channel, folders);
  if (folder === undefined || againstRegistration(channel, folders) !== null) return undefined;
  return { channel: channel.id, folder: folder.name, scripts: findBotScripts(folder) };
}

/** The script with this id, wherever it lies. */
export function findScript(folders: readonly Folder[], id: number): Script | undefined {
  for (const folder of folders) {
    const script = folder.scripts.find((candidate) => candidate.id === id);
    if (script !== undefined) return script;
  }
  return undefined;
}

/** The name that errors give a script: as `#include` calls it, where it has such a name. */
export const fileOf = ({ includeName, name }: Pick<Script, 'includeName' | 'name'>): string =>
  includeName === '' ? name : includeName;

/** The script that `#include "name"` means: by include name, else by name; case-blind, lowest id first. */
export function findInclude(folders: readonly Folder[], name: string): Script | undefined {
  const wanted = name.toLowerCase();
  if (wanted === '') return undefined;
  const all = folders.flatMap(({ scripts }) => scripts).sort((a, b) => a.id - b.id);
  return (
    all.find(({ includeName }) => includeName.toLowerCase() === wanted) ??
    all.find((script) => script.name.toLowerCase() === wanted)
  );
}

/** The script that a webhook of type crmscript names, by its number, its include name or its name (chat-domain §10.1). */
export const findHandler = (folders: readonly Folder[], target: string): Script | undefined =>
  (/^\d+$/.test(target) ? findScript(folders, Number(target)) : undefined) ?? findInclude(folders, target);
