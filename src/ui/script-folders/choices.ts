import type { ComparedScript, RowKind } from '../../scenario/script-folder.ts';

/** What becomes of one script: it is made what it is in the folder, or the folder is made what it is here, or nothing. */
export type Choice = 'take' | 'give' | 'leave';

/** What somebody most likely wants: what changed on one side goes to the other. Nothing is chosen where something would be lost. */
const usual: Readonly<Record<RowKind, Choice>> = {
  same: 'leave',
  changedThere: 'take',
  changedHere: 'give',
  changedBoth: 'leave',
  newThere: 'take',
  newHere: 'give',
  renamedThere: 'take',
  deletedThere: 'leave',
  deletedHere: 'leave',
  unreadable: 'leave',
};

export const usualChoice = ({ kind, isChangedToo, file, here }: ComparedScript): Choice =>
  isChangedToo || (here !== undefined && file?.source === '' && kind !== 'changedHere')
    ? 'leave'
    : usual[kind];

/** What can be chosen for a script, the usual first. */
export function choicesOf(row: ComparedScript): readonly Choice[] {
  const first = usualChoice(row);
  const all: readonly Choice[] =
    row.kind === 'unreadable' || row.kind === 'same'
      ? ['leave']
      : row.kind === 'newThere' || row.kind === 'renamedThere'
        ? ['take', 'leave']
        : row.kind === 'newHere'
          ? ['give', 'leave']
          : ['take', 'give', 'leave'];
  return [first, ...all.filter((choice) => choice !== first)];
}

/** By what a row is known from one look to the next. */
export const rowKey = ({ path, here, was }: ComparedScript): string =>
  path === '' ? `script ${String(here?.script.id ?? was?.script ?? 0)}` : path;

/** The choice for a row: what somebody chose, as long as that can be chosen. */
export function choiceFor(row: ComparedScript, chosen: ReadonlyMap<string, Choice>): Choice {
  const choice = chosen.get(rowKey(row));
  return choice !== undefined && choicesOf(row).includes(choice) ? choice : usualChoice(row);
}

/** The order in which rows are told: first what needs an answer. */
const order: readonly RowKind[] = [
  'changedBoth',
  'deletedThere',
  'deletedHere',
  'unreadable',
  'changedThere',
  'newThere',
  'renamedThere',
  'changedHere',
  'newHere',
];

/** Rows that are not the same on both sides, by kind, what needs an answer first. */
export const groupsOf = (
  rows: readonly ComparedScript[],
): readonly (readonly [RowKind, readonly ComparedScript[]])[] =>
  order.flatMap((kind) => {
    const some = rows.filter((row) => row.kind === kind);
    return some.length === 0 ? [] : [[kind, some] as const];
  });

/** How many rows go which way. */
export type Counts = {
  readonly takes: number;
  readonly gives: number;
  /** Files that will be gone, and scripts that will. */
  readonly removes: number;
};

export function countsOf(rows: readonly ComparedScript[], chosen: ReadonlyMap<string, Choice>): Counts {
  const counts = { takes: 0, gives: 0, removes: 0 };
  for (const row of rows) {
    const choice = choiceFor(row, chosen);
    if (choice === 'leave') continue;
    const isGone = choice === 'take' ? row.file === undefined : row.here === undefined;
    if (isGone) counts.removes += 1;
    else if (choice === 'take') counts.takes += 1;
    else counts.gives += 1;
  }
  return counts;
}
