import type { FaqEntry, FaqFolder } from '../../../engine/definition.ts';
import { formWords } from '../../words/form-words.ts';
import { folderOptions } from '../channels/folder-options.ts';

type Entries = readonly Pick<FaqEntry, 'id' | 'folder' | 'title'>[];

export type TreeLine =
  | {
      readonly kind: 'folder';
      readonly id: number;
      readonly name: string;
      readonly depth: number;
      /** In it and below. */
      readonly entries: number;
    }
  | { readonly kind: 'entry'; readonly id: number; readonly name: string; readonly depth: number };

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.localeCompare(b.name, 'en');

/**
 * The tree of the FAQ as lines: folders by name, each with its folders and then its entries; at the end what lies in no folder.
 * What lies in a folder that is gone, or in itself, stands at the top.
 */
export function faqLines(folders: readonly FaqFolder[], entries: Entries): readonly TreeLine[] {
  const known = new Set(folders.map(({ id }) => id));
  const seen = new Set<number>();
  const children = new Map<number, FaqFolder[]>();
  for (const folder of folders) push(children, known.has(folder.parent) ? folder.parent : 0, folder);
  const within = new Map<number, Entries[number][]>();
  for (const entry of entries) push(within, known.has(entry.folder) ? entry.folder : 0, entry);
  const entriesOf = (folder: number, depth: number): TreeLine[] =>
    (within.get(folder) ?? []).map(({ id, title }) => ({ kind: 'entry', id, name: title, depth }));
  const below = (parent: number, depth: number): TreeLine[] =>
    (children.get(parent) ?? []).toSorted(byName).flatMap((folder) => linesOf(folder, depth));
  const linesOf = ({ id, name }: FaqFolder, depth: number): TreeLine[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const inside = [...below(id, depth + 1), ...entriesOf(id, depth + 1)];
    const count = inside.filter(({ kind }) => kind === 'entry').length;
    return [{ kind: 'folder', id, name, depth, entries: count }, ...inside];
  };
  const lines = below(0, 0);
  // Folders that lie in one another hang on nothing.
  for (const folder of folders) lines.push(...linesOf(folder, 0));
  return [...lines, ...entriesOf(0, 0)];
}

function push<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The lines that are seen while some folders are folded. */
export function unfolded(lines: readonly TreeLine[], folded: ReadonlySet<number>): readonly TreeLine[] {
  let hides = Infinity;
  return lines.filter((line) => {
    if (line.depth > hides) return false;
    hides = line.kind === 'folder' && folded.has(line.id) ? line.depth : Infinity;
    return true;
  });
}

/** Folders to choose from by their whole path; 0 is none; one that is gone stands among them as such. */
export function folderChoices(folders: readonly FaqFolder[], chosen: number, none: string) {
  const there = folderOptions(folders);
  const isThere = chosen === 0 || there.some(({ value }) => value === String(chosen));
  const gone = isThere ? [] : [{ value: String(chosen), label: formWords.gone(String(chosen)) }];
  return [{ value: '0', label: none }, ...there, ...gone];
}
