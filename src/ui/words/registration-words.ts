import type { Slip } from '../../engine/near-miss.ts';
import type { BotRole } from '../../engine/registration-found.ts';

const quoted = (name: string): string => `“${name}”`;

const roleNames: Readonly<Record<BotRole, string>> = {
  register: 'Register',
  sessionCreated: 'Session created',
  sessionChanged: 'Session changed',
  messageReceived: 'Message received',
};

/** What is wrong with a name that nearly has a role. */
const slipWords = (slip: Slip): string => {
  if (slip.kind === 'word') return `${quoted(slip.word)} for ${slip.meant}`;
  return slip.kind === 'missing' ? `it lacks ${quoted(slip.meant)}` : 'its words stand in another order';
};

/** The words of a registration, loaded with it. */
export const registrationWords = {
  title: 'Scripts of the bot',
  roles: roleNames,
  registered: (folder: string) => `Registered with the folder ${quoted(folder)}.`,
  notRegistered: 'Not registered.',
  againstNow: {
    'folder-gone': (folder: string) =>
      folder === '' ? 'No folder is chosen.' : `The folder ${quoted(folder)} is gone.`,
    'folder-no-bot': (folder: string) => `The folder ${quoted(folder)} has no register script.`,
  },
  old: 'What changed since is not noticed until the bot is registered again.',
  again: 'Register again',
  againHint: 'Unregisters the bot, looks through its folder and registers it: one step of the log',
  done: 'Registered again',
  open: (name: string) => `Open ${name}`,
  number: (id: number) => `#${String(id)}`,
  none: (pattern: string) => `No name like ${pattern}.`,
  gone: (id: number) => `Script ${String(id)} was deleted.`,
  renamed: 'Still called, but its name no longer says so: registering again loses it.',
  added: (name: string) => `${quoted(name)} was added since: not called yet.`,
  instead: (name: string) => `${quoted(name)} comes in its place when it is registered again.`,
  shadowed: (names: readonly string[]) =>
    `Not called, as a lower number comes first: ${names.map(quoted).join(', ')}.`,
  rename: (name: string) => `Rename it to ${quoted(name)}`,
  wasRenamed: (before: string, name: string) => `${quoted(before)} is called ${quoted(name)} now`,
  almost: (name: string, role: BotRole, slips: readonly Slip[]) =>
    `${quoted(name)} almost matches ${roleNames[role].toLowerCase()}: ${slips.map(slipWords).join(', ')}.`,
};
