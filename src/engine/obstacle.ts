import type { BotScripts } from './events.ts';
import type { SessionStatus } from './numbers.ts';

type No = Readonly<Record<string, never>>;
type Channel = { readonly channel: number };
type Agents = Channel & { readonly agents: readonly number[] };
type Moved = { readonly from: SessionStatus; readonly to: SessionStatus };
type Bot = Channel & { readonly folder: string };
/** The script that did it, and what called it: 0 where it is no trigger or webhook. */
type ByScript = Moved & { readonly script: number; readonly trigger: number; readonly webhook: number };
type Role = Bot & { readonly role: keyof BotScripts };
type Script = { readonly script: number };
type Trigger = { readonly trigger: number };
type Webhook = { readonly webhook: number };

/**
 * What kept something from happening, by code, with what belongs to it. Rules decide by these, and Why not? says them:
 * so neither can know a condition that the other does not.
 */
export type Obstacles = {
  /* Where a session starts. */
  'bot-there': Channel;
  'agents-there': Agents;
  closed: Channel;
  /** Those who may respond there, none of whom is present. */
  'nobody-present': Agents;
  'no-responders': Channel;
  'form-off': Channel;
  'known-customer': No;
  'form-done': No;
  'faq-off': Channel;
  'faq-done': No;
  /* How it went on. */
  'form-first': Channel;
  'faq-first': Channel;
  'faq-helped': No;
  'bot-spoke-first': ByScript & Channel;
  'script-spoke-first': ByScript;
  'script-set': ByScript & Channel;
  'picked-up': No;
  'took-offline-form': No;
  left: Moved;
  moved: Moved;
  'not-offered': Channel;
  hidden: No;
  /* Whether the bot is called. */
  'bot-off': Channel;
  'folder-gone': Bot;
  'folder-no-bot': Bot;
  'not-registered': Channel;
  /** Codes that rules decide by; Why not? says what was before it. */
  'bot-inactive': No;
  'no-registration': Channel;
  'handed-over': No;
  'bot-picked-up': No;
  'no-role-script': Role;
  'not-noticed': Role & Script;
  'script-gone': Script;
  'left-out': Script;
  'nested-too-deep': No;
  'too-many-events': No;
  'bots-own': No;
  'agents-own': No;
  'system-line': No;
  'faq-answer': No;
  blocked: Trigger;
  /* Whether a trigger runs and a webhook is sent. */
  'trigger-off': Trigger;
  'other-event': Trigger & { readonly event: number };
  'stopped-before': Trigger;
  'webhook-stopped': Webhook;
  'webhook-gave-up': Webhook;
  'webhook-unknown': Webhook;
  'not-subscribed': Webhook & { readonly event: string };
  /** How things stood then cannot be read any more. */
  'not-known': No;
};

export type Obstacle = {
  [Code in keyof Obstacles]: { readonly code: Code; readonly params: Obstacles[Code] };
}[keyof Obstacles];

export const obstacle = <Code extends keyof Obstacles>(code: Code, params: Obstacles[Code]): Obstacle =>
  ({ code, params }) as Obstacle;
