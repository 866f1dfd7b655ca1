import { nextId } from '../next-id.ts';
import {
  agentFrom,
  contactFrom,
  faqEntryFrom,
  faqFolderFrom,
  folderFrom,
  mockFrom,
  quickReplyFrom,
  scriptFrom,
  triggerFrom,
  webhookFrom,
  withDefaults,
} from '../defaults.ts';
import type { Options } from '../definition.ts';
import type { EventBody } from '../events.ts';
import { isSuccess } from '../fold-webhook.ts';
import type { Input, InputOf } from '../inputs.ts';
import { findAgent } from '../lookup.ts';
import { runsByHand } from '../manual-run.ts';
import { priceLimit, status, tooMuchAsked } from '../numbers.ts';
import { findScript } from '../registration.ts';
import { coded, type CodedText } from '../codes.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import { outcomeOf } from '../webhook-outcome.ts';
import { deletesChannel, registersBot, savesChannel } from './channels.ts';
import { isOngoing } from '../agent-views.ts';
import { changeStatus } from './status.ts';
import { queueStateEvents, resendsWebhook, resetsWebhook, sendTest } from './webhooks.ts';

/** An input that changes the world's configuration. */
export type AdminInput = Extract<Input, { type: `admin.${string}` }>;

/** Saves or deletes a part of the world's configuration, or says why not. */
export function administers(draft: StepDraft, because: Cause, input: AdminInput): CodedText | null {
  const { world } = draft;
  const save = (body: EventBody): null => {
    draft.emit(because, body);
    return null;
  };
  const remove = (things: readonly { id: number }[], id: number, body: EventBody, missing: CodedText) =>
    things.some((thing) => thing.id === id) ? save(body) : missing;

  switch (input.type) {
    case 'admin.savesChannel':
      return savesChannel(draft, because, input);
    case 'admin.deletesChannel':
      return deletesChannel(draft, because, input);
    case 'admin.savesFolder':
      return savesFolder(draft, because, input);
    case 'admin.deletesFolder':
      return remove(
        world.folders,
        input.folder,
        { type: 'folder.deleted', folder: input.folder },
        coded('no-folder', { folder: input.folder }),
      );
    case 'admin.savesScript':
      return savesScript(draft, because, input);
    case 'admin.deletesScript':
      return remove(
        world.folders.flatMap(({ scripts }) => scripts),
        input.script,
        { type: 'script.deleted', script: input.script },
        coded('no-script', { script: input.script }),
      );
    case 'admin.runsScript':
      return runsByHand(draft, because, input);
    case 'admin.savesTrigger':
      return findScript(world.folders, input.trigger.script) === undefined
        ? coded('trigger-without-script', { script: input.trigger.script })
        : save({ type: 'trigger.saved', trigger: triggerFrom(input.trigger) });
    case 'admin.deletesTrigger':
      return remove(
        world.triggers,
        input.trigger,
        { type: 'trigger.deleted', trigger: input.trigger },
        coded('no-trigger', { trigger: input.trigger }),
      );
    case 'admin.savesWebhook':
      return savesWebhook(draft, because, input);
    case 'admin.deletesWebhook':
      return remove(
        world.webhooks,
        input.webhook,
        { type: 'webhook.deleted', webhook: input.webhook },
        coded('no-webhook', { webhook: input.webhook }),
      );
    case 'admin.savesAgent':
      return save({ type: 'agent.saved', agent: agentFrom(input.agent) });
    case 'admin.deletesAgent':
      return (
        problemWithAgent(draft, input.agent) ??
        remove(
          world.agents,
          input.agent,
          { type: 'agent.deleted', agent: input.agent },
          coded('no-agent', { agent: input.agent }),
        )
      );
    case 'admin.savesFaqEntry':
      return save({ type: 'faqEntry.saved', faqEntry: faqEntryFrom(input.faqEntry) });
    case 'admin.deletesFaqEntry':
      return remove(
        world.faqEntries,
        input.faqEntry,
        { type: 'faqEntry.deleted', faqEntry: input.faqEntry },
        coded('no-faq-entry', { faqEntry: input.faqEntry }),
      );
    case 'admin.savesFaqFolder':
      return save({ type: 'faqFolder.saved', faqFolder: faqFolderFrom(input.faqFolder) });
    case 'admin.deletesFaqFolder':
      return remove(
        world.faqFolders,
        input.faqFolder,
        { type: 'faqFolder.deleted', faqFolder: input.faqFolder },
        coded('no-faq-folder', { faqFolder: input.faqFolder }),
      );
    case 'admin.savesMock':
      return save({ type: 'mock.saved', mock: mockFrom(input.mock, nextId(world.mocks)) });
    case 'admin.deletesMock':
      return remove(
        world.mocks,
        input.mock,
        { type: 'mock.deleted', mock: input.mock },
        coded('no-mock', { mock: input.mock }),
      );
    case 'admin.movesMock':
      return movesMock(draft, because, input);
    case 'admin.savesContact':
      return save({ type: 'contact.saved', contact: contactFrom(input.contact) });
    case 'admin.deletesContact':
      return remove(
        world.contacts,
        input.contact,
        { type: 'contact.deleted', contact: input.contact },
        coded('no-contact', { contact: input.contact }),
      );
    case 'admin.savesQuickReply': {
      const quickReply = quickReplyFrom(input.quickReply);
      const { agent } = quickReply;
      return agent > 0 && findAgent(world, agent) === undefined
        ? coded('no-agent', { agent })
        : save({ type: 'quickReply.saved', quickReply });
    }
    case 'admin.deletesQuickReply':
      return remove(
        world.quickReplies,
        input.quickReply,
        { type: 'quickReply.deleted', quickReply: input.quickReply },
        coded('no-quick-reply', { quickReply: input.quickReply }),
      );
    case 'admin.setsFileTypes':
      return save({ type: 'fileTypes.set', fileTypes: input.fileTypes });
    case 'admin.registersBot':
      return registersBot(draft, because, input);
    case 'admin.resendsWebhook':
      return resendsWebhook(draft, because, input);
    case 'admin.resetsWebhook':
      return resetsWebhook(draft, because, input);
    case 'admin.savesTable':
      return save({ type: 'table.saved', table: input.table, rows: input.rows });
    case 'admin.deletesTable':
      return Object.hasOwn(world.tables, input.table)
        ? save({ type: 'table.deleted', table: input.table })
        : coded('no-table', { table: input.table });
    case 'admin.setsOptions':
      return setsOptions(draft, because, withDefaults(world.options, input.options));
    case 'admin.purges':
      return purges(draft, because, input);
  }
}

function setsOptions(draft: StepDraft, because: Cause, options: Options): null {
  const statementBudget = Math.min(options.statementBudget, priceLimit);
  const set = draft.emit(because, { type: 'options.set', options: { ...options, statementBudget } });
  const hint = tooMuchAsked(options.statementBudget);
  if (hint !== undefined) draft.emit(following(because, set), { type: 'hint.raised', hint });
  return null;
}

/** An agent who handles chats, or is offered one, cannot be deleted: nobody could go on with them. */
function problemWithAgent(draft: StepDraft, agent: number): CodedText | null {
  const chats = [...draft.world.sessions].filter(
    (session) => isOngoing(session) && (session.agent === agent || session.transferTo === agent),
  );
  if (chats.length === 0) return null;
  return coded('agent-has-chats', { agent, sessions: chats.map(({ id }) => id) });
}

function savesFolder(
  draft: StepDraft,
  because: Cause,
  { folder }: InputOf<'admin.savesFolder'>,
): CodedText | null {
  const { folders } = draft.world;
  const named = folders.find(({ name }) => name === folder.name);
  const id = folder.id ?? named?.id ?? nextId(folders);
  if (named !== undefined && named.id !== id) return coded('folder-name-taken', { name: folder.name });
  const elsewhere = folders.filter((other) => other.id !== id).flatMap(({ scripts }) => scripts);
  const taken = folder.scripts?.find((script) => elsewhere.some((other) => other.id === script.id));
  if (taken !== undefined) return coded('script-in-other-folder', { script: taken.id });
  const before = folders.find((other) => other.id === id)?.name ?? folder.name;
  const seq = draft.emit(because, { type: 'folder.saved', folder: folderFrom(folder, id) });
  if (before !== folder.name) followName(draft, following(because, seq), before, folder.name);
  return null;
}

/** Channels name their bot's folder; those that named it by its old name take the new one. */
function followName(draft: StepDraft, because: Cause, before: string, name: string): void {
  for (const channel of draft.world.channels.filter(({ bot }) => bot.folder === before)) {
    const bot = { ...channel.bot, folder: name };
    savesChannel(draft, because, { type: 'admin.savesChannel', channel: { ...channel, bot } });
  }
}

/** Whoever edits a registered script sees the next event use it; a new one waits for registration (T77). */
function savesScript(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.savesScript'>,
): CodedText | null {
  const folder = draft.world.folders.find(({ id, name }) => id === input.folder || name === input.folder);
  if (folder === undefined) return coded('folder-not-saved', { folder: input.folder });
  draft.emit(because, { type: 'script.saved', folder: folder.id, script: scriptFrom(input.script) });
  return null;
}

/** Mocks are matched top down, so which stands first counts. */
function movesMock(draft: StepDraft, because: Cause, input: InputOf<'admin.movesMock'>): CodedText | null {
  const { mock, before = 0 } = input;
  const { mocks } = draft.world;
  const missing = [mock, ...(before > 0 ? [before] : [])].find(
    (wanted) => !mocks.some(({ id }) => id === wanted),
  );
  if (missing !== undefined) return coded('no-mock', { mock: missing });
  draft.emit(because, { type: 'mock.moved', mock, before });
  return null;
}

/**
 * Saving sends a test first; a target that does not answer 200 refuses the webhook (T91). What Undo brings back was there
 * before: it is not tested anew (Q81).
 */
function savesWebhook(
  draft: StepDraft,
  because: Cause,
  input: InputOf<'admin.savesWebhook'>,
): CodedText | null {
  const webhook = webhookFrom(input.webhook);
  const isTested = webhook.type === 'webhook' && input.untested !== true;
  const { result: answer } = outcomeOf(webhook.responses[0] ?? 200);
  if (isTested && !isSuccess(answer)) {
    return coded('webhook-test-failed', { name: webhook.name, answer });
  }
  const before = draft.world.webhooks.find(({ id }) => id === webhook.id);
  const seq = draft.emit(
    because,
    { type: 'webhook.saved', webhook },
    input.untested === true ? 'Q81' : undefined,
  );
  const next = following(because, seq);
  if (isTested) sendTest(draft, next, webhook);
  const { id, state } = webhook;
  if (before !== undefined && before.state !== state) queueStateEvents(draft, next, { webhook: id, state });
  return null;
}

/** Removes ended sessions for good: all of them, or one (T29). */
function purges(draft: StepDraft, because: Cause, input: InputOf<'admin.purges'>): CodedText | null {
  const ended = [...draft.world.sessions].filter(
    (session) => session.status >= status.finished && (input.session ?? session.id) === session.id,
  );
  if (input.session !== undefined && ended.length === 0) {
    return coded('session-not-over', { session: input.session });
  }
  for (const { id } of ended) {
    if ((draft.world.sessions.get(id)?.status ?? 0) < status.finished) continue;
    changeStatus(draft, because, id, status.deleted, 'T29');
    // A trigger of that change may have brought the session back.
    if (draft.world.sessions.get(id)?.status !== status.deleted) continue;
    draft.emit(because, { type: 'session.purged', session: id });
  }
  return null;
}
