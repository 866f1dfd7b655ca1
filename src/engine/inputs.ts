import type {
  AgentFile,
  ChannelFile,
  ContactFile,
  DeepPartial,
  FaqEntryFile,
  FaqFolderFile,
  FolderFile,
  MockFile,
  Options,
  QuickReplyFile,
  Row,
  ScriptFile,
  TriggerFile,
  WebhookFile,
} from './definition.ts';

/** Who a customer says to be. `identified` customers are logged in and skip the pre-chat form. */
export type Customer = {
  readonly alias: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly country: string;
  readonly identified: boolean;
};

export type FormName = 'preChat' | 'offline' | 'postChat';

/** What was typed into a form. */
export type FormFields = {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly company?: string | undefined;
  readonly country?: string | undefined;
  readonly question?: string | undefined;
};

type OfCustomer<Name extends string, Fields = unknown> = {
  readonly type: `customer.${Name}`;
  readonly session: number;
} & Fields;
type OfAgent<Name extends string, Fields = unknown> = {
  readonly type: `agent.${Name}`;
  readonly agent: number;
  readonly session: number;
} & Fields;
type OfAdmin<Name extends string, Fields> = { readonly type: `admin.${Name}` } & Fields;
type File = {
  readonly name: string;
  readonly mediaType?: string | undefined;
  readonly size?: number | undefined;
};

/** Everything that can happen to a world from outside (scenario.md "inputs", rulings 24 and 26). */
export type Input =
  | {
      readonly type: 'customer.connects';
      readonly channel: number;
      readonly customer?: { readonly [K in keyof Customer]?: Customer[K] | undefined } | undefined;
    }
  | OfCustomer<
      'submitsForm',
      {
        readonly form: FormName;
        readonly fields?: FormFields | undefined;
        readonly consent?: boolean | undefined;
        readonly rating?: number | undefined;
        readonly transcript?: boolean | undefined;
      }
    >
  | OfCustomer<'dismissesForm', { readonly form: FormName }>
  | OfCustomer<'writes', { readonly text: string }>
  | OfCustomer<'clicksOption', { readonly message: number; readonly option: string }>
  | OfCustomer<'answersFaq', { readonly helpful: boolean }>
  | OfCustomer<'types', { readonly typing: boolean }>
  | OfCustomer<'takesOfflineForm'>
  | OfCustomer<'leaves'>
  | OfCustomer<'disconnects'>
  | OfCustomer<'reconnects'>
  | OfCustomer<'returns'>
  | OfCustomer<'sendsFile', File>
  | { readonly type: 'agent.setsPresence'; readonly agent: number; readonly present: boolean }
  | { readonly type: 'agent.picksUpNext'; readonly agent: number }
  | OfAgent<'picksUp'>
  | OfAgent<'writes', { readonly text: string }>
  | OfAgent<'types', { readonly typing: boolean }>
  | OfAgent<'transfers', { readonly to: number }>
  | OfAgent<'cancelsTransfer'>
  | OfAgent<'acceptsTransfer'>
  | OfAgent<'rejectsTransfer'>
  | OfAgent<'takesOver'>
  | OfAgent<'createsRequest', { readonly title: string }>
  | OfAgent<'ends'>
  | OfAgent<'listens'>
  | OfAgent<'stopsListening'>
  | OfAgent<'linksContact', { readonly contact: number }>
  | OfAgent<'sendsFile', File>
  | OfAdmin<'savesChannel', { readonly channel: ChannelFile }>
  | OfAdmin<'deletesChannel', { readonly channel: number }>
  | OfAdmin<'savesFolder', { readonly folder: FolderFile }>
  | OfAdmin<'deletesFolder', { readonly folder: number }>
  | OfAdmin<'savesScript', { readonly folder: number | string; readonly script: ScriptFile }>
  | OfAdmin<'deletesScript', { readonly script: number }>
  | OfAdmin<
      'runsScript',
      {
        readonly script: number;
        /** What EventData answers, as if an event had called the script; empty when left out. */
        readonly inputValues?: Readonly<Record<string, string>> | undefined;
      }
    >
  | OfAdmin<'savesTrigger', { readonly trigger: TriggerFile }>
  | OfAdmin<'deletesTrigger', { readonly trigger: number }>
  | OfAdmin<
      'savesWebhook',
      {
        readonly webhook: WebhookFile;
        /** Without the test that a save sends first: what was there before comes back as it was. */
        readonly untested?: true | undefined;
      }
    >
  | OfAdmin<'deletesWebhook', { readonly webhook: number }>
  | OfAdmin<'savesAgent', { readonly agent: AgentFile }>
  | OfAdmin<'deletesAgent', { readonly agent: number }>
  | OfAdmin<'savesFaqEntry', { readonly faqEntry: FaqEntryFile }>
  | OfAdmin<'deletesFaqEntry', { readonly faqEntry: number }>
  | OfAdmin<'savesFaqFolder', { readonly faqFolder: FaqFolderFile }>
  | OfAdmin<'deletesFaqFolder', { readonly faqFolder: number }>
  | OfAdmin<'savesMock', { readonly mock: MockFile }>
  | OfAdmin<'deletesMock', { readonly mock: number }>
  /** Puts a mock before another one; last, where `before` is 0 or left out. */
  | OfAdmin<'movesMock', { readonly mock: number; readonly before?: number | undefined }>
  | OfAdmin<'savesContact', { readonly contact: ContactFile }>
  | OfAdmin<'deletesContact', { readonly contact: number }>
  | OfAdmin<'savesQuickReply', { readonly quickReply: QuickReplyFile }>
  | OfAdmin<'deletesQuickReply', { readonly quickReply: number }>
  | OfAdmin<'setsFileTypes', { readonly fileTypes: readonly string[] }>
  | OfAdmin<'registersBot', { readonly channel: number }>
  | OfAdmin<'resendsWebhook', { readonly webhook: number; readonly eventId: string }>
  | OfAdmin<'resetsWebhook', { readonly webhook: number }>
  | OfAdmin<'savesTable', { readonly table: string; readonly rows: readonly Row[] }>
  | OfAdmin<'deletesTable', { readonly table: string }>
  | OfAdmin<'setsOptions', { readonly options: DeepPartial<Options> }>
  | OfAdmin<'purges', { readonly session?: number | undefined }>
  | {
      readonly type: 'clock.advances';
      /** In milliseconds. */
      readonly by: number;
      /** `all`: each timer on the way at its own time; `once`: only those that are set now, and what they set waits. */
      readonly timers?: 'all' | 'once' | undefined;
    };

export type InputType = Input['type'];
/** The input of one type. */
export type InputOf<T extends InputType> = Extract<Input, { readonly type: T }>;
