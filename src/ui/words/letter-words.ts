/** The words of the switch for single-letter keys, wherever it stands. */
export const letterWords = {
  label: 'Single-letter keys',
  help: 'They do nothing while you type. Off, only keys with Ctrl, arrows and their like do something.',
} as const;
