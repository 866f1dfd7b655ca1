/** The words of Workspaces, loaded with it. */
export const workspacesWords = {
  find: 'Find a workspace',
  columns: { name: 'Name', used: 'Last used', made: 'Made', act: 'Actions' },
  open: 'Open',
  openName: (name: string) => `Open ${name}`,
  isOpen: 'open',
  nowOpen: 'now open',
  openEarlier: (name: string, time: string) => `Open ${name} as last used ${time}`,
  noneFound: 'No workspace has these letters in its name.',
  samples: 'New workspace from a sample',
  makeOf: (name: string) => `Make a workspace of ${name}`,
} as const;
