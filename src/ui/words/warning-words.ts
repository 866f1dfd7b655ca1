/** The words of warnings at a desk, loaded with them. */
export const warningWords = {
  title: 'Warnings',
  newChat: (name: string) => `${name} waits in the queue`,
  newMessage: (name: string) => `${name} waits for an answer`,
  manager: 'To managers:',
  more: (n: number) => `and ${String(n)} more, on the dashboard`,
  pickUp: 'Pick up',
  pickUpName: (name: string) => `Pick up ${name} now`,
  open: 'Open',
  openName: (name: string) => `Open the chat with ${name}`,
  putAway: 'Put the warnings away',
  sound: 'A tone when a warning comes',
  soundHelp:
    'One short tone for all warnings of ten seconds, in the tab that is in sight. A warning is shown at the desk of everybody it is for, with or without it.',
} as const;
