const counted = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`;

/** The words of the folder of script files that a workspace goes with: loaded with it. */
export const scriptFolderWords = {
  title: 'Files on this computer',
  openShort: 'Open folder…',
  openHint:
    'Scripts as files, from git or from SuperOffice’s tools: what changes there is taken here, and you choose what goes back.',
  openZip: 'Open a zip of scripts…',
  zipHint: 'This browser opens no folders. A zip of one does as well: take it in, and save it again.',
  asks: 'The browser asks before it opens the folder again.',
  askAgain: 'Open it again',
  reading: 'Reading the files…',
  same: 'the same in both',
  changes: (count: number) => counted(count, 'difference'),
  conflicts: (count: number) => `${String(count)} changed in both`,
  show: 'Show what differs',
  more: (name: string) => `More about ${name}`,
  compare: 'Compare…',
  newerZip: 'Take in a newer zip…',
  saveZip: 'Save the zip',
  zipSaved: (name: string) => `${name} is in the downloads.`,
  forget: 'Leave the folder',
  forgetSure: 'Leave it? No file changes',
  followed: (count: number) =>
    count === 1 ? 'Script taken from its file' : `${String(count)} scripts taken from their files`,
  taken: (count: number) => `${counted(count, 'script')} taken from the folder`,

  dialogTitle: (name: string) => `Scripts and the folder “${name}”`,
  dialogAbout: 'What differs since both were last the same.',
  nothing: 'Scripts and files are the same.',
  kinds: {
    same: 'The same',
    changedBoth: 'Changed in both',
    changedThere: 'Changed in the folder',
    changedHere: 'Changed here',
    newThere: 'New in the folder',
    newHere: 'New here, without a file',
    renamedThere: 'The file has another name or place',
    deletedThere: 'The file is gone',
    deletedHere: 'The script is gone',
    unreadable: 'The file cannot be read as a script',
  },
  changedToo: 'changed here meanwhile',
  changedTooThere: 'changed in the folder meanwhile',
  was: (path: string) => `was ${path}`,
  newFile: 'gets a file',
  choice: (name: string) => `What becomes of ${name}`,
  look: 'Look',
  lookAt: (name: string) => `Look at both texts of ${name}`,
  sides: { theirs: 'In the folder', mine: 'Here' },
  choices: {
    leave: 'Leave both as they are',
    takeText: 'Take the folder’s',
    giveText: 'Write mine into the file',
    takeNew: 'Make a script of it',
    giveNew: 'Write a file',
    takeRename: 'Rename the script, too',
    takeDelete: 'Delete the script',
    giveBack: 'Write the file again',
    takeBack: 'Bring the script back',
    giveDelete: 'Delete the file',
  },
  act: (takes: number, gives: number, removes: number) => {
    const parts = [
      ...(takes > 0 ? [`take ${String(takes)}`] : []),
      ...(gives > 0 ? [`write ${String(gives)}`] : []),
      ...(removes > 0 ? [`delete ${String(removes)}`] : []),
    ];
    const text = parts.join(', ');
    return text === '' ? 'Nothing chosen' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  },
  busy: 'Working…',
  leftAlone: (count: number) => `${counted(count, 'file')} left alone`,
  why: {
    'too-large': 'larger than 16 MiB',
    'too-many': 'more than a workspace can hold',
    'no-text': 'not text',
    gone: 'cannot be read',
    'odd-path': 'has a name that not every system takes',
  },
  troubles: {
    gone: 'It is not there any more. The scripts here stay.',
    denied: 'The browser does not let this page write there. Open the folder again and allow it.',
    'too-many': 'There are more than 20,000 files in it. Open the folder in which the scripts lie.',
    'too-large': 'The zip holds more than 64 MiB. Pack the scripts alone.',
    damaged: 'This is no zip that can be read. Nothing was changed.',
    'no-room': 'The disk is full. Files that could not be written are as they were.',
    changed:
      'Something changed meanwhile, so nothing was done with it. Look at what differs, and choose again.',
    failed: 'The folder could not be read or written. What is here stays.',
  },
  unwritable: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'was' : 'were'} not written: the text has a zero byte, which no file of a script can hold. Take it out of the script, and write it again.`,

  cardTitle: 'Scripts from a folder',
  cardAbout:
    'Opens a folder of script files as a new workspace: a bot is ready to be talked to, and goes with its files.',
  none: (name: string) =>
    `“${name}” has no scripts: no files that end in .crmscript, .crm, .cpp, .ts, .tsfso or .js.`,
};
