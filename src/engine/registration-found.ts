import type { Channel, Folder, Script } from './definition.ts';
import type { BotRegistration, BotScripts } from './events.ts';
import { mendedName, nearMiss, type Slip } from './near-miss.ts';
import type { Obstacle } from './obstacle.ts';
import {
  againstRegistration,
  botScriptPatterns,
  findBotScripts,
  findScript,
  isLike,
  registrationOf,
} from './registration.ts';
import type { World } from './world.ts';

export type BotRole = keyof BotScripts;
export const botRoles = Object.keys(botScriptPatterns) as readonly BotRole[];

type Named = Pick<Script, 'id' | 'name'>;

/** How a role of a bot is filled, and what of it is not as it seems. */
export type RoleFound = {
  readonly role: BotRole;
  /**
   * `found`, by its name; `renamed`: it is still called, but its name no longer has the role, so that the next registration
   * loses it; `gone`: it was deleted; `none`: the role has no script.
   */
  readonly state: 'found' | 'renamed' | 'gone' | 'none';
  /** The script that is called; its name is empty where it is gone. */
  readonly script: Named | null;
  /** What would be called once it is registered again; undefined where that is the same, null where nothing would be. */
  readonly next?: Named | null;
  /** Scripts that have the role by their names too, and a higher number (chat-domain Q2). */
  readonly shadowed: readonly Named[];
  /** Scripts of no role whose names nearly have this one. */
  readonly almost: readonly (Named & {
    readonly slips: readonly Slip[];
    /** Its name with these mended; empty where that would not give it the role. */
    readonly mended: string;
  })[];
};

/** A channel's registration, made visible. */
export type RegistrationFound = {
  /** Its bot answers: there is a registration. */
  readonly isRegistered: boolean;
  /** The folder that it was registered with, else the one that is chosen. */
  readonly folder: string;
  /** Why it would get no bot if it were registered now; null where it would. */
  readonly against: Obstacle | null;
  /** Registering again would change something (chat-domain §4.2). */
  readonly isOld: boolean;
  readonly roles: readonly RoleFound[];
};

const named = ({ id, name }: Script): Named => ({ id, name });
const rolesOf = (name: string): readonly BotRole[] =>
  botRoles.filter((role) => isLike(name, botScriptPatterns[role]));

/** The scripts of a folder whose names nearly have a role; those that have one are what they are. */
const almostIn = (folder: Folder, role: BotRole): RoleFound['almost'] =>
  folder.scripts.flatMap((script) => {
    const slips = rolesOf(script.name).length > 0 ? null : nearMiss(script.name, botScriptPatterns[role]);
    if (slips === null) return [];
    const name = mendedName(script.name, botScriptPatterns[role]);
    const mended = isLike(name, botScriptPatterns[role]) ? name : '';
    return [{ ...named(script), slips, mended }];
  });

function roleFound(
  folders: readonly Folder[],
  folder: Folder | undefined,
  registration: BotRegistration | undefined,
  role: BotRole,
): RoleFound {
  const nextId = folder === undefined ? 0 : findBotScripts(folder)[role];
  const id = registration?.scripts[role] ?? nextId;
  const script = findScript(folders, id);
  const next = findScript(folders, nextId);
  const matches = folder?.scripts.filter(({ name }) => isLike(name, botScriptPatterns[role])) ?? [];
  const isNamed = matches.some((one) => one.id === id);
  const gone = script === undefined ? ('gone' as const) : isNamed ? ('found' as const) : ('renamed' as const);
  return {
    role,
    state: id === 0 ? 'none' : gone,
    script: id === 0 ? null : script === undefined ? { id, name: '' } : named(script),
    ...(id !== nextId && { next: next === undefined ? null : named(next) }),
    shadowed: matches.filter((one) => one.id !== id && one.id !== nextId).map(named),
    almost: folder === undefined ? [] : almostIn(folder, role),
  };
}

const isSame = (a: BotRegistration | undefined, b: BotRegistration | undefined): boolean =>
  a?.folder === b?.folder && botRoles.every((role) => a?.scripts[role] === b?.scripts[role]);

/** Which script was found for which role of a channel's bot, what almost was, and what is new since (chat-domain §4). */
export function registrationFound(world: World, channel: Channel): RegistrationFound {
  const registration = world.registrations.find((one) => one.channel === channel.id);
  const name = registration?.folder ?? channel.bot.folder;
  const folder = world.folders.find((one) => one.name === name);
  return {
    isRegistered: registration !== undefined,
    folder: name,
    against: againstRegistration(channel, world.folders),
    isOld: !isSame(registration, registrationOf(channel, world.folders)),
    roles: botRoles.map((role) => roleFound(world.folders, folder, registration, role)),
  };
}

/** The roles of a folder that one of its scripts nearly has, for a folder that no channel uses yet. */
export const almostOf = (
  folder: Folder,
): readonly (RoleFound['almost'][number] & { readonly role: BotRole })[] =>
  botRoles.flatMap((role) => almostIn(folder, role).map((one) => ({ ...one, role })));
