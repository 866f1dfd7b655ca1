import type {
  Agent,
  Channel,
  Contact,
  FaqEntry,
  FaqFolder,
  Folder,
  Mock,
  Options,
  QuickReply,
  Row,
  Script,
  Trigger,
  Webhook,
  WebhookResult,
} from './definition.ts';
import type { Customer, FormName } from './inputs.ts';
import type { CodedText } from './codes.ts';
import type { MessageType, SessionStatus, TriggerEvent, WebhookState } from './numbers.ts';

export type ScriptRole =
  'register' | 'sessionCreated' | 'sessionChanged' | 'messageReceived' | 'trigger' | 'webhook' | 'manual';

/** The scripts of a bot folder, by role; 0 is none (chat-domain §4.1). */
export type BotScripts = {
  readonly register: number;
  readonly sessionCreated: number;
  readonly sessionChanged: number;
  readonly messageReceived: number;
};

/** One frame of a script's call stack, innermost first. */
export type StackFrame = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** How a script failed: where and why. `line` and `column` count from 1. */
export type ScriptFailure = {
  readonly kind: string;
  readonly failure: CodedText;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly stack: readonly StackFrame[];
};

/** What a run cost: told of it, and no part of what happened (rulings 37). */
export type RunCost = {
  /** Those of the script itself, without what ran inside it. */
  readonly statements: number;
  /** Milliseconds that `sleep` and the answers of mocks took; absent where nothing did. */
  readonly took?: number;
  /** Bytes that its values took, at most; absent where that is little (`littleMemory`). */
  readonly memory?: number;
};

/** What a form or an agent filled in. */
export type SessionFields = Partial<
  Record<'name' | 'email' | 'phone' | 'company' | 'country' | 'question', string>
> & { readonly consented?: boolean; readonly ticket?: number };

type Of<Type extends string, Fields = unknown> = { readonly type: Type } & Fields;
type OfSession<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly session: number;
} & Fields;
type FromTo = { readonly from: number; readonly to: number };

/** What an event says, without the envelope that all events share (scenario.md "events", rulings 8). */
export type EventBody =
  | OfSession<
      'session.created',
      {
        readonly channel: number;
        readonly status: SessionStatus;
        readonly botActive: boolean;
        readonly customer: Customer;
        readonly queuePosition: number;
        readonly foundAgents: boolean;
      }
    >
  | OfSession<'session.statusChanged', { readonly from: SessionStatus; readonly to: SessionStatus }>
  | OfSession<'session.botDeactivated', { readonly reason: 'reset' | 'pickUp' }>
  | OfSession<'session.assigned', { readonly agent: number }>
  | OfSession<'session.unassigned', { readonly agent: number }>
  | OfSession<'session.updated', { readonly form?: FormName; readonly fields: SessionFields }>
  | OfSession<'session.rated', { readonly rating: number }>
  | OfSession<'session.purged'>
  | OfSession<
      'message.saved',
      {
        readonly message: number;
        readonly messageType: MessageType;
        readonly text: string;
        readonly author: string;
        readonly specialType: number;
        readonly specialParam: string;
        readonly whenPosted: string;
        readonly agent?: number;
        /** The message whose option was clicked, or question answered. */
        readonly answers?: number;
      }
    >
  | OfSession<
      'message.blocked',
      {
        readonly text: string;
        readonly messageType: MessageType;
        readonly author: string;
        readonly specialType: number;
        readonly agent?: number;
        readonly trigger: number;
        readonly reason?: CodedText;
      }
    >
  | OfSession<'message.shown', { readonly message: number }>
  | OfSession<'typing.changed', { readonly who: 'customer' | 'user'; readonly typing: boolean }>
  | OfSession<'customer.disconnected'>
  | OfSession<'customer.reconnected'>
  | OfSession<'customer.returned'>
  | OfSession<'listener.joined', { readonly agent: number }>
  | OfSession<'listener.left', { readonly agent: number }>
  | OfSession<'contact.linked', { readonly contact: number; readonly agent: number }>
  | OfSession<'transcript.made', { readonly email: string; readonly text: string }>
  | OfSession<
      'request.created',
      {
        readonly request: number;
        readonly title: string;
        readonly category: string;
        readonly priority: string;
        readonly origin: number;
        readonly text: string;
        readonly agent?: number;
      }
    >
  | OfSession<'transfer.requested', FromTo>
  | OfSession<'transfer.accepted', FromTo>
  | OfSession<'transfer.rejected', FromTo>
  | OfSession<'transfer.cancelled', FromTo>
  | OfSession<
      'warning.raised',
      {
        readonly kind: 'newChat' | 'newMessage';
        readonly level: 'agent' | 'manager';
        readonly agents: readonly number[];
      }
    >
  | Of<
      'script.started',
      {
        readonly script: number;
        readonly name: string;
        readonly role: ScriptRole;
        readonly eventType?: TriggerEvent;
        readonly session?: number;
      }
    >
  | Of<
      'script.printed',
      {
        readonly text: string;
        readonly channel: 'print' | 'log' | 'debug';
        readonly session?: number;
      }
    >
  | Of<'script.finished', RunCost & { readonly script: number; readonly session?: number }>
  | Of<'script.failed', ScriptFailure & RunCost & { readonly script: number; readonly session?: number }>
  | Of<
      'http.called',
      {
        readonly method: string;
        readonly url: string;
        readonly status?: number;
        readonly failure?: CodedText;
        readonly answeredBy: 'mock' | 'recorded' | 'nobody';
        /** The body that went out, as far as it is kept; absent when there was none. */
        readonly sent?: string;
        readonly mock?: number;
        /** The mock held the call, and somebody released it. */
        readonly released?: true;
        readonly body?: string;
        /** Milliseconds that a recorded answer seemed to take. */
        readonly delay?: number;
        /** The recorded answer came from the real service, for this very step. It is on no line of an event, and in no hash. */
        readonly live?: true;
        readonly session?: number;
      }
    >
  | Of<'hint.raised', { readonly hint: CodedText; readonly session?: number }>
  | Of<
      'webhook.queued',
      {
        readonly webhook: number;
        readonly name: string;
        readonly eventName: string;
        readonly eventId: string;
        readonly payload: string;
        readonly signature?: string;
        /** Of the first attempt at an address; a retry only counts `X-SuperOffice-Retry` up. */
        readonly headers?: Readonly<Record<string, string>>;
        readonly session?: number;
        readonly message?: number;
        /** Somebody had it sent again: `payload` and `eventId` are those of the first time. */
        readonly resent?: true;
      }
    >
  /** The target takes its time: `webhook.attempted` comes after the delay. */
  | Of<'webhook.called', WebhookCall & { readonly delay: number }>
  | Of<
      'webhook.attempted',
      WebhookCall & {
        readonly result: WebhookResult;
        /** How the network failed, where the result is `error`. */
        readonly failure?: CodedText;
        /** Milliseconds since `webhook.called`. */
        readonly delay?: number;
      }
    >
  | Of<
      'webhook.stateChanged',
      { readonly webhook: number; readonly from: WebhookState; readonly to: WebhookState }
    >
  | Of<'bot.registered', BotRegistration>
  | Of<'bot.unregistered', BotRegistration>
  | Of<'channel.saved', { readonly channel: Channel }>
  | Of<'channel.deleted', { readonly channel: number }>
  | Of<'folder.saved', { readonly folder: Folder }>
  | Of<'folder.deleted', { readonly folder: number }>
  | Of<'script.saved', { readonly folder: number; readonly script: Script }>
  | Of<'script.deleted', { readonly script: number }>
  | Of<'trigger.saved', { readonly trigger: Trigger }>
  | Of<'trigger.deleted', { readonly trigger: number }>
  | Of<'webhook.saved', { readonly webhook: Webhook }>
  | Of<'webhook.deleted', { readonly webhook: number }>
  | Of<'agent.saved', { readonly agent: Agent }>
  | Of<'agent.deleted', { readonly agent: number }>
  | Of<'faqEntry.saved', { readonly faqEntry: FaqEntry }>
  | Of<'faqEntry.deleted', { readonly faqEntry: number }>
  | Of<'faqFolder.saved', { readonly faqFolder: FaqFolder }>
  | Of<'faqFolder.deleted', { readonly faqFolder: number }>
  | Of<'mock.saved', { readonly mock: Mock }>
  | Of<'mock.deleted', { readonly mock: number }>
  | Of<'mock.moved', { readonly mock: number; readonly before: number }>
  | Of<'contact.saved', { readonly contact: Contact }>
  | Of<'contact.deleted', { readonly contact: number }>
  | Of<'quickReply.saved', { readonly quickReply: QuickReply }>
  | Of<'quickReply.deleted', { readonly quickReply: number }>
  | Of<'fileTypes.set', { readonly fileTypes: readonly string[] }>
  | Of<'table.saved', { readonly table: string; readonly rows: readonly Row[] }>
  | Of<'table.deleted', { readonly table: string }>
  | Of<
      'table.changed',
      {
        readonly table: string;
        readonly id: number;
        readonly row: Row | null;
        /** Which row of the table, counted from 0, where its id does not tell. */
        readonly place?: number;
      }
    >
  | Of<'options.set', { readonly options: Partial<Options> }>
  | Of<
      'variable.set',
      { readonly scope: 'global' | 'session'; readonly name: string; readonly value: string }
    >
  | Of<'presence.changed', { readonly agent: number; readonly present: boolean }>
  /** The clock jumps: timers that are set from here on wait until it stands at `until`. */
  | Of<'timers.held', { readonly until: string }>
  | Of<'clock.advanced', { readonly to: string }>;

/** A call of a webhook's target: the event that it gets, and which attempt it is. */
type WebhookCall = {
  readonly webhook: number;
  readonly eventId: string;
  readonly attempt: number;
  readonly session?: number;
};

export type BotRegistration = {
  readonly channel: number;
  readonly folder: string;
  readonly scripts: BotScripts;
};

/** Which script did it, and on which of its lines. */
export type CallSite = { readonly script: number; readonly line: number };

/** What every event says besides its own fields. */
export type Envelope = {
  /** 1, 2, 3 … over the world. */
  readonly seq: number;
  /** ISO instant of the virtual clock. */
  readonly at: string;
  /** Index of the input, from 1. */
  readonly step: number;
  /** `seq` of the event that this one follows from; 0 for the input itself. */
  readonly cause: number;
  /** 0 for what the input did, one deeper in each script. */
  readonly depth: number;
  readonly by?: CallSite;
  /** The number in chat-domain.md that made it so: `T14`, `S7`, `Q22`. */
  readonly rule?: string;
};

/** A fact about the world: never edited once recorded. */
export type RecordedEvent = EventBody & Envelope;
export type EventName = EventBody['type'];
/** The recorded event of one type. */
export type EventOf<T extends EventName> = Extract<EventBody, { readonly type: T }> & Envelope;
