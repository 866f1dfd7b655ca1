import type { JournalFolder, JournalName } from './folder.ts';

/** So many bytes are looked through at a time, and as many of the last ones once more with the next as a command may have. */
const [piece, overlap] = [1 << 22, 1000];

/** How a step says of which command it is; in JSON no text that somebody wrote can look like it. */
const pattern = /"command":"([^"\\]*)"/g;

/** The commands in files, found without reading what else there is. There may be more than were applied. */
export async function commandsIn(
  folder: JournalFolder,
  names: readonly JournalName[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const name of names) {
    let before = '';
    for (let at = 0; ; at += piece) {
      const { bytes, size } = await folder.read(name, at, at + piece);
      const text = before + new TextDecoder('latin1').decode(bytes);
      for (const [, command = ''] of text.matchAll(pattern)) found.add(command);
      if (at + bytes.length >= size || bytes.length === 0) break;
      before = text.slice(-overlap);
    }
  }
  return found;
}
