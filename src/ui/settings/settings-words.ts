/** The words of Settings, loaded with it. */
export const settingsWords = {
  label: 'Kinds of settings',
  groups: { people: 'People', automation: 'Automation', workspace: 'Workspace', browser: 'This browser' },
  sections: {
    channels: 'Channels',
    agents: 'Agents',
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
  agent: {
    none: 'Nobody answers in this workspace. Press “+ Agent” to add somebody to all channels.',
    choose: 'Choose an agent.',
    number: (id: number) => `Agent ${String(id)}`,
    gone: (id: string) => `There is no agent ${id} in this workspace.`,
    name: 'Name',
    nameHelp: 'Customers and colleagues see it.',
    nameMeanwhile: 'The name of this agent',
    presence: 'Present',
    presenceHelp:
      'Only who is present gets customers from the queue. With nobody present, a bot that hands over ends in the offline form.',
    channels: 'Channels',
    noChannels: 'Belongs to no channel.',
    rights: {
      canRespond: 'answers',
      canListen: 'listens in',
      notifications: 'is notified',
      manager: 'manager',
    },
  },
  window: {
    intro: 'These hold for this browser, whichever workspace is open.',
    keys: 'Keys',
    showKeys: 'Show all keys',
    look: 'Look',
    colours: 'Colours',
    coloursHelp: 'Light, dark or high contrast, as your system has it.',
    motion: 'Motion',
    motionHelp:
      'Three dots move while somebody types, nothing else. Where your system asks for less motion, they stand still.',
  },
  mock: {
    choose:
      'Choose a mock, or make one. Mocks answer the HTTP calls of scripts; the calls themselves are on the stage, under HTTP.',
  },
} as const;
