/** The words of porting a bot: loaded with its dialog. */
export const portWords = {
  title: 'Port to TypeScript',
  entry: 'Port to TypeScript…',
  about: (what: string) => `${what}, in the dialect that SuperOffice is moving to`,
  working: 'Porting…',
  slow: 'This takes longer than ten seconds, so it was stopped.',
  broken: 'The port could not be made. Close this and try again.',
  lost: 'The workspace could not be read. Close this and try again.',
  counts: (scripts: number, missing: number, differs: number) => {
    const ported = scripts === 1 ? '1 script is ported.' : `${String(scripts)} scripts are ported.`;
    if (missing === 0 && differs === 0) return `${ported} Nothing is left to be done by hand.`;
    const by = missing === 1 ? '1 line needs your hand' : `${String(missing)} lines need your hand`;
    const other =
      differs === 1
        ? '1 line may behave in another way'
        : `${String(differs)} lines may behave in another way`;
    return `${ported} ${[...(missing > 0 ? [by] : []), ...(differs > 0 ? [other] : [])].join(', ')}.`;
  },
  nothing: 'No script was ported.',
  missing: 'Not ported',
  missingHint: 'These lines stand in the port as a comment, with a call that throws behind it.',
  differs: 'May behave in another way',
  place: (script: string, line: number) => `${script}, line ${String(line)}`,
  texts: 'The scripts',
  helpers: 'What the others share',
  make: (name: string) => `Make the folder “${name}”`,
  makeShort: 'Make the folder',
  made: (name: string) => `The folder “${name}” is made.`,
  open: 'Open it',
  existing: (name: string) => `The folder “${name}” is compared, as it stands now.`,
  compare: 'Compare',
  comparing: 'Playing the conversation to both…',
  compareHint:
    'Plays the conversation of this workspace, from its beginning, to the bot as it stands and to its port. Nothing in the workspace changes.',
  noConversation: 'Nobody has said anything yet. Chat with the bot, then compare.',
  original: 'CRMScript',
  port: 'TypeScript',
  folderName: (name: string) => `${name} (TypeScript)`,
};
