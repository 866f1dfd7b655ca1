import type { FaqFolder } from '../../../engine/definition.ts';

/** The folders of the FAQ as options, each behind those that it lies in: `Web shop / Delivery`. */
export function folderOptions(folders: readonly FaqFolder[]): readonly { value: string; label: string }[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const pathOf = ({ id, parent, name }: FaqFolder, below: readonly number[] = []): string => {
    const above = below.includes(parent) ? undefined : byId.get(parent);
    return above === undefined ? name : `${pathOf(above, [...below, id])} / ${name}`;
  };
  return folders
    .map((folder) => ({ value: String(folder.id), label: pathOf(folder) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
