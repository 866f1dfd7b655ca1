/** The words of the script editor. */
export const editorWords = {
  suggestions: 'Suggestions',
  tabMovesOn: 'Tab goes on until something is written here',
  findPanel: {
    title: 'Find in this script',
    find: 'Find',
    replace: 'Replace with',
    matchCase: 'Match case',
    wholeWord: 'Whole words',
    pattern: 'Regular expression',
    previous: 'Previous (Shift+Enter)',
    next: 'Next (Enter)',
    replaceOne: 'Replace',
    replaceAll: 'Replace all',
    goToLine: 'Go to line',
    go: 'Go',
    nothing: 'Not found',
    noPattern: 'No valid expression',
    count: (at: number, of: string) => (at === 0 ? `${of} found` : `${String(at)} of ${of}`),
  },
  editorKeys:
    'Ctrl+Space suggests · Ctrl+I explains · F12 opens the declaration · Shift+Alt+F formats · F9 sets a breakpoint',
  lineRan: (hits: number, taken: number, ways: number) =>
    `${hits === 0 ? 'Never ran' : hits === 1 ? 'Ran once' : `Ran ${String(hits)} times`}${ways === 0 ? '' : `, ${String(taken)} of ${String(ways)} ways taken`}`,
  noteKinds: { differs: 'Differs', mind: 'Mind', offline: 'Not offline' },
  declaredAt: (line: number, file = '') =>
    file === '' ? `line ${String(line)}` : `${file}, line ${String(line)}`,
  moreOverloads: (n: number) => `and ${String(n)} more`,
  nothingHere: 'Nothing is known about this.',
  noDefinition: 'This is not declared in a script.',
  ignore: 'Ignore',
  withRule: (message: string, rule: string) => `${message} (${rule})`,
  noFix: 'There is no quick fix here.',
  formatted: 'Formatted.',
  formattedAlready: 'It is formatted already.',
  formatRefused: (line: number, message: string) =>
    `Not formatted, as line ${String(line)} cannot be read: ${message}`,
  formatUnanswered: 'Nobody can format this now. Try again in a moment.',
  formatTooLate: 'Not formatted, as the text has changed meanwhile. Try again.',
  fixed: (label: string) => `Done: ${label}`,
  fixKeys: (label: string) => `Ctrl+. ${label}`,
} as const;
