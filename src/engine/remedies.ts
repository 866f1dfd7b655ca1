import type { Json } from './definition.ts';
import { webhookState } from './numbers.ts';
import type { Obstacle } from './obstacle.ts';

/**
 * A setting that stands in the way: where it is in the settings, such as `channels`, `1`, `preChatForm`, `enabled`, and
 * what it would have to be; undefined where no single value would do.
 */
export type Setting = { readonly path: readonly string[]; readonly to?: Json };

/** The rule behind each obstacle, unless the event that stood in the way names it (chat-domain §16). */
const rules: Readonly<Partial<Record<Obstacle['code'], string>>> = {
  'bot-there': 'T04',
  'agents-there': 'T04',
  closed: 'T04',
  'nobody-present': 'T04',
  'no-responders': 'T04',
  'form-off': 'T01',
  'known-customer': 'T01',
  'form-done': 'Q21',
  'faq-off': 'T02',
  'faq-done': 'Q21',
  'form-first': 'T01',
  'faq-first': 'T02',
  'faq-helped': 'T10',
  'picked-up': 'T12',
  'took-offline-form': 'T11',
  'not-offered': 'T11',
  hidden: 'Q7',
  'bot-off': 'S2',
  'folder-gone': 'T74',
  'folder-no-bot': 'T74',
  'not-registered': 'T77',
  'no-registration': 'Q43',
  'handed-over': 'S8',
  'bot-picked-up': 'Q7',
  'no-role-script': 'Q2',
  'not-noticed': 'T77',
  'script-gone': 'T77',
  'left-out': 'rulings 45',
  'nested-too-deep': 'Q4',
  'too-many-events': 'rulings 1',
  'bots-own': 'S6',
  'agents-own': 'S11',
  'system-line': 'S7',
  'faq-answer': 'rulings 21',
  blocked: 'Q19',
  'trigger-off': 'Q20',
  'other-event': 'T73',
  'stopped-before': 'Q20',
  'webhook-stopped': 'T89',
  'webhook-gave-up': 'T89',
  'webhook-unknown': 'T89',
  'not-subscribed': 'T86',
};

/** The number of the rule behind an obstacle; empty where none is. */
export const ruleOf = ({ code }: Obstacle): string => rules[code] ?? '';

const at = (to: Json | undefined, ...path: readonly (string | number)[]): Setting => ({
  path: path.map(String),
  ...(to !== undefined && { to }),
});

type By = { readonly trigger: number; readonly webhook: number };

/** What would keep the script of a trigger or a webhook from running. */
function withoutScript({ trigger, webhook }: By): readonly Setting[] {
  if (trigger > 0) return [at(false, 'triggers', trigger, 'enabled')];
  return webhook > 0 ? [at(webhookState.stopped, 'webhooks', webhook, 'state')] : [];
}

/**
 * The settings that stand in the way: if all of them were as they say, this obstacle would not be there. None where no
 * setting is to blame.
 */
export function settingsFor({ code, params }: Obstacle): readonly Setting[] {
  switch (code) {
    case 'bot-there':
    case 'bot-spoke-first':
      return [at(false, 'channels', params.channel, 'bot', 'enabled')];
    case 'agents-there':
      return params.agents.map((agent) => at(false, 'agents', agent, 'present'));
    case 'closed':
      return [at(false, 'channels', params.channel, 'properties', 'openingHours.enabled')];
    case 'nobody-present':
      return params.agents.slice(0, 1).map((agent) => at(true, 'agents', agent, 'present'));
    case 'no-responders':
      return [at(undefined, 'channels', params.channel, 'members')];
    case 'form-off':
      return [at(true, 'channels', params.channel, 'preChatForm', 'enabled')];
    case 'form-first':
      return [at(false, 'channels', params.channel, 'preChatForm', 'enabled')];
    case 'faq-off':
      return [at(true, 'channels', params.channel, 'preChatForm', 'faqEnabled')];
    case 'faq-first':
      return [at(false, 'channels', params.channel, 'preChatForm', 'faqEnabled')];
    case 'form-done':
    case 'faq-done':
      return [at(true, 'options', 'repeatForms')];
    case 'not-offered':
      return [at(true, 'channels', params.channel, 'offlineForm', 'fromQueue.enabled')];
    case 'hidden':
      return [at('listed', 'options', 'botInQueue')];
    case 'bot-picked-up':
      return [at('hidden', 'options', 'botInQueue')];
    case 'script-spoke-first':
      return withoutScript(params);
    case 'script-set':
      return params.channel > 0
        ? [at(false, 'channels', params.channel, 'bot', 'enabled')]
        : withoutScript(params);
    case 'bot-off':
      return [at(true, 'channels', params.channel, 'bot', 'enabled')];
    case 'folder-gone':
    case 'folder-no-bot':
      return [at(undefined, 'channels', params.channel, 'bot', 'folder')];
    case 'not-registered':
    case 'no-registration':
    case 'no-role-script':
    case 'not-noticed':
      return [at(undefined, 'channels', params.channel, 'bot')];
    case 'blocked':
    case 'stopped-before':
      return params.trigger > 0 ? [at(false, 'triggers', params.trigger, 'enabled')] : [];
    case 'trigger-off':
      return [at(true, 'triggers', params.trigger, 'enabled')];
    case 'other-event':
      return [at(undefined, 'triggers', params.trigger, 'event')];
    case 'webhook-stopped':
    case 'webhook-gave-up':
    case 'webhook-unknown':
      return [at(webhookState.active, 'webhooks', params.webhook, 'state')];
    case 'not-subscribed':
      return [at(undefined, 'webhooks', params.webhook, 'events')];
    default:
      return [];
  }
}
