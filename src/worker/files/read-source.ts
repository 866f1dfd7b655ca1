import type { Source } from '../../protocol/files-api.ts';
import { inMebibytes, limits } from '../../scenario/limits.ts';
import { decodeLink, isLink, type LoadSample } from '../../scenario/open-link.ts';
import { parseScenario, type ParseResult } from '../../scenario/parse.ts';

/** What was read: the scenario or what is wrong with it, and what it was read from. */
export type ReadSource = {
  readonly result: ParseResult;
  readonly began: 'file' | 'link';
  /** Characters. */
  readonly size: number;
};

/** Reads what somebody wants to open. Its size is looked at before it is read, its form before anything is built of it. */
export async function readSource(source: Source, loadSample: LoadSample): Promise<ReadSource> {
  if (source.kind === 'file') {
    if (source.content.size > limits.fileBytes)
      return refusal(`This file is larger than ${inMebibytes(limits.fileBytes)}. Make it smaller.`);
    const text = textOf(await source.content.arrayBuffer());
    if (text === null) return refusal('This is not a scenario file: it is not text in UTF-8.');
    return readText(text, loadSample);
  }
  return source.kind === 'link' || isLink(source.text)
    ? { result: await decodeLink(source.text, loadSample), began: 'link', size: source.text.length }
    : readText(source.text, loadSample);
}

async function readText(text: string, loadSample: LoadSample): Promise<ReadSource> {
  // A mail program may save a link as a text of its own.
  if (isLink(text)) return { result: await decodeLink(text, loadSample), began: 'link', size: text.length };
  return { result: parseScenario(text), began: 'file', size: text.length };
}

const refusal = (message: string): ReadSource => ({
  result: { ok: false, problems: [{ path: '', message }] },
  began: 'file',
  size: 0,
});

function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
