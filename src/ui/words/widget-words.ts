/** The words of the customer's widget around what it says. */
export const widgetWords = {
  minimise: 'Minimise',
  leaveChat: 'Leave the chat',
  openWidget: (name: string) => `Open the chat of ${name}`,
  ownWindow: 'Open in a window of its own',
  sendFile: 'Send a file',
} as const;
