import {
  channelSettings,
  memberRights,
  type ChannelSettings,
  type MemberRights,
} from './channel-settings.ts';
import type {
  Agent,
  AgentFile,
  Channel,
  ChannelFile,
  Contact,
  ContactFile,
  FaqEntry,
  FaqEntryFile,
  FaqFolder,
  FaqFolderFile,
  Folder,
  FolderFile,
  Mock,
  MockFile,
  MockRequest,
  MockResponse,
  Options,
  QuickReply,
  QuickReplyFile,
  Script,
  ScriptFile,
  Trigger,
  TriggerFile,
  Webhook,
  WebhookFile,
} from './definition.ts';
import type { Customer } from './inputs.ts';
import { standardsOf } from './setting-kinds.ts';

/*
 * The defaults of everything that a file or an admin input may leave out (chat-domain §7, rulings 25-27).
 */

const channelDefaults: ChannelSettings = standardsOf(channelSettings);
const memberDefaults: MemberRights = standardsOf(memberRights);

export const optionDefaults: Options = {
  botInQueue: 'listed',
  strictDiagram: false,
  botSeesFinished: false,
  repeatForms: false,
  clickAsText: false,
  idleSeconds: 60,
  parseJsonEmptyArrayBug: true,
  nullIntegerText: '0',
  statementBudget: 5_000_000,
  onlineLimits: false,
};

export const fileTypeDefaults: readonly string[] = [
  'csv',
  'docx',
  'gif',
  'jpg',
  'jpeg',
  'pdf',
  'png',
  'txt',
  'xlsx',
  'zip',
];

const customerDefaults: Customer = {
  alias: '',
  name: '',
  email: '',
  phone: '',
  company: '',
  country: '',
  identified: false,
};

/** `given` over `defaults`, at any depth. Only names that `defaults` has are taken; lists are taken whole. */
export function withDefaults<T>(defaults: T, given: unknown): T {
  if (given === undefined) return defaults;
  if (!isRecord(defaults) || !isRecord(given)) return given as T;
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys(defaults)) {
    const own = Object.hasOwn(given, key) ? given[key] : undefined;
    merged[key] = withDefaults(defaults[key], own);
  }
  return merged as T;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const agentFrom = (file: AgentFile): Agent =>
  withDefaults<Agent>({ id: 0, name: '', firstName: firstWord(file.name), present: true, email: '' }, file);

const firstWord = (text: string): string => text.trim().split(/\s+/)[0] ?? '';

export const channelFrom = (file: ChannelFile): Channel => ({
  id: file.id,
  name: file.name,
  ...withDefaults(channelDefaults, file),
  members: (file.members ?? []).map((member) => withDefaults({ agent: 0, ...memberDefaults }, member)),
});

export const scriptFrom = (file: ScriptFile): Script =>
  withDefaults<Script>({ id: 0, name: '', includeName: '', language: 'crmscript', source: '' }, file);

/** `id` is taken where the file gives none. */
export const folderFrom = (file: FolderFile, id: number): Folder => ({
  id: file.id ?? id,
  name: file.name,
  scripts: (file.scripts ?? []).map(scriptFrom),
});

export const triggerFrom = (file: TriggerFile): Trigger =>
  withDefaults<Trigger>({ id: 0, event: 400, script: 0, enabled: true }, file);

export const webhookFrom = (file: WebhookFile): Webhook => ({
  ...withDefaults<Omit<Webhook, 'headers' | 'properties'>>(
    { id: 0, name: '', type: 'webhook', url: '', events: [], state: 1, secret: '', responses: [200] },
    file,
  ),
  headers: (file.headers ?? {}) as Webhook['headers'],
  properties: (file.properties ?? {}) as Webhook['properties'],
});

export const faqFolderFrom = (file: FaqFolderFile): FaqFolder =>
  withDefaults<FaqFolder>({ id: 0, parent: 0, name: '' }, file);

export const faqEntryFrom = (file: FaqEntryFile): FaqEntry =>
  withDefaults<FaqEntry>(
    {
      id: 0,
      folder: 0,
      title: '',
      question: '',
      answer: '',
      keywords: '',
      access: 4,
      status: 'published',
    },
    file,
  );

const mockResponseFrom = (file: Partial<MockResponse>): MockResponse => {
  const { status = 200, body = '', delay = 0, error = '', headers = {}, fault } = file;
  return { status, body, delay, error, ...(fault !== undefined && { fault }), headers };
};

const mockRequestFrom = (file: MockFile['request']): MockRequest => {
  const { method = 'GET', url, body = '', bodyMatch, headers } = file;
  const named = headers !== undefined && Object.keys(headers).length > 0;
  return { method, url, body, ...(bodyMatch !== undefined && { bodyMatch }), ...(named && { headers }) };
};

/** `id` is taken where the file gives none. What came later is left out where it says nothing: it stands in events. */
export const mockFrom = (file: MockFile, id: number): Mock => {
  const { name = '', after, state, hold } = file;
  return {
    id: file.id ?? id,
    ...(name !== '' && { name }),
    request: mockRequestFrom(file.request),
    responses: (file.responses ?? [{}]).map((response) =>
      mockResponseFrom(response as Partial<MockResponse>),
    ),
    ...(after !== undefined && { after }),
    ...(state !== undefined && { state }),
    ...(hold !== undefined && { hold }),
  };
};

export const contactFrom = (file: ContactFile): Contact =>
  withDefaults<Contact>({ id: 0, name: '', email: '', phone: '', company: '' }, file);

export const quickReplyFrom = (file: QuickReplyFile): QuickReply =>
  withDefaults<QuickReply>({ id: 0, agent: 0, name: '', text: '' }, file);

/** Alias defaults to the name, and the name stays what was given. */
export function customerFrom(given: { readonly [K in keyof Customer]?: Customer[K] | undefined }): Customer {
  const customer = withDefaults(customerDefaults, given);
  return { ...customer, alias: customer.alias === '' ? customer.name : customer.alias };
}
