import * as v from 'valibot';
import { limits } from './limits.ts';
import { bool, colour, count, id, idOrNone, minutes, name, text, timeOfDay } from './schema-values.ts';
import { listOf, object } from './schema-shapes.ts';

/* A channel as it stands in a file: every setting of chat-domain §7, in the order of the product's tabs. */

const hours = object({
  enabled: v.optional(bool),
  start: v.optional(timeOfDay),
  stop: v.optional(timeOfDay),
});

const days = object({
  mon: v.optional(hours),
  tue: v.optional(hours),
  wed: v.optional(hours),
  thu: v.optional(hours),
  fri: v.optional(hours),
  sat: v.optional(hours),
  sun: v.optional(hours),
});

const properties = object({
  language: v.optional(text),
  badgeHeader: v.optional(text),
  description: v.optional(text),
  warningNewChat: v.optional(minutes),
  managerWarningNewChat: v.optional(minutes),
  warningNewMessage: v.optional(minutes),
  managerWarningNewMessage: v.optional(minutes),
  openingHours: v.optional(
    object({
      enabled: v.optional(bool),
      timeZone: v.optional(text),
      days: v.optional(days),
      lunch: v.optional(hours),
    }),
  ),
});

const layout = object({
  theme: v.optional(v.picklist(['classic', 'modern'])),
  size: v.optional(v.picklist(['normal', 'large'])),
  color: v.optional(colour),
  badgeColor: v.optional(colour),
  badgeTextColor: v.optional(colour),
  customerColor: v.optional(colour),
  customerTextColor: v.optional(colour),
  agentColor: v.optional(colour),
  agentTextColor: v.optional(colour),
  buttonColor: v.optional(colour),
  buttonTextColor: v.optional(colour),
  font: v.optional(text),
  fontSize: v.optional(text),
  logo: v.optional(text),
  showLogo: v.optional(bool),
  showAgentPhoto: v.optional(bool),
  agentFirstNameOnly: v.optional(bool),
  header: v.optional(text),
  message: v.optional(text),
  queueText: v.optional(object({ enabled: v.optional(bool), text: v.optional(text) })),
  welcomeMessage: v.optional(text),
});

const member = object({
  agent: id,
  canRespond: v.optional(bool),
  notifications: v.optional(bool),
  canListen: v.optional(bool),
  manager: v.optional(bool),
});

const required = listOf(v.picklist(['email', 'name', 'company', 'phone', 'country']), 5);

const offlineForm = object({
  header: v.optional(text),
  message: v.optional(text),
  requests: v.optional(
    object({ enabled: v.optional(bool), category: v.optional(text), priority: v.optional(text) }),
  ),
  required: v.optional(required),
  consent: v.optional(bool),
  fromQueue: v.optional(
    object({ enabled: v.optional(bool), minutes: v.optional(minutes), length: v.optional(count) }),
  ),
});

const preChatForm = object({
  enabled: v.optional(bool),
  message: v.optional(text),
  required: v.optional(required),
  consent: v.optional(bool),
  faqEnabled: v.optional(bool),
  faqFolder: v.optional(idOrNone),
});

const postChatForm = object({
  enabled: v.optional(bool),
  header: v.optional(text),
  message: v.optional(text),
  transcript: v.optional(bool),
  rating: v.optional(bool),
  ratingText: v.optional(text),
});

export const channel = object({
  id,
  name,
  properties: v.optional(properties),
  layout: v.optional(layout),
  members: v.optional(listOf(member, limits.things)),
  bot: v.optional(object({ enabled: v.optional(bool), folder: v.optional(text), name: v.optional(text) })),
  offlineForm: v.optional(offlineForm),
  preChatForm: v.optional(preChatForm),
  postChatForm: v.optional(postChatForm),
});
