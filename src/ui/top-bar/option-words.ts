/** The words of the options: what is so when the box is ticked, or what the value is for. */
export const optionWords = {
  title: 'Options of this workspace',
  botInQueue: 'Sessions whose bot is silent stand in the queue',
  strictDiagram: 'A sent offline form ends in 7, as in the diagram, not in 10',
  botSeesFinished: 'The bot sees 7 when a customer takes the chat up again',
  repeatForms: 'Forms are shown again after a hand-off',
  clickAsText: 'A clicked option counts as a written message (type 2)',
  parseJsonEmptyArrayBug: 'parseJSON gives an empty array one child, as SuperOffice does',
  onlineLimits: 'The limits of SuperOffice Online stop a script: 60 s, 8 MB, ports 80 and 443',
  idleSeconds: 'Seconds until a vanished customer’s chat closes; 0 is never',
  statementBudget: 'What a step may cost, in statements, before its script is stopped; 20 million at most',
  nullIntegerText: 'Text of an Integer without a value',
  wholeNumber: 'A whole number',
  note: 'They take effect at once and are part of the workspace’s log.',
} as const;
