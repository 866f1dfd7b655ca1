import { isTimeZone } from '../availability.ts';
import { channelFrom } from '../defaults.ts';
import type { Channel } from '../definition.ts';
import type { BotRegistration } from '../events.ts';
import { registerInputs } from '../event-data.ts';
import type { InputOf } from '../inputs.ts';
import { status } from '../numbers.ts';
import { registrationOf } from '../registration.ts';
import { coded, type Said } from '../said.ts';
import { runScript } from '../scripts.ts';
import { following } from '../stage.ts';
import type { Cause, Stage } from '../stage.ts';

/**
 * Saves a channel. The register script of the bot that it had is called with `unregister`, the folder is
 * scanned, and that of the bot that it has with `register`, whether the bot changed or not (S20, rulings 41).
 */
export function savesChannel(
  stage: Stage,
  because: Cause,
  input: InputOf<'admin.savesChannel'>,
): Said | null {
  const channel = channelFrom(input.channel);
  const { channels } = stage.world;
  if (channels.some(({ id, name }) => name === channel.name && id !== channel.id)) {
    return coded('channel-name-taken', { name: channel.name });
  }
  const { timeZone } = channel.properties.openingHours;
  if (!isTimeZone(timeZone)) {
    return coded('no-time-zone', { timeZone });
  }
  const before = channels.find(({ id }) => id === channel.id);
  const seq = stage.emit(because, { type: 'channel.saved', channel });
  const next = following(because, seq);
  const same = before?.bot.enabled === channel.bot.enabled && before.bot.folder === channel.bot.folder;
  if (!same) warnAboutSessions(stage, next, channel.id);
  registerAnew(stage, next, channel);
  return null;
}

/** Unregisters a channel's bot and registers it, as saving the channel does, with nothing else changed (S20, rulings 41). */
export function registersBot(
  stage: Stage,
  because: Cause,
  input: InputOf<'admin.registersBot'>,
): Said | null {
  const channel = stage.world.channels.find(({ id }) => id === input.channel);
  if (channel === undefined) return coded('no-channel', { channel: input.channel });
  if (!channel.bot.enabled) return coded('channel-without-bot', { channel: channel.name });
  registerAnew(stage, because, channel);
  return null;
}

function registerAnew(stage: Stage, because: Cause, channel: Channel): void {
  unregister(stage, because, channel.id);
  const registration = registrationOf(channel, stage.world.folders);
  if (registration !== undefined) register(stage, because, registration);
  else if (channel.bot.enabled) hintAboutFolder(stage, because, channel.bot.folder);
}

/** Deletes a channel; the register script of its bot is called (S21, T79). */
export function deletesChannel(
  stage: Stage,
  because: Cause,
  input: InputOf<'admin.deletesChannel'>,
): Said | null {
  if (!stage.world.channels.some(({ id }) => id === input.channel)) {
    return coded('no-channel', { channel: input.channel });
  }
  warnAboutSessions(stage, because, input.channel);
  unregister(stage, because, input.channel);
  stage.emit(because, { type: 'channel.deleted', channel: input.channel });
  return null;
}

/** Chats that go on keep an active bot whose scripts are no longer found (Q43). */
function warnAboutSessions(stage: Stage, because: Cause, channel: number): void {
  const left = [...stage.world.sessions].filter(
    (session) => session.channel === channel && session.status < status.finished && session.botActive,
  );
  if (left.length === 0) return;
  const hint = coded('bot-has-chats', { sessions: left.map(({ id }) => id) });
  stage.emit(because, { type: 'hint.raised', hint }, 'Q43');
}

function register(stage: Stage, because: Cause, registration: BotRegistration): void {
  const seq = stage.emit(because, { type: 'bot.registered', ...registration }, 'S20');
  callRegister(stage, following(because, seq), registration, 'register');
}

function unregister(stage: Stage, because: Cause, channel: number): void {
  const registration = stage.world.registrations.find((candidate) => candidate.channel === channel);
  if (registration === undefined) return;
  const seq = stage.emit(because, { type: 'bot.unregistered', ...registration }, 'S20');
  callRegister(stage, following(because, seq), registration, 'unregister');
}

const callRegister = (
  stage: Stage,
  because: Cause,
  { channel, scripts }: BotRegistration,
  action: 'register' | 'unregister',
): unknown =>
  runScript(stage, because, {
    script: scripts.register,
    role: 'register',
    inputs: () => registerInputs(action, channel),
  });

const hintAboutFolder = (stage: Stage, because: Cause, folder: string): number =>
  stage.emit(because, { type: 'hint.raised', hint: coded('folder-is-no-bot', { folder }) });
