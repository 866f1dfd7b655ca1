import { countOf } from '../format.ts';

/** The words of the bots' pane, loaded with it: scripts, what they print and call, and what they find in tables. */
export const botWords = {
  bots: 'Bots',
  coverage: 'Coverage',
  debug: 'Debug',
  debugHint: 'The last run of this script in the debugger: forwards, backwards, and all that it held',
  newFolder: 'New folder',
  newScript: 'New script',
  folderName: 'Name of the folder',
  folderTaken: (name: string) => `There is a folder “${name}” already.`,
  scriptName: 'Name of the script',
  noFolders: 'No scripts yet.',
  noFoldersHint: 'Make a folder. Its first script, named like *bot register*, makes it a bot.',
  scriptLanguage: 'Language',
  languages: { crmscript: 'CRMScript', javascript: 'JavaScript or TypeScript' },
  beginsAs: 'Begins as',
  templates: { empty: 'Empty script', library: 'Library for others', ofBot: 'Script of a bot' },
  templateHints: {
    empty: 'Nothing is done yet.',
    library: 'Functions that other scripts include.',
    register: 'Makes the folder a bot; runs when the bot is turned on or off for a channel.',
    sessionCreated: 'Runs when a customer has opened the chat.',
    sessionChanged: 'Runs at each change of status while the bot is active.',
    messageReceived: 'Runs for each message of the customer.',
  },
  lacks: {
    register: (pattern: string) => `To be a bot it needs a script named like ${pattern}.`,
    messageReceived: (pattern: string) => `It answers nobody: it needs a script named like ${pattern}.`,
    registration: (names: readonly string[]) =>
      `Not called until the bot is registered again: ${names.join(', ')}.`,
    renamed: (name: string) =>
      `“${name}” is still called, but no longer has the name for it: registering again loses it.`,
    open: 'Open',
    make: 'Make one',
    again: 'Register again',
  },
  noScript: 'Choose a script, or make one.',
  lostScripts: 'Lost scripts',
  lostScript: (id: number) => `script ${String(id)}`,
  save: 'Save',
  format: 'Format script',
  formatKeys: 'Shift+Alt+F',
  saveKeys: 'Ctrl+S',
  unsaved: 'not saved',
  revert: 'Revert',
  reRegister: 'Re-register',
  reRegisterHint:
    'Unregisters the bot of its channels and registers it again, so that its scripts are looked up anew',
  reRegistered: 'Registered again',
  notABot: 'No channel uses this folder as its bot',
  leftOutMark: 'left out',
  leftOut: (names: readonly string[]) =>
    names.length === 1
      ? `“${names.join('')}” did not come to an end and stopped the engine. It is left out until it is saved again.`
      : `These scripts did not come to an end and stopped the engine: ${names.map((name) => `“${name}”`).join(', ')}. ` +
        'Each is left out until it is saved again.',
  openScript: 'Open the script',
  letItRun: 'Let it run again',
  runAgainHint: 'Saves it as it is',
  leftOutHint: 'It did not come to an end, so it does not run until it is saved again',
  checkAgain: 'Check anyway',
  earlierLines: (n: number, of: number) => `Older lines: show ${countOf(n)} of ${countOf(of)}`,
  olderEvents: (n: number) =>
    `Older lines: load from ${n === 1 ? '1 older event' : `${countOf(n)} older events`}`,
  consoleEmpty: 'Nothing printed. print(), printLine() and failing scripts show here.',
  consoleBar: 'What the console shows',
  consoleSearch: 'Search lines',
  consoleLevel: 'Kind of lines',
  consoleLevels: {
    all: 'All lines',
    printed: 'Printed',
    logged: 'Logged',
    debug: 'Debug',
    hint: 'Hints',
    failed: 'Failures',
  },
  levelCount: (level: string, n: number) => (n === 0 ? level : `${level} (${countOf(n)})`),
  pastRuns: 'Past runs',
  pastRunsHint:
    'What breakpoints would have stopped, and log points printed, in all that happened so far, as if they had always been there',
  consolePause: 'Pause',
  consolePauseHint: 'What scripts print from now on waits until you resume',
  consoleResume: (n: number) => (n === 0 ? 'Resume' : `Resume, ${countOf(n)} new`),
  consoleClear: 'Clear',
  consoleClearHint: 'Hides these lines; they stay in the log',
  consoleCleared: (n: number) => (n === 1 ? '1 line was cleared.' : `${countOf(n)} lines were cleared.`),
  consoleAgain: 'Show all again',
  consoleNothing: 'No line fits.',
  linesShown: (n: number, of: number) => `${countOf(n)} of ${countOf(of)} lines`,
  problemsIn: (n: number, name: string) => `${String(n)} ${n === 1 ? 'problem' : 'problems'} in ${name}`,
  failures: (n: number) => (n === 1 ? '1 failure' : `${String(n)} failures`),
  lineColumn: (line: number, column: number) => `Line ${String(line)}, column ${String(column)}`,
  leaveEditor: 'Esc, then Tab, leaves the editor',
  editorLoading: 'Opening the editor…',
  editorLabel: (name: string) => `Source of ${name}`,
  settings: 'Settings',
  folderSettings: (name: string) => `Settings of folder ${name}`,
  rename: 'Rename',
  addFiles: 'Add files…',
  addFilesHint:
    'Scripts from files: .crmscript, .crm, .cpp, .txt, .ts, .tsfso or .js. Each is named as its file.',
  filesReplace: (names: readonly string[]) =>
    `${names.length === 1 ? 'A script of this name is' : 'Scripts of these names are'} there already, with another ` +
    `text: ${names.join(', ')}. Nothing was added yet.`,
  filesReplaceDo: 'Replace the text',
  fileTooLarge: (name: string) => `${name} is larger than 1 MB, so it is no script. Nothing was added.`,
  fileNoText: (name: string) => `${name} is no text file. Nothing was added.`,
  botOf: 'Bot of these channels',
  botOfNow: (folder: string) => `(now ${folder})`,
  noBotFolder: 'A folder is a bot when one of its scripts has a name like “bot register”.',
  deleteFolder: 'Delete folder',
  deleteFolderSure: (n: number) =>
    n === 0
      ? 'Really delete it'
      : n === 1
        ? 'Really delete it and its script'
        : `Really delete it and its ${String(n)} scripts`,
  scriptSettings: (name: string) => `Settings of ${name}`,
  includeName: 'Include name (optional)',
  includeNameHint: {
    crmscript: (name: string) => `Other scripts take it in with #include "${name}";`,
    javascript: (name: string) => `Other scripts take it in with ///<include includeId="${name}">`,
  },
  deleteScript: 'Delete script',
  deleteScriptSure: 'Really delete it',
  roles: {
    register: 'register',
    sessionCreated: 'session created',
    sessionChanged: 'session changed',
    messageReceived: 'message received',
  },
  role: (role: string, channels: readonly string[]) => `Runs as “${role}” for ${channels.join(', ')}.`,
  notRegistered: (role: string) =>
    `By its name it is the “${role}” script, but no channel has it registered: give the folder a channel, or re-register.`,

  table: {
    new: 'New table',
    name: 'Name of the table',
    none: 'No tables. Scripts find rows here through SearchEngine, beside those of the chat itself.',
    delete: 'Delete table',
    deleteSure: 'Really delete its rows',
    taken: (name: string) => `There is a table “${name}” already.`,
    rowsOf: (name: string) => `Rows of ${name}`,
    noJson: (why: string) => `This is no JSON: ${why}`,
    noArray: 'Write a list of rows: [ { "id": 1, "name": "…" } ]',
    noRow: (n: number) => `Row ${String(n)} is no object with columns.`,
  },
} as const;
