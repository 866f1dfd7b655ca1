/** JSON, HTTP and the chat. */
export const serviceHelpers = {
  toJson: {
    text: `
/** A value as JSON in the script's own way, with a blank behind each colon. JSON.stringify does where nobody minds. */
function toJson(value: unknown, indent = 0): string {
  if (indent > 0) return JSON.stringify(value, null, indent);
  return JSON.stringify(value, null, 1).replace(/\\n */g, '');
}`,
  },
  readJson: {
    uses: ['failWith'],
    text: `
/** The value of a JSON text; an empty object for an empty text. */
function readJson(text: string): any {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    return failWith(String(error));
  }
}`,
  },
  nodeAt: {
    text: `
/** What is found in JSON along a path such as result.0.text: by name, else by place. Undefined where nothing is. */
function nodeAt(json: any, path: string): any {
  if (path === '') return json;
  return path.split('.').reduce((node, step) => {
    if (node === null || typeof node !== 'object') return undefined;
    return Object.hasOwn(node, step) ? node[step] : /^\\d+$/.test(step) ? Object.values(node)[Number(step)] : undefined;
  }, json);
}`,
  },
  textAt: {
    uses: ['nodeAt', 'toJson'],
    text: `
/** The text that is found in JSON along a path; null where nothing is. Objects and lists are their JSON. */
function textAt(json: any, path: string): string | null {
  const found = nodeAt(json, path);
  if (found === undefined) return null;
  return typeof found === 'object' && found !== null ? toJson(found) : String(found);
}`,
  },
  fieldOf: {
    text: `
/** What a row of an archive has in a column; null where there is no row. */
function fieldOf(row: ArchiveListItem | undefined, column: string): string | null {
  return row?.columnData[column]?.displayValue ?? null;
}`,
  },
  JsonBuilder: {
    uses: ['toJson'],
    text: `
/** JSON that grows step by step, from the outside in. */
class JsonBuilder {
  indent = 0;
  #root: any;
  #open: any[] = [];

  add(key: string, value: unknown): void {
    if (this.#open.length === 0) this.#begin({});
    const level = this.#open[this.#open.length - 1];
    if (Array.isArray(level)) level.push(value);
    else level[key] = value;
  }

  push(key: string, level: object): void {
    if (this.#root === undefined) this.#begin(level);
    else {
      this.add(key, level);
      this.#open.push(level);
    }
  }

  pop(): void {
    this.#open.pop();
  }

  finalize(): void {
    this.#open = [];
  }

  toString(): string {
    return this.#root === undefined ? '' : toJson(this.#root, this.indent);
  }

  #begin(level: object): void {
    this.#root ??= level;
    this.#open.push(this.#root);
  }
}`,
  },
  Http: {
    uses: ['urlEncode'],
    text: `
/** A request that is put together step by step, and afterwards its answer. A call that fails answers with an empty text. */
class Http {
  readonly headers: Record<string, string> = {};
  readonly options: Record<string, string> = {};
  readonly values: Record<string, string> = {};
  body: string | undefined;
  error = '';
  status = 0;
  answer: Response | undefined;

  async send(method: string, url: string): Promise<string> {
    const pairs = Object.entries(this.values).map(([name, value]) => \`\${urlEncode(name)}=\${urlEncode(value)}\`);
    const given = this.options['parameters'];
    const query = given === undefined ? pairs.join('&') : given.slice(1);
    const inUrl = method === 'GET' || method === 'DELETE';
    const whole = inUrl && query !== '' ? \`\${url}\${url.includes('?') ? '&' : '?'}\${query}\` : url;
    const body = this.body ?? (inUrl ? '' : query);
    this.error = '';
    this.status = 0;
    this.answer = undefined;
    try {
      this.answer = await fetch(whole, { method, headers: this.headers, ...(body !== '' && { body }) });
      this.status = this.answer.status;
      return await this.answer.text();
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
      return '';
    }
  }
}`,
  },
  setChatStatus: {
    text: `
/** Gives a session another status. */
async function setChatStatus(sessionId: number, status: ChatSessionStatus): Promise<void> {
  const session = await soApi.getChatAgent().getChatSessionEntityAsync(sessionId);
  session.status = status;
  await soApi.getChatAgent().saveChatSessionEntityAsync(session);
}`,
  },
  chatStatuses: {
    text: `
/** The statuses of a session, by their numbers. */
function chatStatuses(): ChatSessionStatus[] {
  return [
    'Invalid',
    'PreChatForm',
    'Faq',
    'OfflineForm',
    'InQueue',
    'CustomerLast',
    'UserLast',
    'Finished',
    'Deleted',
    'Closed',
    'RequestPosted',
    'ClosedFromQueue',
  ];
}`,
  },
  chatStatusOf: {
    uses: ['chatStatuses'],
    text: `
/** The status of a session by its number. */
function chatStatusOf(number: number): ChatSessionStatus {
  return chatStatuses()[number] ?? 'Invalid';
}`,
  },
  chatStatusNumber: {
    uses: ['chatStatuses'],
    text: `
/** The number of a status of a session. */
function chatStatusNumber(name: ChatSessionStatus): number {
  return chatStatuses().indexOf(name);
}`,
  },
  messageTypes: {
    text: `
/** The types of messages, by their numbers. */
function messageTypes(): ChatMessageType[] {
  return ['Invalid', 'ToCustomer', 'ToUser', 'Special'];
}`,
  },
  messageTypeOf: {
    uses: ['messageTypes'],
    text: `
/** The type of a message by its number. */
function messageTypeOf(number: number): ChatMessageType {
  return messageTypes()[number] ?? 'Invalid';
}`,
  },
  messageTypeNumber: {
    uses: ['messageTypes'],
    text: `
/** The number of a type of messages. */
function messageTypeNumber(name: ChatMessageType): number {
  return messageTypes().indexOf(name);
}`,
  },
  specialTypes: {
    text: `
/** The special types of messages, by their numbers. */
function specialTypes(): Record<number, ChatMessageSpecialType> {
  return {
    0: 'None',
    1: 'Welcome',
    2: 'Url',
    3: 'Block',
    5: 'NewSession',
    6: 'TransferedSession',
    7: 'Error',
    8: 'SessionDeleted',
    9: 'FaqSuccessQuestion',
    10: 'ClosedByUser',
    11: 'ClosedByCustomer',
    12: 'ClosedByIdle',
    13: 'TransferRejected',
    14: 'ReopenedByCustomer',
    15: 'ClickedOption',
    16: 'BotMessage',
    17: 'Options',
    18: 'IllegalFileType',
  };
}`,
  },
  specialTypeOf: {
    uses: ['specialTypes'],
    text: `
/** The special type of a message by its number. */
function specialTypeOf(number: number): ChatMessageSpecialType {
  return specialTypes()[number] ?? 'None';
}`,
  },
  specialTypeNumber: {
    uses: ['specialTypes'],
    text: `
/** The number of a special type of messages. */
function specialTypeNumber(name: ChatMessageSpecialType): number {
  return Number(Object.entries(specialTypes()).find(([, other]) => other === name)?.[0] ?? 0);
}`,
  },
} as const;
