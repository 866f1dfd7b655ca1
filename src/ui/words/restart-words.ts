/** What the menus of workspaces and of beginning anew say, loaded with the first of them. */
export const restartWords = {
  sameCustomer: 'Same customer',
  sameCustomerHint: 'Leaves the chat and connects again',
  newCustomer: 'New customer',
  newCustomerHint: 'Leaves the chat; somebody else connects',
  runAgain: 'Run again…',
  runAgainHint: 'The same inputs, with bots and settings as they are now',
  startOver: 'Start over',
  startOverHint: 'Back to the opening scene, with the scripts and settings of then; what is here now is kept',
  startOverSure: 'Really go back to the opening scene',
  nobodySelected: 'Select a customer first',
  earlierRuns: 'Before starting over',
  earlierRun: (time: string) => `Last used ${time}`,
  newFromSample: 'New workspace from a sample',
} as const;
