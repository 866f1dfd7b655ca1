/*
 * What a script in JavaScript or TypeScript finds here: SuperOffice's dialect as far as it is known, and a few functions
 * of ours. The editor, `npm run cli -- check` and the globals of a run go by this file; a test holds the three equal.
 *
 * Tags: `@notOffline` is known in SuperOffice and rejects here with NotAvailableOffline; `@ours` is not in SuperOffice's
 * dialect; `@inferred` follows from the product's web services, no page says so. See docs/javascript.md.
 */

/** What the event that runs this script has to say, what the script answers, and whose run it is. */
declare const context: Context;

/** SuperOffice's web services, an agent for each. */
declare const soApi: SoApi;

interface Context {
  readonly eventData: ContextEventData;
  readonly result: ContextResult;
  readonly variables: ContextVariables;
  /** Shared between a script and what it includes. */
  readonly classes: Record<string, any>;
  /** Shared between a script and what it includes. */
  readonly vars: Record<string, any>;
  /** Shared between a script and what it includes. */
  readonly funcs: Record<string, any>;
}

interface ContextEventData {
  /** The number of the event of a trigger: 400 new session, 401 status changed, 402 before and 403 after a message is saved. 0 else. */
  readonly type: number;
  /** What the event gives, by name. All values are texts. */
  readonly inputValues: InputValues;
  /** What is about to be saved is changed by these: trigger 402 may change the text, special type, parameter and author of a message. */
  readonly outputValues: Record<string, string>;
  /** Kept from one script of the event to the next. */
  readonly stateValues: Record<string, string>;
  /** True holds back what is about to happen: trigger 402 blocks a message with it. */
  blockExecution: boolean;
  /** The message that the product shows in a dialog. */
  message: string;
  /** Where the product goes when the script has ended. */
  navigateTo: string;
  /** A dialog for the product to show. Nothing opens here; it is reported. */
  showDialog: any;
  /** What went wrong before this script, where something did. */
  exception: string;
  /** The fields of the request that runs this script. */
  readonly cgiVariables: Record<string, string>;
  /** The body of the request that runs this script. */
  readonly cgiContent: string;
  /** The headers of the request that runs this script. */
  readonly headers: Record<string, string>;
  /** Whether the product was asked to trace the run. */
  traceExecution: boolean;
}

/** The names that the chat's events give (docs/spec/chat-domain.md §5). What an event does not give is undefined. */
interface InputValues {
  /** Register script: `register` or `unregister`. */
  readonly action: string;
  /** Register script: the number of the channel. */
  readonly topicid: string;
  /** The number of the session. */
  readonly 'chatSession.id': string;
  /** The number of the session's channel. */
  readonly 'chatSession.topicId': string;
  /** The status of the session, a number: `4` is InQueue. */
  readonly 'chatSession.status': string;
  /** New session: the name that the customer is shown by. */
  readonly 'chatSession.customerAlias': string;
  /** New session: the key of the customer's client. */
  readonly 'chatSession.sessionKey': string;
  /** New session: the host that the customer comes from. */
  readonly 'chatSession.customerHost': string;
  /** Session created script: `1` while the bot is active. */
  readonly 'chatSession.chatbot_isactive': string;
  /** `1` while the bot is active. */
  readonly 'chatSession.botActive': string;
  /** The number of the agent who has the session, `-1` for nobody. */
  readonly 'chatSession.userId': string;
  /** The number of the contact, `0` for none. */
  readonly 'chatSession.customerId': string;
  readonly 'chatSession.customerName': string;
  readonly 'chatSession.customerEmail': string;
  readonly 'chatSession.companyName': string;
  readonly 'chatSession.customerPhone': string;
  readonly 'chatSession.contactId': string;
  readonly 'chatSession.projectId': string;
  readonly 'chatSession.saleId': string;
  /** The number of the request that was made from the session, `0` for none. */
  readonly 'chatSession.ticketId': string;
  /** Message received script: the number of the session. */
  readonly 'chatMessage.sessionId': string;
  /** The number of the message; none before it is saved. */
  readonly 'chatMessage.id': string;
  /** The text of the message. */
  readonly 'chatMessage.message': string;
  /** `1` ToCustomer, `2` ToUser, `3` Special. */
  readonly 'chatMessage.type': string;
  /** The number of the special type: `0` None, `15` ClickedOption. */
  readonly 'chatMessage.specialType': string;
  readonly 'chatMessage.specialParam': string;
  readonly 'chatMessage.author': string;
  /** The number of the channel. */
  readonly 'chatTopic.id': string;
  readonly 'chatTopic.name': string;
  /** The name of the channel's bot. */
  readonly 'chatTopic.botName': string;
  /** Session changed script: the status before, a number. */
  readonly 'status.old': string;
  /** Session changed script: the status now, a number. */
  readonly 'status.new': string;
  /** Session created script: how many agents could take the session; `0` where the channel has a bot. */
  readonly foundAgents: string;
  readonly [name: string]: string;
}

interface ContextResult {
  /** What the script answers: what `print` is in CRMScript. */
  body: string;
  /** The HTTP status of the answer. 200 unless it is set. */
  status: number;
}

interface ContextVariables {
  /** As whom the script acts. */
  readonly activeUser: number;
  /** True when the script is run by hand. */
  readonly developmentMode: boolean;
  /** The include name of the script. */
  readonly includeId: string;
}

/** To whom a message goes: `ToUser` is what a customer writes. */
type ChatMessageType = 'Invalid' | 'ToCustomer' | 'ToUser' | 'Special';

/** What kind of message it is. `Options` shows buttons, `BotMessage` is a bot's plain text. */
type ChatMessageSpecialType =
  | 'None'
  | 'Welcome'
  | 'Url'
  | 'Block'
  | 'NewSession'
  | 'TransferedSession'
  | 'Error'
  | 'SessionDeleted'
  | 'FaqSuccessQuestion'
  | 'ClosedByUser'
  | 'ClosedByCustomer'
  | 'ClosedByIdle'
  | 'TransferRejected'
  | 'ReopenedByCustomer'
  | 'ClickedOption'
  | 'BotMessage'
  | 'Options'
  | 'IllegalFileType';

/** The status of a session. `Finished` ends the chat. */
type ChatSessionStatus =
  | 'Invalid'
  | 'PreChatForm'
  | 'Faq'
  | 'OfflineForm'
  | 'InQueue'
  | 'CustomerLast'
  | 'UserLast'
  | 'Finished'
  | 'Deleted'
  | 'Closed'
  | 'RequestPosted'
  | 'ClosedFromQueue';

/** A message to be added. Text, and what it is. */
interface NewChatMessage {
  /** The text, in which b, i, u, lists and links are allowed. */
  message?: string;
  /** `ToCustomer` unless it is set. */
  type?: ChatMessageType;
  /** The name above the bubble. */
  author?: string;
  /** `None` unless it is set. */
  specialType?: ChatMessageSpecialType;
  /** What the special type wants: for `Options` a JSON array of texts, for `BotMessage` nothing or `showAt=…`. */
  specialParam?: string;
  /** When it shows, and where it stands among the others; now unless it is set. */
  whenPosted?: Date | string;
  chatMessageId?: number;
  chatSessionId?: number;
  readByCustomer?: number;
}

/** A message of a session. */
interface ChatMessage extends NewChatMessage {
  chatMessageId: number;
  chatSessionId: number;
  type: ChatMessageType;
  message: string;
  author: string;
  readByCustomer: number;
  specialType: ChatMessageSpecialType;
  specialParam: string;
  whenPosted: Date;
}

/** A user of SuperOffice. Empty fields where there is none. */
interface Associate {
  associateId?: number;
  ejUserId?: number;
  name?: string;
  fullName?: string;
  formalName?: string;
  userName?: string;
}

/** A session: a copy, which saveChatSessionEntityAsync saves. */
interface ChatSessionEntity {
  chatSessionId: number;
  /** The number of the channel. */
  topicId: number;
  /** Changed and saved, it changes the session's status. @inferred */
  status: ChatSessionStatus;
  /** Whether the bot hears of the session. */
  chatbotIsActive: boolean;
  /** Who has the session. */
  user: Associate;
  /** To whom it is offered. */
  transferTo: Associate;
  person: { personId: number };
  ticket: { ticketId: number };
  customerAlias: string;
  customerName: string;
  customerEmail: string;
  customerPhone: string;
  customerCompanyName: string;
  customerHost: string;
  customerConsented: boolean;
  firstMessage: string;
  lastMessage: string;
  initialQueuePos: number;
  alertLevel: number;
  rank: number;
  /** 1 the customer types, 2 the agent or bot types, 3 both. */
  flags: number;
  whenRequested: Date | null;
  whenStarted: Date | null;
  whenEnded: Date | null;
  whenIdle: Date | null;
  whenFetched: Date | null;
}

/** A channel: a copy, which saveChatTopicEntityAsync saves. */
interface ChatTopicEntity {
  chatTopicId: number;
  name: string;
  description: string;
  badgeHeader: string;
  welcomeMessage: string;
  customQueueText: string;
  customQueueTextEnabled: boolean;
  collectConsent: boolean;
  ticketEnabled: boolean;
  openingHoursEnabled: boolean;
  openingHours: ChatOpeningHours;
  warnNewChatMinutes: number;
  warnManagerNewChatMinutes: number;
  secondsPrAccept: number;
  botEnabled: boolean;
  botSettings: ChatBotSettings;
  widget: ChatWidgetSettings;
}

/** The bot of a channel. */
interface ChatBotSettings {
  botName: string;
  botRegisterScriptId: number;
  botSessionCreatedScriptId: number;
  botSessionChangedScriptId: number;
  botMessageReceivedScriptId: number;
}

/** When a channel is open; times are texts such as `08:00:00`. @inferred */
interface ChatOpeningHours {
  monEnabled: boolean;
  monStart: string;
  monStop: string;
  tueEnabled: boolean;
  tueStart: string;
  tueStop: string;
  wedEnabled: boolean;
  wedStart: string;
  wedStop: string;
  thuEnabled: boolean;
  thuStart: string;
  thuStop: string;
  friEnabled: boolean;
  friStart: string;
  friStop: string;
  satEnabled: boolean;
  satStart: string;
  satStop: string;
  sunEnabled: boolean;
  sunStart: string;
  sunStop: string;
}

/** How a channel's widget looks and what it asks. */
interface ChatWidgetSettings {
  languageIsoCode: string;
  theme: 'Classic' | 'Modern';
  size: 'Normal' | 'Large';
  color: string;
  font: string;
  logoName: string;
  logoEnabled: boolean;
  showAgentPhoto: boolean;
  welcomeTitle: string;
  welcomeMessage: string;
  offlineHeader: string;
  offlineMessage: string;
  /** Bits: 1 e-mail, 2 name, 4 company, 8 phone, 16 country. */
  offlineFields: number;
  preFormEnabled: boolean;
  preFormMessage: string;
  /** Bits: 1 e-mail, 2 name, 4 company, 8 phone, 16 country. */
  requiredFields: number;
  autoFaqEnabled: boolean;
  postFormEnabled: boolean;
  postFormHeader: string;
  postFormMessage: string;
  postTranscriptEnabled: boolean;
}

/** A member of a channel, and what they may do. */
interface ChatTopicAgent {
  topicId: number;
  user: Associate;
  canRespond: boolean;
  canNotify: boolean;
  canListen: boolean;
  canManage: boolean;
}

/** Whether a user is present, and how many chats they have. */
interface ChatPresence {
  userId: number;
  displayName: string;
  present: boolean;
  ongoingChats: number;
  /** The numbers of the channels of which they are a member. */
  chatTopics: number[];
}

/** A line of a list. */
interface MDOListItem {
  id: number;
  name: string;
  toolTip: string;
}

/** The chat. What is not possible now gives null, or does nothing. */
interface ChatAgent {
  /** A session; null for a number that is none. */
  getChatSessionEntityAsync(chatSessionEntityId: number): Promise<ChatSessionEntity>;
  /** Saves a changed status, and what is known about the customer; returns the session afterwards. */
  saveChatSessionEntityAsync(chatSessionEntity: ChatSessionEntity): Promise<ChatSessionEntity>;
  /** A session with the product's defaults, not saved. */
  createDefaultChatSessionEntityAsync(): Promise<ChatSessionEntity>;
  /** Begins a session in a channel. */
  createChatSessionForTopicAsync(chatTopicId: number): Promise<ChatSessionEntity>;
  /** Sets the status `Deleted`. */
  deleteChatSessionEntityAsync(chatSessionEntity: number): Promise<void>;
  /** The sessions that the user has. */
  chatSessionsForUserAsync(): Promise<ChatSessionEntity[]>;
  /** Takes a waiting session for the user. */
  pickUpChatSessionAsync(chatSessionId: number): Promise<ChatSessionEntity>;
  /** Takes the session that waits longest. */
  pickUpFirstChatSessionAsync(): Promise<ChatSessionEntity>;
  /** Asks a colleague, by user name, to take a session over. */
  transferChatSessionAsync(chatSessionId: number, toAssociate: string): Promise<ChatSessionEntity>;
  /** Takes over a session that was offered. */
  acceptChatSessionTransferAsync(chatSessionId: number): Promise<ChatSessionEntity>;
  /** Does not take over a session that was offered. */
  rejectChatSessionTransferAsync(chatSessionId: number): Promise<ChatSessionEntity>;
  /** Hands over to people: turns the bot off and starts the session over, in the queue, a form or the FAQ, as its channel says. */
  resetChatSessionAsync(chatSessionId: number): Promise<ChatSessionEntity>;
  /** Puts a message into a session and returns it. A bot's message makes the status UserLast. */
  addChatMessageAsync(chatSessionId: number, message: NewChatMessage): Promise<ChatMessage>;
  /** The messages of a session whose number is higher than `after`; 0 gives all. */
  getChatMessagesAsync(chatSessionId: number, after: number): Promise<ChatMessage[]>;
  /** The whole conversation as one text, plain or as HTML. */
  getChatTranscriptAsync(chatSessionId: number, html: boolean): Promise<string>;
  /** A channel; null for a number that is none. */
  getChatTopicEntityAsync(chatTopicEntityId: number): Promise<ChatTopicEntity>;
  /** The channels of which the user is a member. */
  chatTopicsForUserAsync(): Promise<ChatTopicEntity[]>;
  /** A new channel with the product's defaults, not saved. */
  createDefaultChatTopicEntityAsync(): Promise<ChatTopicEntity>;
  /** A new member with the product's defaults, not saved. */
  createDefaultChatTopicAgentAsync(): Promise<ChatTopicAgent>;
  /** Saves a channel. */
  saveChatTopicEntityAsync(chatTopicEntity: ChatTopicEntity): Promise<ChatTopicEntity>;
  /** Deletes a channel. */
  deleteChatTopicEntityAsync(chatTopicEntity: number): Promise<void>;
  /** Whether a channel is open now; one without opening hours always is. */
  isWithinOpeningHoursAsync(chatTopicId: number): Promise<boolean>;
  /** Who is present, and how many chats each has. */
  getChatPresenceAsync(): Promise<ChatPresence[]>;
  /** Makes users present or away. */
  saveChatPresenceAsync(chatPresence: Pick<ChatPresence, 'userId' | 'present'>[]): Promise<void>;
  /** The users who can chat. */
  getUserAgentListAsync(flat: boolean, onlyPresent: boolean): Promise<MDOListItem[]>;
  /** The members of a channel. */
  getChatTopicUserAgentListAsync(chatTopicId: number): Promise<ChatTopicAgent[]>;
  /** One member of a channel, by user name. */
  getChatTopicUserAgentAsync(chatTopicId: number, username: string): Promise<ChatTopicAgent>;
  /** Makes somebody a member of a channel. */
  addChatTopicUserAgentAsync(chatTopicId: number, useragent: ChatTopicAgent): Promise<ChatTopicAgent>;
  /** Changes what a member may, or all members of a channel. */
  updateChatTopicUserAgentAsync(
    chatTopicId: number,
    username: string,
    useragent: ChatTopicAgent,
  ): Promise<ChatTopicAgent>;
  updateChatTopicUserAgentAsync(chatTopicId: number, useragents: ChatTopicAgent[]): Promise<ChatTopicAgent[]>;
  /** Takes a member out of a channel. */
  deleteChatTopicUserAgentAsync(chatTopicId: number, username: string): Promise<void>;
}

/** What a row has in a column. */
interface ArchiveColumnData {
  displayValue: string;
  tooltipHint: string;
  linkHint: string;
}

/** A row. */
interface ArchiveListItem {
  entityName: string;
  primaryKey: number;
  columnData: Record<string, ArchiveColumnData>;
  linkHint: string;
  styleHint: string;
}

/** Searches. All else of this agent is known in SuperOffice and rejects here with NotAvailableOffline. */
interface ArchiveAgent extends NotOfflineAgent {
  /**
   * Searches the tables of the workspace. Lists are texts with commas: columns such as `customer.customer_id,customer.name`, an order
   * such as `customer.name asc`, and a restriction such as `customer.name begins 'A'`. The provider is `dynamic`; pages count from 0.
   */
  getArchiveListByColumns2Async(
    providerName: string,
    columns: string,
    sortOrder: string,
    restrictions: string,
    entities: string,
    page: number,
    pageSize: number,
  ): Promise<ArchiveListItem[]>;
}

/** An agent that needs a SuperOffice server: each call rejects here with NotAvailableOffline. @notOffline */
interface NotOfflineAgent {
  /** Known in SuperOffice. Here it rejects with NotAvailableOffline. @notOffline */
  [method: `${string}Async`]: (...args: any[]) => Promise<any>;
}

interface SoApi {
  /** Sessions, messages, channels and presence of the chat. */
  getChatAgent(): ChatAgent;
  /** Searches the tables of the workspace. */
  getArchiveAgent(): ArchiveAgent;
  /** @notOffline */
  getAIAgent(): NotOfflineAgent;
  /** @notOffline */
  getAppointmentAgent(): NotOfflineAgent;
  /** @notOffline */
  getAssociateAgent(): NotOfflineAgent;
  /** @notOffline */
  getBLOBAgent(): NotOfflineAgent;
  /** @notOffline */
  getBatchAgent(): NotOfflineAgent;
  /** @notOffline */
  getConfigurationAgent(): NotOfflineAgent;
  /** @notOffline */
  getContactAgent(): NotOfflineAgent;
  /** @notOffline */
  getCustomerServiceAgent(): NotOfflineAgent;
  /** @notOffline */
  getDashAgent(): NotOfflineAgent;
  /** @notOffline */
  getDiagnosticsAgent(): NotOfflineAgent;
  /** @notOffline */
  getDocumentAgent(): NotOfflineAgent;
  /** @notOffline */
  getFavouriteAgent(): NotOfflineAgent;
  /** @notOffline */
  getFindAgent(): NotOfflineAgent;
  /** @notOffline */
  getForeignSystemAgent(): NotOfflineAgent;
  /** @notOffline */
  getFreeTextAgent(): NotOfflineAgent;
  /** @notOffline */
  getImportAgent(): NotOfflineAgent;
  /** @notOffline */
  getLicenseAgent(): NotOfflineAgent;
  /** @notOffline */
  getListAgent(): NotOfflineAgent;
  /** @notOffline */
  getMDOAgent(): NotOfflineAgent;
  /** @notOffline */
  getMarketingAgent(): NotOfflineAgent;
  /** @notOffline */
  getMessagingAgent(): NotOfflineAgent;
  /** @notOffline */
  getNavigatorAgent(): NotOfflineAgent;
  /** @notOffline */
  getNumberAllocationAgent(): NotOfflineAgent;
  /** @notOffline */
  getPersonAgent(): NotOfflineAgent;
  /** @notOffline */
  getPhoneListAgent(): NotOfflineAgent;
  /** @notOffline */
  getPocketAgent(): NotOfflineAgent;
  /** @notOffline */
  getPreferenceAgent(): NotOfflineAgent;
  /** @notOffline */
  getPreviewsAgent(): NotOfflineAgent;
  /** @notOffline */
  getProjectAgent(): NotOfflineAgent;
  /** @notOffline */
  getQuoteAgent(): NotOfflineAgent;
  /** @notOffline */
  getRelationAgent(): NotOfflineAgent;
  /** @notOffline */
  getReplicationAgent(): NotOfflineAgent;
  /** @notOffline */
  getReportAgent(): NotOfflineAgent;
  /** @notOffline */
  getResourceAgent(): NotOfflineAgent;
  /** @notOffline */
  getSaintAgent(): NotOfflineAgent;
  /** @notOffline */
  getSaleAgent(): NotOfflineAgent;
  /** @notOffline */
  getSelectionAgent(): NotOfflineAgent;
  /** @notOffline */
  getSentryAgent(): NotOfflineAgent;
  /** @notOffline */
  getTicketAgent(): NotOfflineAgent;
  /** @notOffline */
  getTimeZoneAgent(): NotOfflineAgent;
  /** @notOffline */
  getTooltipsAgent(): NotOfflineAgent;
  /** @notOffline */
  getUserAgent(): NotOfflineAgent;
  /** @notOffline */
  getUserDefinedFieldInfoAgent(): NotOfflineAgent;
  /** @notOffline */
  getViewStateAgent(): NotOfflineAgent;
  /** @notOffline */
  getWebhookAgent(): NotOfflineAgent;
  /** @notOffline */
  getWorkflowAgent(): NotOfflineAgent;
}

/** The headers of an answer. */
interface ResponseHeaders extends Iterable<[name: string, value: string]> {
  /** A header's value, by name in any letter case; null where there is none. */
  get(name: string): string | null;
  /** Whether there is such a header. */
  has(name: string): boolean;
  forEach(action: (value: string, name: string) => void): void;
  entries(): Iterable<[name: string, value: string]>;
  keys(): Iterable<string>;
  values(): Iterable<string>;
}

/** An answer from the network. */
interface Response {
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ResponseHeaders;
  /** Whether the body was read: it can be read once. */
  readonly bodyUsed: boolean;
  /** The body as text. */
  text(): Promise<string>;
  /** The body as the value that its JSON describes. */
  json(): Promise<any>;
}

/** How something is asked for. */
interface RequestOptions {
  /** `GET` unless it is set. */
  method?: string;
  headers?: Record<string, string> | Iterable<readonly [name: string, value: string]>;
  /** A text; `GET` and `HEAD` have none. */
  body?: string;
  /** `follow` unless it is set. */
  redirect?: 'follow' | 'manual';
}

/** Asks an address. Mocks and recorded answers answer here; where nobody does, it rejects. */
declare function fetch(url: string, options?: RequestOptions): Promise<Response>;

/** Writes to the console of the workspace. */
declare const console: {
  log(...values: any[]): void;
  info(...values: any[]): void;
  warn(...values: any[]): void;
  error(...values: any[]): void;
  debug(...values: any[]): void;
};

/** Calls a function later, on the clock of the run, which does not wait. Returns a number for clearTimeout. */
declare function setTimeout(
  callback: (...args: any[]) => void,
  milliseconds?: number,
  ...args: any[]
): number;

/** Takes back what setTimeout was told. */
declare function clearTimeout(timer: number | undefined): void;

/** Calls a function again and again, on the clock of the run, until clearInterval. @inferred */
declare function setInterval(
  callback: (...args: any[]) => void,
  milliseconds?: number,
  ...args: any[]
): number;

/** Takes back what setInterval was told. @inferred */
declare function clearInterval(timer: number | undefined): void;

/** Calls a function when what runs now has ended, before any timer. @inferred */
declare function queueMicrotask(callback: () => void): void;

/** A text of bytes, each a character up to 255, as base64. @inferred */
declare function btoa(text: string): string;

/** What btoa was given. @inferred */
declare function atob(text: string): string;

/** Puts a message into a session, and returns its number. Types are numbers, as in CRMScript. @ours */
declare function addChatMessage(
  sessionId: number,
  message: string,
  type: number,
  author: string,
  specialType: number,
  specialParams: string,
  whenPosted?: Date,
): number;

/** Hands over to people: turns the bot off and starts the session over. @ours */
declare function resetChat(sessionId: number): void;

/** Changes the status of a session, a number as in CRMScript; 7 ends the chat. @ours */
declare function setChatStatus(sessionId: number, status: number): void;

/** Shows the customer that somebody types, or no longer. The next message takes it away. @ours */
declare function setUserIsTyping(sessionId: number, isTyping: boolean): void;

/** `context.eventData` with the methods of CRMScript's. @ours */
declare function getEventData(): EventData;

/** Adds to what the script answers, `context.result.body`. @ours */
declare function print(text: any): void;

/** Adds a line to what the script answers, `context.result.body`. @ours */
declare function printLine(text?: any): void;

/** CRMScript's EventData, over `context.eventData`. @ours */
interface EventData {
  getType(): number;
  /** A value that the event gives, by its name in any letter case; null where it gives none. */
  getInputValue(field: string): string | null;
  getInputValues(): Record<string, string>;
  setOutputValue(name: string, value: string): void;
  getStateValue(name: string): string | null;
  getStateValues(): Record<string, string>;
  setStateValue(name: string, value: string): void;
  getMessage(): string;
  setMessage(message: string): void;
  getBlockExecution(): boolean;
  setBlockExecution(value: boolean): void;
  /** Holds back what is about to happen, and says why. */
  setValidationMessage(message: string): void;
  showDialog(dialog: any): void;
  getNavigateTo(): string;
  setNavigateTo(url: string): void;
}
