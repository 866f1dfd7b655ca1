import { isTimeZone } from '../availability.ts';
import { channelFrom } from '../defaults.ts';
import type { Channel } from '../definition.ts';
import type { BotRegistration } from '../events.ts';
import { registerInputs } from '../event-data.ts';
import type { InputOf } from '../inputs.ts';
import { status } from '../numbers.ts';
import { registrationOf } from '../registration.ts';
import { coded, type CodedText } from '../codes.ts';
import { runScript } from '../scripts.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';

/**
 * Saves a channel. The register script of the bot that it had is called with `unregister`, the folder is
 * scanned, and that of the bot that it has with `register`, whether the bot changed or not (S20, rulings 41).
 */
export function savesChannel(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.savesChannel'>,
): CodedText | null {
  const channel = channelFrom(input.channel);
  const { channels } = draft.world;
  if (channels.some(({ id, name }) => name === channel.name && id !== channel.id)) {
    return coded('channel-name-taken', { name: channel.name });
  }
  const { timeZone } = channel.properties.openingHours;
  if (!isTimeZone(timeZone)) {
    return coded('no-time-zone', { timeZone });
  }
  const before = channels.find(({ id }) => id === channel.id);
  const seq = draft.emit(because, { type: 'channel.saved', channel });
  const next = following(because, seq);
  const same = before?.bot.enabled === channel.bot.enabled && before.bot.folder === channel.bot.folder;
  if (!same) warnAboutSessions(draft, next, channel.id);
  registerAnew(draft, next, channel);
  return null;
}

/** Unregisters a channel's bot and registers it, as saving the channel does, with nothing else changed (S20, rulings 41). */
export function registersBot(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.registersBot'>,
): CodedText | null {
  const channel = draft.world.channels.find(({ id }) => id === input.channel);
  if (channel === undefined) return coded('no-channel', { channel: input.channel });
  if (!channel.bot.enabled) return coded('channel-without-bot', { channel: channel.name });
  registerAnew(draft, because, channel);
  return null;
}

function registerAnew(draft: StepDraft, because: Cause, channel: Channel): void {
  unregister(draft, because, channel.id);
  const registration = registrationOf(channel, draft.world.folders);
  if (registration !== undefined) register(draft, because, registration);
  else if (channel.bot.enabled) hintAboutFolder(draft, because, channel.bot.folder);
}

/** Deletes a channel; the register script of its bot is called (S21, T79). */
export function deletesChannel(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.deletesChannel'>,
): CodedText | null {
  if (!draft.world.channels.some(({ id }) => id === input.channel)) {
    return coded('no-channel', { channel: input.channel });
  }
  warnAboutSessions(draft, because, input.channel);
  unregister(draft, because, input.channel);
  draft.emit(because, { type: 'channel.deleted', channel: input.channel });
  return null;
}

/** Chats that go on keep an active bot whose scripts are no longer found (Q43). */
function warnAboutSessions(draft: StepDraft, because: Cause, channel: number): void {
  const left = [...draft.world.sessions].filter(
    (session) => session.channel === channel && session.status < status.finished && session.botActive,
  );
  if (left.length === 0) return;
  const hint = coded('bot-has-chats', { sessions: left.map(({ id }) => id) });
  draft.emit(because, { type: 'hint.raised', hint }, 'Q43');
}

function register(draft: StepDraft, because: Cause, registration: BotRegistration): void {
  const seq = draft.emit(because, { type: 'bot.registered', ...registration }, 'S20');
  callRegister(draft, following(because, seq), registration, 'register');
}

function unregister(draft: StepDraft, because: Cause, channel: number): void {
  const registration = draft.world.registrations.find((candidate) => candidate.channel === channel);
  if (registration === undefined) return;
  const seq = draft.emit(because, { type: 'bot.unregistered', ...registration }, 'S20');
  callRegister(draft, following(because, seq), registration, 'unregister');
}

const callRegister = (
  draft: StepDraft,
  because: Cause,
  { channel, scripts }: BotRegistration,
  action: 'register' | 'unregister',
): unknown =>
  runScript(draft, because, {
    script: scripts.register,
    role: 'register',
    inputs: () => registerInputs(action, channel),
  });

const hintAboutFolder = (draft: StepDraft, because: Cause, folder: string): number =>
  draft.emit(because, { type: 'hint.raised', hint: coded('folder-is-no-bot', { folder }) });
