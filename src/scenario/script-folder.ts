/*
 * A folder of script files, and the scripts of a world: what is the same in both, what changed on which side since they were
 * last the same, and what makes one of the other. Hosts list folders and read and write bytes; nothing here does.
 */
export { compareFolder, type ComparedScript, type RowKind } from './script-folder/compare.ts';
export {
  exchangedSchema,
  parseExchange,
  writeExchange,
  type Exchange,
  type Exchanged,
} from './script-folder/exchange.ts';
export { giveRows, type FolderChanges, type Write } from './script-folder/give.ts';
export { folderInputs, type FolderInput } from './script-folder/inputs.ts';
export { fileNameOf, plainPath, type Path } from './script-folder/paths.ts';
export {
  chooseFiles,
  exchangeFile,
  isWalked,
  readFolder,
  type Entry,
  type FileScript,
  type LeftAlone,
  type Reading,
  type ScriptFolder,
} from './script-folder/read.ts';
export { haveSameLines } from './script-folder/spelling.ts';
export { scenarioOfFolder } from './script-folder/scenario.ts';
export { nextExchange, takeRows, type AgreedState, type TakenFolders } from './script-folder/take.ts';
