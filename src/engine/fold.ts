import type { EventOf, RecordedEvent } from './events.ts';
import { copyOfWorld, type WorldCopy } from './changed.ts';
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
import { foldPlayed } from './fold-mock.ts';
import { momentOf } from './moment-of.ts';
import { foldSetting } from './fold-setting.ts';
import { dropTimers, isHeld, letGo } from './timers.ts';
import { foldWebhook } from './fold-webhook.ts';
import { withEntry } from './with-entry.ts';
import type { Customer } from './inputs.ts';
import type { World } from './world.ts';

/**
 * Folds one event into the world: the only way in which a world changes. Pure, and the same in the
 * engine, in the worker that reads the log and in the page, so no two of them can disagree.
 */
export function fold(world: World, event: RecordedEvent): World {
  const at = momentOf(event.at);
  const moved = at > world.now;
  const copy = copyOfWorld(world);
  copy.seq = event.seq;
  copy.step = event.step;
  if (moved) {
    copy.now = at;
    // Whatever was due before this moment has fired before this event was emitted, or is held.
    copy.timers = dropTimers(world.timers, (timer) => timer.due < at && !isHeld(world, timer));
  }
  return foldBody(copy, event);
}

function foldBody(world: WorldCopy, event: RecordedEvent): World {
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
      world.timers = dropTimers(
        world.timers,
        (timer) => timer.kind === 'message' && timer.message === event.message,
      );
      return world;
    case 'typing.changed':
      return updateSession(
        world,
        event.session,
        event.who === 'customer' ? { customerTyping: event.typing } : { userTyping: event.typing },
      );
    case 'customer.disconnected':
      return foldDisconnected(world, event);
    case 'customer.reconnected':
      world.timers = dropTimers(
        world.timers,
        (timer) => timer.kind === 'vanished' && timer.session === event.session,
      );
      return updateSession(world, event.session, { connected: true });
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
      return event.mock === undefined ? world : foldPlayed(world, event.mock);
    case 'webhook.queued':
    case 'webhook.called':
    case 'webhook.attempted':
    case 'webhook.stateChanged':
    case 'webhook.saved':
    case 'webhook.deleted':
      return foldWebhook(world, event);
    case 'bot.registered':
      world.registrations = [...world.registrations, plainRegistration(event)];
      return world;
    case 'bot.unregistered':
      world.registrations = world.registrations.filter(({ channel }) => channel !== event.channel);
      return world;
    case 'folder.saved':
    case 'folder.deleted':
    case 'script.saved':
    case 'script.deleted':
    case 'script.failed':
      return foldScript(world, event);
    case 'channel.saved':
    case 'channel.deleted':
    case 'trigger.saved':
    case 'trigger.deleted':
    case 'agent.saved':
    case 'agent.deleted':
    case 'faqEntry.saved':
    case 'faqEntry.deleted':
    case 'faqFolder.saved':
    case 'faqFolder.deleted':
    case 'mock.saved':
    case 'mock.deleted':
    case 'contact.saved':
    case 'contact.deleted':
    case 'quickReply.saved':
    case 'quickReply.deleted':
    case 'mock.moved':
    case 'table.saved':
    case 'table.deleted':
    case 'table.changed':
    case 'fileTypes.set':
      return foldSetting(world, event);
    case 'options.set':
      world.options = { ...world.options, ...event.options };
      return world;
    case 'variable.set': {
      const variables = event.scope === 'global' ? 'globalVariables' : 'sessionVariables';
      world[variables] = withEntry(world[variables], event.name, () => event.value);
      return world;
    }
    case 'presence.changed':
      world.agents = world.agents.map((agent) =>
        agent.id === event.agent ? { ...agent, present: event.present } : agent,
      );
      return world;
    case 'transcript.made':
    case 'script.started':
    case 'script.printed':
    case 'script.finished':
    case 'hint.raised':
      return world;
    case 'timers.held':
      world.heldFrom = event.seq;
      return world;
    case 'clock.advanced':
      return letGo(world, Date.parse(event.to));
  }
}

function foldUpdated(world: WorldCopy, event: EventOf<'session.updated'>): World {
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

function foldDisconnected(world: WorldCopy, event: EventOf<'customer.disconnected'>): World {
  updateSession(world, event.session, { connected: false });
  return expectBack(world, event.session, event.seq, momentOf(event.at));
}

function foldRequest(world: WorldCopy, event: EventOf<'request.created'>): World {
  const { request: id, session, title, category, priority, origin, text } = event;
  const request = { id, session, title, category, priority, origin, text, at: momentOf(event.at) };
  world.requests = world.requests.set(id, request);
  return world;
}

function foldWarning(world: WorldCopy, event: EventOf<'warning.raised'>): World {
  world.timers = dropTimers(
    world.timers,
    (timer) =>
      timer.kind === 'warning' &&
      timer.session === event.session &&
      timer.about === event.kind &&
      timer.level === event.level,
  );
  return updateSession(world, event.session, ({ alertLevel }) => ({
    alertLevel: Math.max(alertLevel, event.level === 'agent' ? 1 : 2),
  }));
}

const plainRegistration = (event: EventOf<'bot.registered'>) => ({
  channel: event.channel,
  folder: event.folder,
  scripts: event.scripts,
});
