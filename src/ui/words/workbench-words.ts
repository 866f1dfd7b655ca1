/** What is said of scripts before their pane is loaded, and around it. */
export const workbenchWords = {
  http: 'HTTP',
  script: 'Script',
  problems: 'Problems',
  notChecked: {
    tooMuch:
      'This script was not checked: that took too long and was stopped. Messages go on, and it can be saved and run. ' +
      'Checks and suggestions come back when its text changes.',
    noWorker:
      'This script was not checked: checking stopped several times in a row. Messages go on, and it can be saved and run.',
    failed: 'This script was not checked: checking it failed. It can be saved and run all the same.',
  },
  console: 'Console',
  atLeast: (n: number) => `${String(n)}+`,
  place: (file: string, line: number, column: number) => `${file}:${String(line)}:${String(column)}`,
  byHand: {
    button: 'Run…',
    hint: 'Runs this script by hand; what it prints goes to the Console',
    values: 'Values in EventData, a line each',
    example: 'chatMessage.message=hello',
    noRole: 'It runs once, as with Execute in SuperOffice’s editor.',
    asRole: (role: string) =>
      `It runs once, as “${role}”. The values are those of the selected session; what it does happens there.`,
    go: 'Run',
    keys: 'Ctrl+Enter',
    done: (name: string, statements: string) => `${name} ran to its end: ${statements}`,
  },
  tables: 'Tables',
  automation: 'Webhooks',
} as const;
