import type { Json } from './definition.ts';
import type { FormProblemSaid } from './form-rule.ts';
import type { FormName } from './inputs.ts';
import type { EditProblem } from './step-observer.ts';

/*
 * What the engine says about a step: a code and what belongs to it, in no language (rulings 43). The sentences are made
 * where they are shown (`words`), so builds that word them differently have equal logs.
 */

/**
 * A text in no language: its code, and the parameters that its sentence needs. The language and the catalogue import
 * nothing of the engine, so `crmscript` and `words` declare the same for themselves.
 */
export type CodedText = { readonly code: string; readonly params: { readonly [name: string]: Json } };

type No = Readonly<Record<string, never>>;
type Of<Names extends string, T> = { readonly [Name in Names]: T };
/** An agent by number, and by the name that people know. */
type Who = Of<'agent', number> & Of<'name', string>;

/** Why an input is not possible now. */
type Refusals = {
  'no-session': Of<'session', number>;
  'no-agent': Of<'agent', number>;
  'no-channel': Of<'channel', number>;
  'no-contact': Of<'contact', number>;
  'no-folder': Of<'folder', number>;
  'no-script': Of<'script', number>;
  'no-trigger': Of<'trigger', number>;
  'no-webhook': Of<'webhook', number>;
  'no-faq-entry': Of<'faqEntry', number>;
  'no-faq-folder': Of<'faqFolder', number>;
  'no-mock': Of<'mock', number>;
  'no-quick-reply': Of<'quickReply', number>;
  'no-table': Of<'table', string>;
  'no-time-zone': Of<'timeZone', string>;
  'folder-not-saved': Of<'folder', number | string>;
  'folder-name-taken': Of<'name', string>;
  'channel-name-taken': Of<'name', string>;
  'script-in-other-folder': Of<'script', number>;
  'trigger-without-script': Of<'script', number>;
  /** What the target answered to the test event: a status, or `timeout`. */
  'webhook-test-failed': Of<'name', string> & Of<'answer', number | string>;
  'no-delivery': Of<'name' | 'eventId', string>;
  'webhook-not-active': Of<'name', string>;
  'webhook-is-active': Of<'name', string>;
  'channel-without-bot': Of<'channel', string>;
  'agent-has-chats': Of<'agent', number> & Of<'sessions', readonly number[]>;
  'session-not-over': Of<'session', number>;
  'session-over': Of<'session', number>;
  'session-invalid': No;
  'pre-chat-form-open': No;
  'offline-form-open': No;
  'customer-disconnected': Of<'session', number>;
  'customer-connected': Of<'session', number>;
  'message-empty': No;
  'message-too-long': Of<'length' | 'limit', number>;
  'no-options': Of<'message' | 'session', number>;
  'no-such-option': Of<'message', number> & Of<'option', string> & Of<'options', readonly string[]>;
  'message-not-shown': No;
  'option-over': No;
  'no-files-now': No;
  'faq-not-asked': Of<'session', number>;
  'no-requests': Of<'channel', string>;
  'only-from-queue': No;
  'offline-form-not-offered': Of<'channel', string>;
  'form-not-shown': Of<'session' | 'status', number> & Of<'form', FormName>;
  'form-problems': Of<'problems', readonly FormProblemSaid[]>;
  'nobody-waits': Who;
  /** The name is empty where nobody knows the agent any more. */
  'already-taken': Of<'session', number> & Of<'name', string>;
  'not-in-queue': Of<'session', number>;
  'may-not-respond': Who & Of<'channel', string>;
  'may-not-listen': Who;
  'not-ongoing': Of<'session' | 'status', number>;
  'not-the-owner': Who & Of<'session', number>;
  'is-the-owner': Who & Of<'session', number>;
  'not-listening': Who & Of<'session', number>;
  'only-ongoing-heard': No;
  'title-missing': No;
  'agent-away': Who;
  'transfer-waits': No;
  'no-transfer': Of<'session', number>;
  'not-transferred-to': Who & Of<'session', number>;
  'clock-not-whole': No;
  'clock-out-of-range': No;
  'clock-back': No;
};

/** What did no harm yet. */
type Hints = {
  'bot-has-chats': Of<'sessions', readonly number[]>;
  'folder-is-no-bot': Of<'folder', string>;
  /** What a run showed of a bot (`run-hints`): a form that was skipped, a status that it left, an end without a message. */
  'forms-were-skipped': Of<'form', 'preChat' | 'faq'>;
  'wrote-after-hand-over': Of<'from', number>;
  'ended-without-word': No;
  'show-at-unread': Of<'given', string>;
  'special-param-long': Of<'length' | 'limit', number>;
  'options-no-json': No;
  'options-no-list': No;
  'options-no-texts': No;
  'no-special-type': Of<'specialType', number>;
  'budget-cut': Of<'asked' | 'most', number>;
  'too-many-events': Of<'limit', number>;
  /** In seconds. */
  'online-run-time': Of<'taken' | 'limit', number>;
  'online-memory': Of<'mebibytes', number>;
  'online-port': Of<'port', number>;
  /** A recorded change by hand that could not be made again. */
  'edit-not-made': Of<'statement', number> & Of<'variable', string> & Of<'reason', EditProblem>;
  'edit-not-reached': Of<'statement', number> & Of<'variable', string>;
};

/** Why a message was not saved, a script not run, a call not answered. */
type Failures = {
  /** A text as it stands: what somebody wrote, or a sentence of a log older than the codes. */
  text: Of<'text', string>;
  /** What a script threw or could have caught. Its text belongs to the script, which may have read it. */
  thrown: Of<'text', string>;
  'closed-meanwhile': No;
  'left-out': No;
  'stopped-by-hand': No;
  'no-such-frame': No;
  'nested-too-deep': Of<'limit', number>;
  'no-mock-for': Of<'method' | 'url', string>;
  /** In seconds. */
  'no-answer-in-time': Of<'limit', number>;
  'no-connection': Of<'host', string>;
  'answer-of-another': Of<'method' | 'url' | 'recordedMethod' | 'recordedUrl', string>;
};

/** Every code of the engine, and what belongs to it. */
export type EngineCodes = Refusals & Hints & Failures;

/** What a code of the engine says of what belongs to it. */
export const coded = <Code extends keyof EngineCodes>(code: Code, params: EngineCodes[Code]): CodedText => ({
  code,
  params,
});

/** What a script threw, or could have caught. */
export const thrown = (text: string): CodedText => coded('thrown', { text });

/** A text as it stands, as a reason. */
export const asText = (text: string): CodedText => coded('text', { text });
