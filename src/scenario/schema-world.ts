import * as v from 'valibot';
import { channel } from './schema-channel.ts';
import {
  bool,
  count,
  headers,
  id,
  idOrNone,
  instant,
  integer,
  longText,
  milliseconds,
  name,
  row,
  text,
} from './schema-values.ts';
import { limits } from './limits.ts';
import { listOf, object, recordOf } from './schema-shapes.ts';

/* The `world` of a scenario file, and each thing in it as an admin input carries it (scenario.md "world"). */

export const agent = object({
  id,
  name,
  firstName: v.optional(text),
  present: v.optional(bool),
  email: v.optional(text),
});

export const script = object({
  id,
  name,
  includeName: v.optional(text),
  language: v.optional(v.picklist(['crmscript', 'javascript'])),
  source: v.optional(longText),
});

export const folder = object({
  id: v.optional(id),
  name,
  scripts: v.optional(listOf(script, limits.scripts)),
});

export const trigger = object({
  id,
  event: v.picklist([400, 401, 402, 403]),
  script: id,
  enabled: v.optional(bool),
});

const answer = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  v.literal('timeout'),
]);

export const webhook = object({
  id,
  name,
  type: v.optional(v.picklist(['webhook', 'crmscript'])),
  url: v.optional(text),
  events: v.optional(listOf(name, 100)),
  state: v.optional(v.picklist([0, 1, 2, 3])),
  secret: v.optional(text),
  headers: v.optional(headers),
  properties: v.optional(row),
  responses: v.optional(
    listOf(
      v.union([
        answer,
        object({ status: v.optional(answer), delay: v.optional(milliseconds), error: v.optional(text) }),
      ]),
      limits.things,
    ),
  ),
});

export const faqFolder = object({ id, parent: v.optional(idOrNone), name });

export const faqEntry = object({
  id,
  folder: v.optional(idOrNone),
  title: v.optional(text),
  question: v.optional(text),
  answer: v.optional(text),
  keywords: v.optional(text),
  access: v.optional(v.picklist([1, 2, 3, 4])),
  status: v.optional(v.picklist(['unpublished', 'published', 'expired'])),
});

const mockResponse = object({
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))),
  headers: v.optional(headers),
  body: v.optional(longText),
  delay: v.optional(milliseconds),
  error: v.optional(text),
  fault: v.optional(v.picklist(['timeout', 'connection', 'malformed'])),
});

export const mock = object({
  id: v.optional(id),
  name: v.optional(name),
  request: object({
    method: v.optional(text),
    url: text,
    body: v.optional(longText),
    bodyMatch: v.optional(v.picklist(['json', 'pattern'])),
    headers: v.optional(headers),
  }),
  responses: v.optional(listOf(mockResponse, limits.things)),
  after: v.optional(v.picklist(['cycle', 'nobody'])),
  state: v.optional(object({ name, is: v.optional(name), becomes: v.optional(name) })),
  hold: v.optional(v.literal(true)),
});

export const contact = object({
  id,
  name,
  email: v.optional(text),
  phone: v.optional(text),
  company: v.optional(text),
});

export const quickReply = object({ id, agent: v.optional(id), name, text: v.optional(text) });

const upTo = (most: number, least = 0) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const persona = object({
  id,
  name,
  traits: object({
    speed: upTo(1000, 1),
    typos: upTo(100),
    piecemeal: bool,
    patience: upTo(86_400, 1),
    reminders: upTo(100),
    silent: bool,
    angry: bool,
    returns: upTo(100),
    rating: upTo(5),
  }),
  lines: v.pipe(listOf(text, 100), v.minLength(1)),
});

export const fileTypes = listOf(name, limits.things);

export const rows = listOf(row, limits.rows);

export const options = object({
  botInQueue: v.optional(v.picklist(['listed', 'hidden'])),
  strictDiagram: v.optional(bool),
  botSeesFinished: v.optional(bool),
  repeatForms: v.optional(bool),
  clickAsText: v.optional(bool),
  idleSeconds: v.optional(count),
  parseJsonEmptyArrayBug: v.optional(bool),
  nullIntegerText: v.optional(text),
  statementBudget: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  onlineLimits: v.optional(bool),
});

export const world = object({
  startsAt: instant,
  timeZone: v.optional(text),
  seed: v.optional(integer),
  agents: v.optional(listOf(agent, limits.things)),
  channels: v.optional(listOf(channel, limits.things)),
  folders: v.optional(listOf(folder, limits.things)),
  triggers: v.optional(listOf(trigger, limits.things)),
  webhooks: v.optional(listOf(webhook, limits.things)),
  faq: v.optional(
    object({
      folders: v.optional(listOf(faqFolder, limits.things)),
      entries: v.optional(listOf(faqEntry, limits.things)),
    }),
  ),
  mocks: v.optional(listOf(mock, limits.things)),
  contacts: v.optional(listOf(contact, limits.things)),
  quickReplies: v.optional(listOf(quickReply, limits.things)),
  personas: v.optional(listOf(persona, limits.things)),
  fileTypes: v.optional(fileTypes),
  tables: v.optional(recordOf(name, rows)),
  options: v.optional(options),
});

/** What `run --mocks FILE` reads: the `mocks` of a world, on their own. */
export const mockList = listOf(mock, limits.things);
