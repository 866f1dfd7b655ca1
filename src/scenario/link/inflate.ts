import { FlateErrorCode, Inflate, type FlateError } from 'fflate';
import { joined } from '../bytes.ts';

/** How much is handed over at once: what comes of it is at most a thousand times as much. */
const chunk = 256;

export type Inflated =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** It ends before its own end: the beginning of something. */
  | { readonly kind: 'cut' }
  /** No deflated data, or not any more. */
  | { readonly kind: 'damaged' }
  /** It would be more than `limit`; `built` bytes had come out when it was stopped, and none is kept. */
  | { readonly kind: 'tooLarge'; readonly built: number };

class TooLarge extends Error {}

/** Inflates raw deflated data and stops as soon as more than `limit` bytes come out (reliability I08). */
export function inflate(data: Uint8Array, limit: number): Inflated {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    if (length > limit) throw new TooLarge();
    parts.push(part);
  });
  try {
    for (let at = 0; at < data.length; at += chunk)
      stream.push(data.subarray(at, at + chunk), at + chunk >= data.length);
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'tooLarge', built: length };
    return { kind: isEnd(error) ? 'cut' : 'damaged' };
  }
  return { kind: 'whole', bytes: joined(parts) };
}

const isEnd = (error: unknown): boolean =>
  (error as Partial<FlateError>).code === FlateErrorCode.UnexpectedEOF;
