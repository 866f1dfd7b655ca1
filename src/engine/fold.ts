import type { EventOf, RecordedEvent } from './events.ts';
import { changedWorld } from './changed.ts';
import { without, withSaved, withSavedLast } from './fold-list.ts';
import { foldBlocked, foldMessage } from './fold-message.ts';
import { foldScript } from './fold-script.ts';
import {
  expectBack,
  foldAssigned,
  foldCreated,
  foldPurged,
  foldStatus,
  lowestFreeRank,
  updateSession,
} from './fold-session.ts';
import { dropTimers } from './timers.ts';
import { foldWebhook } from './fold-webhook.ts';
import { withRow } from './table-rows.ts';
import type { Row } from './definition.ts';
import type { Customer } from './inputs.ts';
import type { World } from './world.ts';

/**
 * Folds one event into the world: the only way in which a world changes. Pure, and the same in the
 * engine, in the worker that reads the log and in the page, so no two of them can disagree.
 */
export function fold(world: World, event: RecordedEvent): World {
  const at = momentOf(event.at);
  const moved = at > world.now;
  return foldBody(
    changedWorld(world, {
      seq: event.seq,
      step: event.step,
      now: moved ? at : world.now,
      // Whatever was due before this moment has fired before this event was emitted.
      timers: moved ? dropTimers(world.timers, ({ due }) => due < at) : world.timers,
    }),
    event,
  );
}

let lastRead = { text: '', moment: NaN };

/** The moment in milliseconds since 1970: most events of a step name the same. */
function momentOf(text: string): number {
  if (lastRead.text !== text) lastRead = { text, moment: Date.parse(text) };
  return lastRead.moment;
}

function foldBody(world: World, event: RecordedEvent): World {
  switch (event.type) {
    case 'session.created':
      return foldCreated(world, event);
    case 'session.statusChanged':
      return foldStatus(world, event);
    case 'session.botDeactivated':
      return updateSession(world, event.session, { botActive: false });
    case 'session.assigned':
      return foldAssigned(world, event);
    case 'session.unassigned':
      return updateSession(world, event.session, { agent: 0, rank: 0 });
    case 'session.updated':
      return foldUpdated(world, event);
    case 'session.rated':
      return updateSession(world, event.session, { rating: event.rating });
    case 'session.purged':
      return foldPurged(world, event.session);
    case 'message.saved':
      return foldMessage(world, event);
    case 'message.blocked':
      return foldBlocked(world, event);
    case 'message.shown':
      return changedWorld(world, {
        timers: dropTimers(
          world.timers,
          (timer) => timer.kind === 'message' && timer.message === event.message,
        ),
      });
    case 'typing.changed':
      return updateSession(
        world,
        event.session,
        event.who === 'customer' ? { customerTyping: event.typing } : { userTyping: event.typing },
      );
    case 'customer.disconnected':
      return foldDisconnected(world, event);
    case 'customer.reconnected':
      return {
        ...updateSession(world, event.session, { connected: true }),
        timers: dropTimers(
          world.timers,
          (timer) => timer.kind === 'vanished' && timer.session === event.session,
        ),
      };
    case 'customer.returned':
      return updateSession(world, event.session, { returned: true });
    case 'listener.joined':
      return updateSession(world, event.session, ({ listeners }) => ({
        listeners: [...listeners.filter((agent) => agent !== event.agent), event.agent],
      }));
    case 'listener.left':
      return updateSession(world, event.session, ({ listeners }) => ({
        listeners: listeners.filter((agent) => agent !== event.agent),
      }));
    case 'contact.linked':
      return updateSession(world, event.session, { contact: event.contact });
    case 'request.created':
      return foldRequest(world, event);
    case 'transfer.requested':
      return updateSession(world, event.session, { transferTo: event.to });
    case 'transfer.accepted':
      return updateSession(world, event.session, {
        transferTo: 0,
        agent: event.to,
        rank: lowestFreeRank(world, event.to, event.session),
      });
    case 'transfer.rejected':
    case 'transfer.cancelled':
      return updateSession(world, event.session, { transferTo: 0 });
    case 'warning.raised':
      return foldWarning(world, event);
    case 'http.called':
      return event.mock === undefined
        ? world
        : { ...world, mocksPlayed: withEntry(world.mocksPlayed, event.mock, (n = 0) => n + 1) };
    case 'webhook.queued':
    case 'webhook.attempted':
    case 'webhook.stateChanged':
    case 'webhook.saved':
    case 'webhook.deleted':
      return foldWebhook(world, event);
    case 'bot.registered':
      return { ...world, registrations: [...world.registrations, plainRegistration(event)] };
    case 'bot.unregistered':
      return {
        ...world,
        registrations: world.registrations.filter(({ channel }) => channel !== event.channel),
      };
    case 'channel.saved':
      return { ...world, channels: withSaved(world.channels, event.channel) };
    case 'channel.deleted':
      return { ...world, channels: without(world.channels, event.channel) };
    case 'folder.saved':
    case 'folder.deleted':
    case 'script.saved':
    case 'script.deleted':
    case 'script.failed':
      return foldScript(world, event);
    case 'trigger.saved':
      return { ...world, triggers: withSaved(world.triggers, event.trigger) };
    case 'trigger.deleted':
      return { ...world, triggers: without(world.triggers, event.trigger) };
    case 'agent.saved':
      return { ...world, agents: withSaved(world.agents, event.agent) };
    case 'agent.deleted':
      return { ...world, agents: without(world.agents, event.agent) };
    case 'faqEntry.saved':
      return { ...world, faqEntries: withSaved(world.faqEntries, event.faqEntry) };
    case 'faqEntry.deleted':
      return { ...world, faqEntries: without(world.faqEntries, event.faqEntry) };
    case 'faqFolder.saved':
      return { ...world, faqFolders: withSaved(world.faqFolders, event.faqFolder) };
    case 'faqFolder.deleted':
      return { ...world, faqFolders: without(world.faqFolders, event.faqFolder) };
    case 'mock.saved':
      return {
        ...world,
        mocks: withSavedLast(world.mocks, event.mock),
        mocksPlayed: withEntry(world.mocksPlayed, event.mock.id, () => 0),
      };
    case 'mock.deleted':
      return { ...world, mocks: without(world.mocks, event.mock) };
    case 'table.saved':
      return { ...world, tables: { ...world.tables, [event.table]: event.rows } };
    case 'table.deleted':
      return {
        ...world,
        tables: Object.fromEntries(Object.entries(world.tables).filter(([name]) => name !== event.table)),
      };
    case 'table.changed':
      return {
        ...world,
        tables: { ...world.tables, [event.table]: withRow(rowsOf(world, event.table), event) },
      };
    case 'options.set':
      return { ...world, options: { ...world.options, ...event.options } };
    case 'variable.set':
      return event.scope === 'global'
        ? { ...world, globalVariables: withEntry(world.globalVariables, event.name, () => event.value) }
        : { ...world, sessionVariables: withEntry(world.sessionVariables, event.name, () => event.value) };
    case 'presence.changed':
      return {
        ...world,
        agents: world.agents.map((agent) =>
          agent.id === event.agent ? { ...agent, present: event.present } : agent,
        ),
      };
    case 'transcript.made':
    case 'script.started':
    case 'script.printed':
    case 'script.finished':
    case 'hint.raised':
      return world;
    case 'clock.advanced': {
      // Whatever was due up to here has fired, even if it had nothing to tell.
      const to = Date.parse(event.to);
      return { ...world, timers: dropTimers(world.timers, ({ due }) => due <= to) };
    }
  }
}

function foldUpdated(world: World, event: EventOf<'session.updated'>): World {
  const { consented, ticket, question, ...customer } = event.fields;
  return updateSession(world, event.session, (session) => ({
    customer: withFields(session.customer, customer),
    question: question ?? session.question,
    consented: session.consented || consented === true,
    ticket: ticket ?? session.ticket,
    preChatDone: session.preChatDone || event.form === 'preChat',
  }));
}

/** An alias that only repeats the name follows it. */
function withFields(customer: Customer, fields: Partial<Customer>): Customer {
  const { name = customer.name } = fields;
  const alias = customer.alias === '' || customer.alias === customer.name ? name : customer.alias;
  return { ...customer, ...fields, alias };
}

function foldDisconnected(world: World, event: EventOf<'customer.disconnected'>): World {
  const gone = updateSession(world, event.session, { connected: false });
  return expectBack(gone, event.session, event.seq, Date.parse(event.at));
}

function foldRequest(world: World, event: EventOf<'request.created'>): World {
  const { request: id, session, title, category, priority, origin, text } = event;
  const request = { id, session, title, category, priority, origin, text, at: Date.parse(event.at) };
  return { ...world, requests: world.requests.set(id, request) };
}

function foldWarning(world: World, event: EventOf<'warning.raised'>): World {
  const warned = updateSession(world, event.session, ({ alertLevel }) => ({
    alertLevel: Math.max(alertLevel, event.level === 'agent' ? 1 : 2),
  }));
  const timers = dropTimers(
    warned.timers,
    (timer) =>
      timer.kind === 'warning' &&
      timer.session === event.session &&
      timer.about === event.kind &&
      timer.level === event.level,
  );
  return { ...warned, timers };
}

const rowsOf = (world: World, table: string): readonly Row[] =>
  Object.hasOwn(world.tables, table) ? (world.tables[table] ?? []) : [];

const plainRegistration = (event: EventOf<'bot.registered'>) => ({
  channel: event.channel,
  folder: event.folder,
  scripts: event.scripts,
});

/** The record with one entry changed. Own keys only, so that names such as `__proto__` are ordinary. */
export function withEntry<V>(
  entries: Readonly<Record<string, V>>,
  key: string | number,
  change: (old: V | undefined) => V,
): Readonly<Record<string, V>> {
  const name = String(key);
  const old = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return Object.fromEntries([
    ...Object.entries(entries).filter(([other]) => other !== name),
    [name, change(old)],
  ]);
}
