import type { ChannelSettings, MemberRights } from './channel-settings.ts';
import type { TriggerEvent, WebhookState } from './numbers.ts';

/*
 * What exists before the first step: the `world` of a scenario file (scenario.md), with every default
 * filled in. What a file may leave out is `Partial` in the types that end in `File`; `defaults.ts`
 * turns one into the other.
 */

export type Agent = {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly present: boolean;
  readonly email: string;
};

export type OpeningHours = ChannelSettings['properties']['openingHours'];
export type Weekday = keyof OpeningHours['days'];
export type Hours = OpeningHours['lunch'];
export type RequiredField = ChannelSettings['preChatForm']['required'][number];

/** A membership of a channel (chat_topic_user). */
export type Member = { readonly agent: number } & MemberRights;

/** A chat channel with every setting of its admin screen, grouped by tab: `channel-settings.ts`. */
export type Channel = {
  readonly id: number;
  readonly name: string;
  readonly members: readonly Member[];
} & ChannelSettings;

export type ScriptLanguage = 'crmscript' | 'javascript';

export type Script = {
  readonly id: number;
  readonly name: string;
  readonly includeName: string;
  readonly language: ScriptLanguage;
  readonly source: string;
};

/** A script folder; with a register script in it, it is a bot (chat-domain §4.2). */
export type Folder = { readonly id: number; readonly name: string; readonly scripts: readonly Script[] };

export type Trigger = {
  readonly id: number;
  readonly event: TriggerEvent;
  readonly script: number;
  readonly enabled: boolean;
};

/** What a webhook's target answers: a status, or nothing in time; after a while, where that is said too; or no connection. */
export type WebhookResponse =
  | number
  | 'timeout'
  | {
      /** 200 where it is left out. */
      readonly status?: number | 'timeout' | undefined;
      /** Milliseconds of the world's clock from the call to what comes of it. */
      readonly delay?: number | undefined;
      /** A network failure with this text, instead of a status. */
      readonly error?: string | undefined;
    };

/** What came of a call: a status, nothing in time, or a network that failed. */
export type WebhookResult = number | 'timeout' | 'error';

export type Webhook = {
  readonly id: number;
  readonly name: string;
  readonly type: 'webhook' | 'crmscript';
  /** The target: an address, or for type crmscript the include name or id of a script. */
  readonly url: string;
  readonly events: readonly string[];
  readonly state: WebhookState;
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, Json>>;
  readonly responses: readonly WebhookResponse[];
};

export type FaqFolder = { readonly id: number; readonly parent: number; readonly name: string };
export type FaqEntry = {
  readonly id: number;
  readonly folder: number;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly keywords: string;
  readonly access: 1 | 2 | 3 | 4;
  readonly status: 'unpublished' | 'published' | 'expired';
};

/**
 * What goes wrong with an answer: none within the time that the script allows, no connection at all, or a body that breaks
 * off in its middle.
 */
export type Fault = 'timeout' | 'connection' | 'malformed';

export type MockResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds that the answer seems to take. */
  readonly delay: number;
  /** A network failure with this text, instead of an answer. */
  readonly error: string;
  readonly fault?: Fault | undefined;
};

/**
 * How the body of a request is compared: as a text with `*`, where nothing is said; as JSON that holds what the pattern
 * holds; with a regular expression.
 */
export type BodyMatch = 'json' | 'pattern';

/** What has to be asked for. Fields that came later are absent where they say nothing, so that older logs read the same. */
export type MockRequest = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly bodyMatch?: BodyMatch | undefined;
  /** Headers that have to be there, by name in any letter case; `*` in a value is any run of characters. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** A mock that answers only while something named stands in a state, and may move it to another. It begins in `start`. */
export type MockState = {
  readonly name: string;
  /** The state in which it answers; in any where it is left out. */
  readonly is?: string | undefined;
  /** The state after it answered; the same where it is left out. */
  readonly becomes?: string | undefined;
};

export type Mock = {
  readonly id: number;
  readonly name?: string | undefined;
  readonly request: MockRequest;
  readonly responses: readonly MockResponse[];
  /** What comes after the last response: the first again, or nobody; the last one repeats where nothing is said. */
  readonly after?: 'cycle' | 'nobody' | undefined;
  readonly state?: MockState | undefined;
  /** Its calls wait until somebody releases them by hand. */
  readonly hold?: true | undefined;
};

export type Contact = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
};

export type QuickReply = {
  readonly id: number;
  readonly agent: number;
  readonly name: string;
  readonly text: string;
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Row = { readonly [column: string]: Json };

/** The switches of chat-domain §13 and crmscript §21 (rulings 27). */
export type Options = {
  readonly botInQueue: 'listed' | 'hidden';
  readonly strictDiagram: boolean;
  readonly botSeesFinished: boolean;
  readonly repeatForms: boolean;
  readonly clickAsText: boolean;
  /** Seconds after which a vanished customer's session is closed; 0 is never. */
  readonly idleSeconds: number;
  readonly parseJsonEmptyArrayBug: boolean;
  readonly nullIntegerText: string;
  /** What a step may cost; what is over the engine's own limit is taken down to that (rulings 45). */
  readonly statementBudget: number;
  /** Whether what SuperOffice Online does not let a script do is an error, not a hint (rulings 40). */
  readonly onlineLimits: boolean;
};

/** The world of a scenario file with all defaults filled in. */
export type WorldDefinition = {
  /** ISO instant at which the virtual clock stands before the first step. */
  readonly startsAt: string;
  readonly timeZone: string;
  readonly seed: number;
  readonly agents: readonly Agent[];
  readonly channels: readonly Channel[];
  readonly folders: readonly Folder[];
  readonly triggers: readonly Trigger[];
  readonly webhooks: readonly Webhook[];
  readonly faq: { readonly folders: readonly FaqFolder[]; readonly entries: readonly FaqEntry[] };
  readonly mocks: readonly Mock[];
  readonly contacts: readonly Contact[];
  readonly quickReplies: readonly QuickReply[];
  /** Endings of files that customers and agents may send, without the dot. */
  readonly fileTypes: readonly string[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly options: Options;
};

/** As `T`, but anything may be left out, at any depth. Lists are given whole or not at all. */
export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly U[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

type Named<T extends { readonly id: number; readonly name: string }> = DeepPartial<Omit<T, 'id' | 'name'>> & {
  readonly id: number;
  readonly name: string;
};
type Identified<T extends { readonly id: number }, K extends keyof T> = DeepPartial<Omit<T, 'id' | K>> & {
  readonly id: number;
} & Pick<T, K>;

/* What a file, or an admin input, has to give of each thing (rulings 25, 26). */
export type AgentFile = Named<Agent>;
export type MemberFile = { readonly agent: number } & Partial<{
  readonly [K in Exclude<keyof Member, 'agent'>]: Member[K] | undefined;
}>;
export type ChannelFile = DeepPartial<Omit<Channel, 'id' | 'name' | 'members'>> & {
  readonly id: number;
  readonly name: string;
  readonly members?: readonly MemberFile[] | undefined;
};
export type ScriptFile = Named<Script>;
export type FolderFile = {
  readonly id?: number | undefined;
  readonly name: string;
  readonly scripts?: readonly ScriptFile[] | undefined;
};
export type TriggerFile = Identified<Trigger, 'event' | 'script'>;
export type WebhookFile = Named<Webhook>;
export type FaqFolderFile = Named<FaqFolder>;
export type FaqEntryFile = DeepPartial<Omit<FaqEntry, 'id'>> & { readonly id: number };
export type MockFile = {
  readonly id?: number | undefined;
  readonly name?: string | undefined;
  readonly request: {
    readonly method?: string | undefined;
    readonly url: string;
    readonly body?: string | undefined;
    readonly bodyMatch?: BodyMatch | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  };
  readonly responses?: readonly DeepPartial<MockResponse>[] | undefined;
  readonly after?: Mock['after'];
  readonly state?: MockState | undefined;
  readonly hold?: true | undefined;
};
export type ContactFile = Named<Contact>;
export type QuickReplyFile = Named<QuickReply>;

/** How somebody behaves. Times are in seconds of the clock of the world. */
export type TraitsFile = {
  /** Words a minute that it types. */
  readonly speed: number;
  /** How many words in a hundred it mistypes. */
  readonly typos: number;
  /** It sends each sentence as a message of its own. */
  readonly piecemeal: boolean;
  /** How long it waits for an answer until it asks again, and in the queue until it goes. */
  readonly patience: number;
  /** How often it asks again before it goes. */
  readonly reminders: number;
  /** It closes its window and says nothing when it goes. */
  readonly silent: boolean;
  /** It writes in capitals, and with more signs than are needed. */
  readonly angry: boolean;
  /** How many in a hundred write once more when the chat was ended. */
  readonly returns: number;
  /** The stars that it gives, and none for 0. */
  readonly rating: number;
};

/** Whom a puppet can play (`course/crowd`): a part of the setting of which the engine makes nothing. */
export type PersonaFile = {
  readonly id: number;
  readonly name: string;
  readonly traits: TraitsFile;
  readonly lines: readonly string[];
};

/** The `world` of a scenario file as it is written. */
export type WorldFile = {
  readonly startsAt: string;
  readonly timeZone?: string | undefined;
  readonly seed?: number | undefined;
  readonly agents?: readonly AgentFile[] | undefined;
  readonly channels?: readonly ChannelFile[] | undefined;
  readonly folders?: readonly FolderFile[] | undefined;
  readonly triggers?: readonly TriggerFile[] | undefined;
  readonly webhooks?: readonly WebhookFile[] | undefined;
  readonly faq?:
    | {
        readonly folders?: readonly FaqFolderFile[] | undefined;
        readonly entries?: readonly FaqEntryFile[] | undefined;
      }
    | undefined;
  readonly mocks?: readonly MockFile[] | undefined;
  readonly contacts?: readonly ContactFile[] | undefined;
  readonly quickReplies?: readonly QuickReplyFile[] | undefined;
  readonly personas?: readonly PersonaFile[] | undefined;
  readonly fileTypes?: readonly string[] | undefined;
  readonly tables?: Readonly<Record<string, readonly Row[]>> | undefined;
  readonly options?: DeepPartial<Options> | undefined;
};
