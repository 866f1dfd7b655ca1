/** The words of the script editor. */
export const editorWords = {
  suggestions: 'Suggestions',
  editorKeys: 'Ctrl+Space suggests · Ctrl+I explains · F12 opens the declaration',
  noteKinds: { differs: 'Differs', mind: 'Mind', offline: 'Not offline' },
  declaredAt: (line: number, file = '') =>
    file === '' ? `line ${String(line)}` : `${file}, line ${String(line)}`,
  moreOverloads: (n: number) => `and ${String(n)} more`,
  nothingHere: 'Nothing is known about this.',
  noDefinition: 'This is not declared in a script.',
  noFix: 'There is no quick fix here.',
  fixed: (label: string) => `Done: ${label}`,
  fixKeys: (label: string) => `Ctrl+. ${label}`,
} as const;
