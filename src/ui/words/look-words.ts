const some = (n: number, one: string): string => `${String(n)} ${one}${n === 1 ? '' : 's'}`;
const scriptsOf = (n: number): string => some(n, 'script');

/** The words of outline, references and renaming. */
export const lookWords = {
  outline: 'Outline',
  outlineFind: 'Go to a function, struct or variable',
  outlineNone: 'This script declares nothing.',
  outlineNothing: (query: string) => `Nothing here is called “${query}”.`,
  kinds: {
    function: 'function',
    struct: 'struct',
    field: 'field',
    method: 'method',
    variable: 'variable',
    include: 'included script',
  },
  choose: 'choose',
  references: 'References',
  found: (places: number, name: string, scripts: number) =>
    `“${name}” stands in ${some(places, 'place')}${scripts > 1 ? ` of ${scriptsOf(scripts)}` : ''}`,
  line: (n: number) => `line ${String(n)}`,
  declares: 'declared here',
  moreReferences: (n: number) => `and ${some(n, 'more place')}`,
  noReferences: 'Nothing is known about where this is used.',
  newName: (name: string) => `New name of ${name}`,
  rename: 'Rename',
  looking: 'Looking at all scripts…',
  sameName: 'This is its name already.',
  willChange: (places: number, scripts: number) =>
    `Changes ${some(places, 'place')} in ${scriptsOf(scripts)}`,
  savesToo: (names: readonly string[]) =>
    names.length === 1
      ? `Saves what is written into “${names[0] ?? ''}”, too.`
      : `Saves what is written into ${names.map((name) => `“${name}”`).join(', ')}, too.`,
  settleFirst: (name: string) =>
    `“${name}” was also saved somewhere else. Decide there which text stays; then the name can be changed.`,
  changedMeanwhile:
    'A script was changed meanwhile, so nothing was done. Try again: the name is looked for anew.',
  notLooked:
    'The scripts could not be looked at, so nothing was found and nothing changed. Try again; if that does not help, reload the page.',
  leftMeanwhile: (done: number, of: number) =>
    `Another workspace was opened meanwhile: ${String(done)} of ${scriptsOf(of)} got the name. Undo in the workspace that you left takes that back.`,
  renamed: (name: string, scripts: number) => `Renamed to “${name}” in ${scriptsOf(scripts)}`,
} as const;
