import { countOf } from '../format.ts';

/** The words of Settings, loaded with it. */
export const settingsWords = {
  label: 'Kinds of settings',
  groups: { people: 'People', answers: 'Answers', automation: 'Automation', workspace: 'Workspace' },
  toMend: (n: number) => (n === 1 ? '1 thing to mend' : `${String(n)} things to mend`),
  sections: {
    channels: 'Channels',
    agents: 'Agents',
    contacts: 'Contacts',
    faq: 'FAQ',
    quickReplies: 'Quick replies',
    triggers: 'Triggers',
    webhooks: 'Webhooks',
    mocks: 'Mocks',
    tables: 'Tables',
    options: 'Options',
    window: 'Look and keys',
  },
  channel: {
    none: 'This workspace has no channel yet. Press “+ Channel” to make one.',
    choose: 'Choose a channel.',
    about: (agents: number, bot: string) =>
      `${agents === 1 ? '1 agent' : `${String(agents)} agents`} · ${bot === '' ? 'no bot' : bot}`,
    gone: (id: string) => `There is no channel ${id} in this workspace.`,
  },
  table: {
    add: 'Table',
    rows: (n: number) => (n === 1 ? '1 row' : `${countOf(n)} rows`),
    gone: (name: string) => `There is no table ${name} in this workspace.`,
  },
  options: {
    search: 'Find in Options',
    find: 'Find',
    none: 'No option has these words.',
  },
  window: {
    intro: 'These hold for this browser, whichever workspace is open.',
    keys: 'Keys',
    showKeys: 'Show all keys',
    sound: 'Sound',
    look: 'Look',
    colours: 'Colours',
    coloursHelp: 'Light, dark or high contrast, as your system has it.',
    motion: 'Motion',
    motionHelp:
      'Three dots move while somebody types, nothing else. Where your system asks for less motion, they stand still.',
  },
  mock: {
    choose:
      'Choose a mock, or make one. Mocks answer the HTTP calls of scripts, the first that matches; the calls themselves are on the stage, under HTTP.',
    add: 'Mock',
    moved: 'Mocks were put in another order',
  },
} as const;
