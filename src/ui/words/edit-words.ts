/** What can be taken back. */
export const editWords = {
  undo: {
    do: 'Undo',
    of: (what: string) => `Undo: ${what}`,
    left: (seconds: number) => `${String(seconds)} s`,
    deletedWorkspace: (name: string) => `“${name}” is deleted.`,
    changed: 'It was changed again since then, so it was not undone.',
    keptMine: (what: string) => `${what} was saved over theirs`,
    tookTheirs: 'Your text was dropped for theirs',
    reverted: 'Your changes were dropped',
    startedOver: 'You started over',
    deletedScript: (name: string) => `Script “${name}” was deleted`,
    deletedFolder: (name: string) => `Folder “${name}” was deleted`,
    deletedMock: (id: number) => `Mock ${String(id)} was deleted`,
    removedAnswer: (n: number) => `Answer ${String(n)} was removed`,
    deletedTable: (name: string) => `Table “${name}” was deleted`,
    replacedFiles: (n: number) =>
      n === 1 ? '1 script got a new text' : `${String(n)} scripts got new texts`,
    hiddenTile: (name: string) => `The tile of ${name} was removed`,
  },
  revertSure: 'Really drop your changes',
} as const;
