/** The words of what is around every place: the rail, the bars, and what is said where there is no place. */
export const frameWords = {
  places: { stage: 'Stage', settings: 'Settings', workspaces: 'Workspaces' },
  rail: 'Places',
  placeLoading: 'One moment',
  placeFailed: 'This part of the app cannot be loaded.',
  noPlace: (address: string) => `There is no place “${address}” here.`,
  noPlaceHint: 'The address may be of another version, or of something that was deleted.',
  toStage: 'Go to the stage',
  maximise: { stage: 'Maximise the stage', workbench: 'Maximise the workbench' },
  bringBack: { stage: 'Show the stage again', workbench: 'Show the workbench again' },
  workbench: 'Workbench',
  stage: 'Stage',
  findAll: 'Find anything',
  ctrlK: 'Ctrl K',
  keys: 'Keys',
  saveScenario: 'Save',
  /** An editor has a Save of its own. */
  saveAll: 'Save this rehearsal',
  share: 'Share',
  files: 'Files',
  openFile: 'Open…',
  openFileHint: 'A file of a rehearsal; or drop it anywhere, or paste a link',
  more: 'More',
  erasedElsewhere: 'Everything was erased in another tab. You can close this page.',
  panesLabel: 'Panes',
  /** Behind a number: so many of them. */
  wait: 'waiting',
} as const;
