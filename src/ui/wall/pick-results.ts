import { sourceOf } from '../files/pick-files.ts';
import type { WallState } from './wall-state.ts';

/** In a folder lie other things too. */
const isJson = ({ name }: File): boolean => name.toLowerCase().endsWith('.json');

/** Has the browser ask for files, or for a folder with all files in it, and puts what they hold on the wall. */
export function pickResults(wall: Pick<WallState, 'add'>, folder: boolean): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = folder;
  if (!folder) input.accept = '.json';
  input.addEventListener('change', () => {
    const files = Array.from(input.files ?? []);
    void wall.add((folder ? files.filter(isJson) : files).map(sourceOf));
  });
  input.click();
}

/** What was dropped: files, and the files in folders, also in theirs. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  // Asked for before anything is waited for: afterwards the browser has forgotten them.
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = Array.from(data.files);
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => {
        resolve(null);
      });
    });
    return file !== null && isJson(file) ? [file] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // It tells of some hundred at a time, and of none when all were told.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesIn(one)));
  }
}
