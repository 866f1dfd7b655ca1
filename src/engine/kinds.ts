/**
 * The things of a world that are kept in a list and saved and deleted whole, and where: `admin.savesMock` and
 * `admin.deletesMock`, `mock.saved` and `mock.deleted` are about `world.mocks`.
 */
export const listOf = {
  channel: 'channels',
  folder: 'folders',
  trigger: 'triggers',
  webhook: 'webhooks',
  agent: 'agents',
  faqEntry: 'faqEntries',
  faqFolder: 'faqFolders',
  mock: 'mocks',
  contact: 'contacts',
  quickReply: 'quickReplies',
} as const;

export type Kind = keyof typeof listOf;

export const isKind = (name: string): name is Kind => Object.hasOwn(listOf, name);
