import type { channelName, channelSettings, memberRights } from '../../engine/channel-settings.ts';
import type { WordsOf } from './field-words.ts';

/** What each setting of a channel is called in the product (chat-domain §7), and what it does. */
const fields: WordsOf<typeof channelSettings> = {
  properties: {
    language: { label: 'Language', help: 'Of the words of the widget.' },
    badgeHeader: { label: 'Badge header', help: 'On the button that opens the chat.' },
    description: { label: 'Description', help: 'For colleagues; customers never see it.' },
    warningNewChat: {
      label: 'Warning on new chat',
      help: 'When nobody takes a chat, present agents with Notifications are warned. 0 is off.',
    },
    managerWarningNewChat: {
      label: 'Manager warning on new chat',
      help: 'The same for managers, as long as somebody is present. 0 is off.',
    },
    warningNewMessage: {
      label: 'Warning on new chat message',
      help: 'When a message is not answered. 0 is off.',
    },
    managerWarningNewMessage: {
      label: 'Manager warning on new chat message',
      help: 'The same for managers. 0 is off.',
    },
    openingHours: {
      enabled: {
        label: 'Enable opening hours',
        help: 'Outside of them, and at lunch, new customers get the offline form unless a bot answers.',
      },
      timeZone: { label: 'Time zone', help: 'In which the hours are meant.' },
      days: {
        mon: dayWords('Monday'),
        tue: dayWords('Tuesday'),
        wed: dayWords('Wednesday'),
        thu: dayWords('Thursday'),
        fri: dayWords('Friday'),
        sat: dayWords('Saturday'),
        sun: dayWords('Sunday'),
      },
      lunch: dayWords('Lunch'),
    },
  },
  layout: {
    theme: {
      label: 'Theme',
      options: { classic: 'Classic', modern: 'Modern' },
      help: 'Modern has a thin bar instead of a coloured header, and the customer’s words are plain text.',
    },
    size: { label: 'Size', options: { normal: 'Normal', large: 'Large' } },
    color: {
      label: 'Color',
      help: 'Of header, buttons and the customer’s messages; it overrides the theme.',
    },
    badgeColor: { label: 'Badge' },
    badgeTextColor: { label: 'Badge text' },
    customerColor: { label: 'Customer message' },
    customerTextColor: { label: 'Customer message text' },
    agentColor: { label: 'Agent message' },
    agentTextColor: { label: 'Agent message text' },
    buttonColor: { label: 'Button' },
    buttonTextColor: { label: 'Button text' },
    font: { label: 'Font', help: 'It overrides the theme; one that is not installed falls back.' },
    fontSize: { label: 'Font size', help: 'In pixels, from 10 to 20.' },
    logo: {
      label: 'Logo image',
      help: 'The name of the image; offline, the first letters of the channel stand in for it.',
    },
    showLogo: { label: 'Show logo' },
    showAgentPhoto: {
      label: 'Show agent photo',
      help: 'Once an agent answers, photo and name take the place of logo and header.',
    },
    agentFirstNameOnly: { label: 'Use agent’s first name only' },
    header: { label: 'Header', help: 'The title of the widget; empty shows the name of the channel.' },
    message: { label: 'Message', help: 'Below the title.' },
    queueText: {
      enabled: {
        label: 'Use custom queue message',
        help: 'Instead of the product’s own words for who waits.',
      },
      text: {
        label: 'Queue message',
        help: '{cque} becomes the place in the queue, {cavw} the usual wait as hh:mm.',
        placeholder: 'You are number {cque}. The usual wait is {cavw}.',
      },
    },
    welcomeMessage: { label: 'Welcome message', help: 'Sent to the customer when an agent takes the chat.' },
  },
  bot: {
    enabled: {
      label: 'Enable Chatbot',
      help: 'Its scripts run for each new session and each message, until it hands the customer over.',
    },
    folder: {
      label: 'Chatbot CRMScript folder',
      help: 'A folder is a bot when one of its scripts has a name like “bot register”.',
    },
    name: {
      label: 'Chatbot name',
      help: 'Customers see it above what the bot writes, as far as its scripts use it.',
    },
  },
  offlineForm: {
    header: { label: 'Header' },
    message: { label: 'Message' },
    requests: {
      enabled: {
        label: 'Enable request submission',
        help: 'Customers can leave a request while nobody is there; off, they only read the message.',
      },
      category: { label: 'Request category' },
      priority: { label: 'Request priority' },
    },
    required: { label: 'Mandatory fields', ...requiredWords() },
    consent: { label: 'Collect consent', help: 'A box that has to be ticked before the request is sent.' },
    fromQueue: {
      enabled: {
        label: 'Offer offline form from the queue',
        help: 'Who waits too long, or behind too many, can leave a request instead.',
      },
      minutes: { label: 'After', help: 'Minutes in the queue; 0 is off.' },
      length: { label: 'Or with so many in queue', help: 'Customers that wait; 0 is off.' },
    },
  },
  preChatForm: {
    enabled: {
      label: 'Enable pre-chat form for anonymous users',
      help: 'Before the chat, for people who are not logged in.',
    },
    message: { label: 'Message', help: 'Shown above the fields.' },
    required: {
      label: 'Required fields',
      help: 'All four are shown; required ones carry a star.',
      ...requiredWords(),
    },
    consent: { label: 'Collect consent', help: 'A box that has to be ticked before the chat starts.' },
    faqEnabled: {
      label: 'Enable pre-chat FAQ suggestions',
      help: 'The customer asks first and sees up to three entries that may help.',
    },
    faqFolder: { label: 'FAQ folder', help: 'What is searched, with the folders in it.' },
  },
  postChatForm: {
    enabled: {
      label: 'Enable post-chat form',
      help: 'Shown when the chat has ended; from it the customer can come back.',
    },
    header: { label: 'Header' },
    message: { label: 'Message' },
    transcript: {
      label: 'Enable transcript',
      help: 'The customer can have the conversation sent by e-mail.',
    },
    rating: { label: 'Enable rating', help: 'One to five stars.' },
    ratingText: { label: 'Rating text', help: 'Beside the stars.' },
  },
};

function dayWords(day: string) {
  return {
    enabled: { label: day },
    start: { label: `${day}, from` },
    stop: { label: `${day}, to` },
  };
}

function requiredWords() {
  return {
    options: { email: 'E-mail', name: 'Name', company: 'Company', phone: 'Phone', country: 'Country' },
  };
}

const name: WordsOf<typeof channelName> = {
  label: 'Chat channel',
  help: 'Colleagues know it by this name; no other channel has it.',
};

/** Of the rights of a member (chat-domain §1.2). */
const rights: WordsOf<typeof memberRights> = {
  canRespond: { label: 'Can respond', help: 'Takes and answers the chats of this channel.' },
  notifications: {
    label: 'Notifications',
    help: 'Is warned of chats and messages that wait, while present.',
  },
  canListen: { label: 'Can listen in', help: 'May watch a colleague’s chat unseen.' },
  manager: {
    label: 'Manager',
    help: 'Gets the managers’ warnings, and may take over or transfer the chats of others.',
  },
};

/** The words of the channels' settings. */
export const channelWords = {
  fields: { name, ...fields },
  rights,
  what: 'This channel',
  tabs: {
    properties: 'Properties',
    layout: 'Chat widget layout',
    members: 'Agents',
    bot: 'ChatBot',
    offlineForm: 'Offline form',
    preChatForm: 'Pre-chat form',
    postChatForm: 'Post-chat form',
  },
  tabList: 'Settings of the channel',
  number: (id: number) => `Channel ${String(id)}`,
  add: 'Channel',
  addHint: 'Adds a channel with the settings of the product',
  newName: (n: number) => (n === 1 ? 'New channel' : `New channel ${String(n)}`),
  copy: 'Copy',
  copyHint: 'Another channel with the same settings',
  copyName: (from: string, n: number) => (n === 1 ? `${from} (copy)` : `${from} (copy ${String(n)})`),
  deleted: (title: string) => `Channel “${title}” was deleted`,
  nameTaken: (title: string) => `There is another channel named “${title}”.`,
  nameEmpty: 'Give it a name.',
  colours: 'Colors of its parts',
  coloursHelp: 'Empty ones follow from the color above.',
  warnings: 'Warnings',
  noFolders: 'No folder here is a bot: one of its scripts has to have a name like “bot register”.',
  openScripts: 'Open its scripts',
  folderMissing: 'Choose the folder of its scripts: without one, no bot answers.',
  folderGone: (folder: string) => `There is no bot folder “${folder}”: no bot answers.`,
  faqGone: 'This folder is gone: no question finds an answer.',
  faqEmpty: 'This folder has no published entry for everybody: no question finds an answer.',
  badSize: 'A size in pixels, from 10 to 20.',
  noQueueOffer: 'Say after how many minutes, or with how many customers: with 0 and 0 it is never offered.',
  nameless: 'Channel without a name',
  members: {
    agent: 'Agent',
    none: 'Nobody answers on this channel: customers get the offline form unless a bot answers.',
    nobodyResponds: 'Nobody here can respond: customers get the offline form unless a bot answers.',
    add: 'Add an agent',
    addAll: 'Add all agents',
    remove: (agent: string) => `Remove ${agent}`,
    right: (right: string, agent: string) => `${right}: ${agent}`,
    allRights: 'Rights of the agents of this channel',
    gone: (id: number) => `Agent ${String(id)} (gone)`,
    noAgents: 'This workspace has no agent yet.',
    toAgents: 'Go to Agents',
  },
} as const;
