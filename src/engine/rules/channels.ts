import { isTimeZone } from '../availability.ts';
import { channelFrom } from '../defaults.ts';
import type { BotRegistration } from '../events.ts';
import { registerInputs } from '../event-data.ts';
import type { InputOf } from '../inputs.ts';
import { status } from '../numbers.ts';
import { registrationOf } from '../registration.ts';
import { coded, type Said } from '../said.ts';
import { runScript } from '../scripts.ts';
import { following } from '../stage.ts';
import type { Because, Stage } from '../stage.ts';

/**
 * Saves a channel. The register script of the bot that it had is called with `unregister`, the folder is
 * scanned, and that of the bot that it has with `register`, whether the bot changed or not (S20, rulings 41).
 */
export function savesChannel(
  stage: Stage,
  because: Because,
  input: InputOf<'admin.savesChannel'>,
): Said | null {
  const channel = channelFrom(input.channel);
  const { channels, folders } = stage.world;
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
  unregister(stage, next, channel.id);
  const registration = registrationOf(channel, folders);
  if (registration !== undefined) register(stage, next, registration);
  else if (channel.bot.enabled) hintAboutFolder(stage, next, channel.bot.folder);
  return null;
}

/** Deletes a channel; the register script of its bot is called (S21, T79). */
export function deletesChannel(
  stage: Stage,
  because: Because,
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
function warnAboutSessions(stage: Stage, because: Because, channel: number): void {
  const left = [...stage.world.sessions].filter(
    (session) => session.channel === channel && session.status < status.finished && session.botActive,
  );
  if (left.length === 0) return;
  const hint = coded('bot-has-chats', { sessions: left.map(({ id }) => id) });
  stage.emit(because, { type: 'hint.raised', hint }, 'Q43');
}

function register(stage: Stage, because: Because, registration: BotRegistration): void {
  const seq = stage.emit(because, { type: 'bot.registered', ...registration }, 'S20');
  callRegister(stage, following(because, seq), registration, 'register');
}

function unregister(stage: Stage, because: Because, channel: number): void {
  const registration = stage.world.registrations.find((candidate) => candidate.channel === channel);
  if (registration === undefined) return;
  const seq = stage.emit(because, { type: 'bot.unregistered', ...registration }, 'S20');
  callRegister(stage, following(because, seq), registration, 'unregister');
}

const callRegister = (
  stage: Stage,
  because: Because,
  { channel, scripts }: BotRegistration,
  action: 'register' | 'unregister',
): unknown =>
  runScript(stage, because, {
    script: scripts.register,
    role: 'register',
    inputs: () => registerInputs(action, channel),
  });

const hintAboutFolder = (stage: Stage, because: Because, folder: string): number =>
  stage.emit(because, { type: 'hint.raised', hint: coded('folder-is-no-bot', { folder }) });
