import { countOf } from '../../format.ts';

const n = (count: number, one: string, more: string): string =>
  `${countOf(count)} ${count === 1 ? one : more}`;

/** What is said of a kind of thing, whichever it is: `one` as in “Agent”, `a` as in “an agent”. */
const common = (one: string, a: string) => ({
  one,
  what: `This ${one === 'FAQ entry' || one === 'FAQ folder' ? one : one.toLowerCase()}`,
  number: (id: number) => `${one} ${String(id)}`,
  gone: (id: string) =>
    `There is no ${one.startsWith('FAQ') ? one : one.toLowerCase()} ${id} in this workspace.`,
  addHint: `Make ${a}`,
  changed: (name: string) => `${one} “${name}” was changed`,
  made: (name: string) => `${one} “${name}” was made`,
  deleted: (name: string) => `${one} “${name}” was deleted`,
});

/** The words of the things in Settings, loaded with it. */
export const thingWords = {
  problems: {
    noEmail: (text: string) => `“${text}” is no e-mail address.`,
    noPhone: 'A phone number has three digits at least.',
    alsoCalled: (name: string) => `Another one is called “${name}” too.`,
  },
  agent: {
    ...common('Agent', 'an agent'),
    new: 'New agent',
    none: 'Nobody answers in this workspace.',
    add: 'Agent',
    fields: {
      name: { label: 'Name', help: 'Customers and colleagues see it.' },
      firstName: {
        label: 'First name',
        help: 'What customers see where a channel shows first names only.',
        placeholder: 'The first word of the name',
      },
      email: { label: 'E-mail' },
      rights: { label: 'Rights' },
    },
    presence: 'Present',
    presenceHelp:
      'At once. Only who is present gets customers from the queue; with nobody present, a bot that hands over ends in the offline form.',
    rights: 'Channels',
    rightsHelp: 'Whoever has one of the four rights is a member of the channel.',
    channel: 'Channel',
    channels: (count: number) => n(count, 'channel', 'channels'),
    noChannels: 'This workspace has no channel yet.',
    right: (right: string, channel: string) => `${right} on ${channel}`,
  },
  contact: {
    ...common('Contact', 'a contact'),
    new: 'New contact',
    none: 'No contacts. Customers are matched with contacts by e-mail, then by name.',
    add: 'Contact',
    fields: {
      name: { label: 'Name' },
      email: { label: 'E-mail', help: 'A customer with this address is proposed as this contact.' },
      phone: { label: 'Phone' },
      company: { label: 'Company' },
    },
    sameEmail: (name: string) => `“${name}” has this address too: a customer could be either.`,
  },
  quickReply: {
    ...common('Quick reply', 'a quick reply'),
    new: 'New quick reply',
    none: 'No quick replies: texts that an agent inserts with two keys.',
    add: 'Reply',
    fields: {
      agent: { label: 'Owner', help: 'Nobody else sees it.' },
      name: { label: 'Name', help: 'Customers do not see it.' },
      text: { label: 'Text' },
    },
    nobody: 'Nobody',
    goneOwner: (id: number) => `Agent ${String(id)} (deleted)`,
    chooseOwner: 'Choose whose it is: nobody can insert it.',
    ownerGone: 'Its owner was deleted. Choose another one.',
    reordered: 'Quick replies were put in another order',
  },
  trigger: {
    ...common('Trigger', 'a trigger'),
    new: 'New trigger',
    none: 'No triggers: scripts that run on events of every channel.',
    add: 'Trigger',
    fields: {
      event: { label: 'Event', help: 'Triggers of one event run in the order of their numbers.' },
      script: { label: 'Script', help: 'It runs on every channel, and has to look itself which one it is.' },
      enabled: { label: 'Enabled', help: 'Off, the script does not run.' },
    },
    events: {
      400: '400 · New chat session (ChatNewSession)',
      401: '401 · Chat session changed status (ChatSessionChangedStatus)',
      402: '402 · Before a chat message is saved (ChatBeforeSaveNewMessage)',
      403: '403 · After a chat message is saved (ChatAfterSaveNewMessage)',
    },
    eventNames: {
      400: 'New chat session',
      401: 'Changed status',
      402: 'Before a message is saved',
      403: 'After a message is saved',
    },
    off: 'Off',
    noScript: 'No script',
    goneScript: (id: number) => `Script ${String(id)} (deleted)`,
    openScript: 'Open this script',
    chooseScript: 'Choose the script that is to run.',
    scriptGone: 'Its script was deleted, so it does nothing. Choose another one.',
    runsTwice: 'Another trigger runs this script on the same event: it runs twice.',
  },
  webhook: {
    ...common('Webhook', 'a webhook'),
    new: 'New webhook',
    none: 'No webhooks: addresses that are told what happens in chats.',
    add: 'Webhook',
    fields: {
      name: { label: 'Name' },
      type: {
        label: 'Type',
        options: { webhook: 'Address', crmscript: 'CRMScript' },
        help: 'An address gets a POST; nothing leaves this computer. A script runs here.',
      },
      url: {
        label: 'Target',
        help: 'An HTTPS address, or the include name, name or number of a script.',
        placeholder: 'https://example.com/chat',
      },
      events: {
        label: 'Events',
        options: {
          'chatsession.created': 'Session created',
          'chatsession.changed': 'Session changed',
          'chatsession.message': 'Message',
        },
      },
      otherEvents: {
        label: 'Other events',
        help: 'With commas between, such as webhook2.errors, webhook2.stopped.',
      },
      state: {
        label: 'State',
        help: 'After nine errors in a row it is stopped; set it back to Active here.',
      },
      secret: { label: 'Secret', help: 'With one, each delivery is signed: HMAC-SHA256 of the body.' },
      headers: { label: 'Headers', help: 'Sent with each delivery, a line each: name: value.' },
      properties: {
        label: 'Properties',
        help: 'Put behind the fields of the payload, a line each: name: value.',
      },
      responses: {
        label: 'Responses played',
        help: 'What the target answers, one after the other; the last one repeats: 200, 500, timeout.',
      },
    },
    states: { 0: '0 Unknown', 1: '1 Active', 2: '2 Stopped', 3: '3 Too many errors' },
    noSuchScript: (target: string) => `No script has the include name, the name or the number “${target}”.`,
    noLine: (line: string) => `“${line}” is no line of the kind “name: value”.`,
    noResponse: 'Statuses from 100 to 599, or timeout, with commas between.',
    noHttps: 'SuperOffice takes HTTPS addresses only.',
    noEvents: 'It hears of nothing. Choose an event.',
    testFails: (answer: string) =>
      `Saving sends a test, which gets the first of these: ${answer}. Only 200 lets it be saved.`,
  },
  faq: {
    none: 'The FAQ is empty. Channels suggest its answers before a chat, and agents insert them.',
    entries: (count: number) => n(count, 'entry', 'entries'),
    tryQuestion: 'Try a question',
    tryHint: 'What a customer would ask',
    tryIn: 'Where to look',
    whole: 'The whole FAQ',
    findsNothing: 'Finds nothing: no word of three letters or more is in a title, question or keyword.',
    score: (score: number, of: number) => `${countOf(score)} of ${n(of, 'word', 'words')}`,
    beyond: ' · not shown: the three best are',
  },
  faqFolder: {
    ...common('FAQ folder', 'a folder'),
    new: 'New folder',
    none: '',
    add: 'Folder',
    fields: {
      name: { label: 'Name' },
      parent: { label: 'Lies in' },
    },
    top: 'At the top',
    parentGone: 'The folder that it lies in was deleted. Choose another one.',
    inItself: 'A folder cannot lie in itself. Choose another one.',
  },
  faqEntry: {
    ...common('FAQ entry', 'an entry'),
    new: 'New entry',
    none: '',
    add: 'Entry',
    fields: {
      title: { label: 'Title', help: 'What customers see in the list of suggestions.' },
      question: { label: 'Question', help: 'Its words are searched.' },
      answer: {
        label: 'Answer',
        help: 'Text with <b>, <i>, <u>, <ul>, <ol>, <li>, <p>, <br> and links; all else is left out.',
      },
      keywords: { label: 'Keywords', help: 'Further words that find it.' },
      folder: { label: 'Folder' },
      access: { label: 'Access', help: 'Who may see it.' },
      status: {
        label: 'Status',
        options: { published: 'Published', unpublished: 'Unpublished', expired: 'Expired' },
      },
    },
    access: { 4: '4 Public', 3: '3 Registered customers', 2: '2 Internal', 1: '1 Private' },
    seen: 'As the customer sees it',
    noAnswer: 'Nothing yet.',
    noFolder: 'No folder',
    folderGone: 'The folder that it lies in was deleted. Choose another one.',
    emptyAnswer: 'Without an answer, a customer who follows the suggestion sees the title only.',
    notForCustomers: 'Only public entries are suggested to customers.',
    notPublished: 'Only published entries are suggested, and inserted by agents.',
  },
} as const;
