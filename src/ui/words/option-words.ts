/** Of each option: what is so when it is on or what the value is for, and a sentence on what the product does and what changes. */
export const optionWords = {
  intro:
    'Where SuperOffice is silent, or two of its pages differ, a workspace may behave one way or the other. ' +
    'Changes take effect at once and are part of the workspace’s log.',
  groups: { chat: 'Chat', language: 'Language', limits: 'Limits', files: 'Files' },
  fileTypes: {
    label: 'Files that may be sent',
    help: 'Endings with commas between. Any other file is answered with special message 18.',
    what: 'The files that may be sent',
  },
  botInQueue: {
    label: 'Sessions whose bot is silent stand in the queue',
    help: 'One page lists them for agents, another does not; off, nobody sees or picks them up until the bot hands over.',
  },
  strictDiagram: {
    label: 'A sent offline form ends in 7, as in the diagram',
    help: 'The product’s list of statuses has 10, a request was posted; on, the session ends in 7 Session finished instead.',
  },
  botSeesFinished: {
    label: 'The bot sees 7 when a customer takes the chat up again',
    help: 'It is unknown when the product changes the status back; on, the bot’s script still finds 7, to try its guard against that.',
  },
  repeatForms: {
    label: 'Forms are shown again after a hand-off',
    help: 'The product shows a form or FAQ once in a session; on, the customer goes through them again when the bot hands over.',
  },
  clickAsText: {
    label: 'A clicked option counts as a written message',
    help: 'The product saves the click as type 3, special 15; on, it is type 2, as if the customer had typed the words.',
  },
  idleSeconds: {
    label: 'Seconds until a vanished customer’s chat closes',
    help: 'The product closes a chat a while after the browser has gone without a word; 0 keeps it open for ever.',
  },
  parseJsonEmptyArrayBug: {
    label: 'parseJSON gives an empty array one child',
    help: 'The product has this fault and bots work around it; off, an empty array has no child.',
  },
  nullIntegerText: {
    label: 'Text of an Integer without a value',
    help: 'What such an Integer becomes when it is joined to a text: the product shows 0, and so does this unless it is changed.',
  },
  onlineLimits: {
    label: 'The limits of SuperOffice Online stop a script',
    help: 'Online, a script has 60 s, 8 MB and the ports 80 and 443; off, what goes beyond only raises a hint.',
  },
  statementBudget: {
    label: 'What a step may cost, in statements',
    help: 'The product ends a script that runs too long; here it ends after so many statements, 20 million at most.',
  },
  wholeNumber: 'A whole number',
} as const;
