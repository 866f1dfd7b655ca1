import type { FolderChanges, LeftAlone, ComparedScript, RowKind } from '../scenario/script-folder.ts';
import type { Terminal } from './terminal.ts';

const why: Readonly<Record<LeftAlone['why'], string>> = {
  'too-large': 'is larger than a script can be (16 MiB)',
  'too-many': 'is more than a world can hold (10,000 scripts, 64 MiB)',
  'no-text': 'is not text',
  gone: 'cannot be read',
  'odd-path': 'has a name that not every system takes',
};

/** So many are named. */
const most = 20;

/** Says which files were left as they are. */
export function tellLeftAlone(terminal: Terminal, files: readonly LeftAlone[]): void {
  tellList(
    terminal,
    'Left alone:',
    files.map(({ path, why: reason }) => `${path} ${why[reason]}`),
  );
}

/** Says which scripts got no file, as none can hold their text. */
export function tellUnwritable(terminal: Terminal, scripts: FolderChanges['unwritable']): void {
  tellList(
    terminal,
    'Not written, as its text has a zero byte, which no file of a script can hold:',
    scripts.map(({ script, folder }) => `${folder.name}/${script.name}`),
  );
}

/** What a row is in words; whichever side, its text stays. */
const said: Readonly<Partial<Record<RowKind, string>>> = {
  changedThere: 'changed in the folder only',
  changedHere: 'changed in the scenario only',
  changedBoth: 'changed in both',
  newThere: 'only in the folder',
  newHere: 'only in the scenario',
  renamedThere: 'has another name in the folder',
  deletedThere: 'has no file any more',
  deletedHere: 'has no script any more',
  unreadable: 'cannot be read',
};

/** Names rows under a head; nothing where there are none. */
export function tellRows(terminal: Terminal, head: string, rows: readonly ComparedScript[]): void {
  tellList(
    terminal,
    head,
    rows.map(
      (row) =>
        `${nameOf(row)}: ${said[row.kind] ?? row.kind}${row.isChangedToo ? ', and changed in the other' : ''}`,
    ),
  );
}

const nameOf = ({ path, here }: ComparedScript): string =>
  path === '' ? `${here?.folder.name ?? ''}/${here?.script.name ?? ''}` : path;

function tellList(terminal: Terminal, head: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const rest = lines.length - most;
  const shown = [...lines.slice(0, most), ...(rest > 0 ? [`and ${String(rest)} more`] : [])];
  terminal.err(`${[head, ...shown.map((line) => `  ${line}`)].join('\n')}\n`);
}
