import { decodeLater } from './decode-later.ts';
import type { JournalFolder, JournalName } from './folder.ts';
import { sizeAnnounced, type ReadRecord } from './record.ts';

/** So many bytes are read at a time: whoever writes messages meanwhile hardly notices. */
const piece = 1 << 19;

/** Where the whole records of a file end, and whether nothing comes after them that was ever told to be saved. */
export type Ending = { readonly at: number; readonly isWhole: boolean };

/** The whole records from the start of a file, up to the first that is torn or damaged (reliability D12), in pieces. */
export async function* recordsIn(
  folder: JournalFolder,
  name: JournalName,
): AsyncGenerator<ReadRecord, Ending, undefined> {
  let at = 0;
  for (let wanted = piece; ;) {
    const { bytes, size } = await folder.read(name, at, at + wanted);
    if (bytes.length === 0) return { at, isWhole: true };
    let start = 0;
    for (
      let found = await decodeLater(bytes, start);
      found !== null;
      start = found.end, found = await decodeLater(bytes, start)
    )
      yield { record: found.record, end: at + found.end };
    at += start;
    const announced = sizeAnnounced(bytes.subarray(start));
    if (announced === null || at + announced > size) {
      // At the end of the file: a record that was never written to its end. Else the next piece has more of it.
      if (at + (bytes.length - start) >= size) return { at, isWhole: true };
    } else if (start === 0 && announced <= bytes.length) return { at, isWhole: false };
    wanted = Math.max(piece, announced ?? 0);
  }
}
