import { inMebibytes, limits } from './limits.ts';
import type { FileProblem } from './problem.ts';
import { scanJson } from './scan-json.ts';

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The JSON of a file that anybody may have written: size, depth and keys are looked at before it is built. */
export function readJson(text: string): JsonResult {
  if (byteLength(text) > limits.fileBytes) return refusal(tooLarge);
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain.trim() === '') return refusal('This file is empty. It must be JSON.');
  const problems = scanJson(plain);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: JSON.parse(plain) as unknown };
}

/** Said of a file by its size, by whoever can know that before reading it. */
export const tooLarge = `This file is larger than ${inMebibytes(limits.fileBytes)}. Make it smaller.`;

const refusal = (message: string): JsonResult => ({ ok: false, problems: [{ path: '', message }] });

/** Bytes of the text in UTF-8, counted no further than needed. */
function byteLength(text: string): number {
  if (text.length > limits.fileBytes || text.length * 3 <= limits.fileBytes) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}
