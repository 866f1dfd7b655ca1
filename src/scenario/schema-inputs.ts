import * as v from 'valibot';
import { channel } from './schema-channel.ts';
import { object, oneOf, recordOf } from './schema-shapes.ts';
import { bool, count, id, idOrNone, longText, milliseconds, name, text } from './schema-values.ts';
import {
  agent,
  contact,
  faqEntry,
  faqFolder,
  fileTypes,
  folder,
  mock,
  options,
  quickReply,
  rows,
  script,
  trigger,
  webhook,
} from './schema-world.ts';

/* The inputs: actor, dot, verb in the third person (scenario.md "inputs", rulings 24 and 26). */

const form = v.picklist(['preChat', 'offline', 'postChat']);
const file = { name, mediaType: v.optional(text), size: v.optional(count) };

const customer = object({
  alias: v.optional(text),
  name: v.optional(text),
  email: v.optional(text),
  phone: v.optional(text),
  company: v.optional(text),
  country: v.optional(text),
  identified: v.optional(bool),
});

const fields = object({
  name: v.optional(text),
  email: v.optional(text),
  phone: v.optional(text),
  company: v.optional(text),
  country: v.optional(text),
  question: v.optional(text),
});

function input<const T extends string, const E extends v.ObjectEntries>(type: T, entries: E) {
  return object({ type: v.literal(type), ...entries });
}

const ofSession = { session: id };
const ofAgent = { agent: id, session: id };

export const inputs = oneOf('type', [
  input('customer.connects', { channel: id, customer: v.optional(customer) }),
  input('customer.submitsForm', {
    ...ofSession,
    form,
    fields: v.optional(fields),
    consent: v.optional(bool),
    // More than five stars are refused by the rules, and a file may keep that somebody tried.
    rating: v.optional(count),
    transcript: v.optional(bool),
  }),
  input('customer.dismissesForm', { ...ofSession, form }),
  input('customer.writes', { ...ofSession, text }),
  input('customer.clicksOption', { ...ofSession, message: id, option: text }),
  input('customer.answersFaq', { ...ofSession, helpful: bool }),
  input('customer.types', { ...ofSession, typing: bool }),
  input('customer.takesOfflineForm', ofSession),
  input('customer.leaves', ofSession),
  input('customer.disconnects', ofSession),
  input('customer.reconnects', ofSession),
  input('customer.returns', ofSession),
  input('customer.sendsFile', { ...ofSession, ...file }),
  input('agent.setsPresence', { agent: id, present: bool }),
  input('agent.picksUp', ofAgent),
  input('agent.picksUpNext', { agent: id }),
  input('agent.writes', { ...ofAgent, text }),
  input('agent.types', { ...ofAgent, typing: bool }),
  input('agent.transfers', { ...ofAgent, to: id }),
  input('agent.cancelsTransfer', ofAgent),
  input('agent.acceptsTransfer', ofAgent),
  input('agent.rejectsTransfer', ofAgent),
  input('agent.takesOver', ofAgent),
  input('agent.createsRequest', { ...ofAgent, title: text }),
  input('agent.ends', ofAgent),
  input('agent.listens', ofAgent),
  input('agent.stopsListening', ofAgent),
  input('agent.linksContact', { ...ofAgent, contact: id }),
  input('agent.sendsFile', { ...ofAgent, ...file }),
  input('admin.savesChannel', { channel }),
  input('admin.deletesChannel', { channel: id }),
  input('admin.savesFolder', { folder }),
  input('admin.deletesFolder', { folder: id }),
  input('admin.savesScript', { folder: v.union([id, name]), script }),
  input('admin.deletesScript', { script: id }),
  input('admin.runsScript', { script: id, inputValues: v.optional(recordOf(name, longText)) }),
  input('admin.savesTrigger', { trigger }),
  input('admin.deletesTrigger', { trigger: id }),
  input('admin.savesWebhook', { webhook, untested: v.optional(v.literal(true)) }),
  input('admin.deletesWebhook', { webhook: id }),
  input('admin.savesAgent', { agent }),
  input('admin.deletesAgent', { agent: id }),
  input('admin.savesFaqEntry', { faqEntry }),
  input('admin.deletesFaqEntry', { faqEntry: id }),
  input('admin.savesFaqFolder', { faqFolder }),
  input('admin.deletesFaqFolder', { faqFolder: id }),
  input('admin.savesMock', { mock }),
  input('admin.deletesMock', { mock: id }),
  input('admin.movesMock', { mock: id, before: v.optional(idOrNone) }),
  input('admin.savesContact', { contact }),
  input('admin.deletesContact', { contact: id }),
  input('admin.savesQuickReply', { quickReply }),
  input('admin.deletesQuickReply', { quickReply: id }),
  input('admin.setsFileTypes', { fileTypes }),
  input('admin.registersBot', { channel: id }),
  input('admin.resendsWebhook', { webhook: id, eventId: name }),
  input('admin.resetsWebhook', { webhook: id }),
  input('admin.savesTable', { table: name, rows }),
  input('admin.deletesTable', { table: name }),
  input('admin.setsOptions', { options }),
  input('admin.purges', { session: v.optional(id) }),
  input('clock.advances', { by: milliseconds, timers: v.optional(v.picklist(['all', 'once'])) }),
]);
