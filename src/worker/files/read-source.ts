import type { Source } from '../../protocol/files-api.ts';
import { Backup, isZip } from '../../scenario/backup.ts';
import { isChatFile, readChat, type ForeignChat } from '../../scenario/foreign-chat.ts';
import { inMebibytes, limits } from '../../scenario/limits.ts';
import { decodeLink, isLink, type LoadSample } from '../../scenario/open-link.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { Problem } from '../../scenario/problem.ts';
import type { ScenarioFile } from '../../scenario/format.ts';

/** What was read of what somebody wants to open, or what is wrong with it. */
export type ReadSource =
  | {
      readonly kind: 'scenario';
      readonly file: ScenarioFile;
      readonly began: 'file' | 'link';
      /** Characters. */
      readonly size: number;
    }
  | { readonly kind: 'foreign'; readonly chat: ForeignChat }
  | { readonly kind: 'backup'; readonly backup: Backup }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads what somebody wants to open. Its size is looked at before it is read, its form before anything is built of it. */
export async function readSource(source: Source, loadSample: LoadSample): Promise<ReadSource> {
  if (source.kind === 'text') return readText(source.text, loadSample);
  if (source.kind === 'link') return readLink(source.text, loadSample);
  const { name, content } = source;
  const most = name.toLowerCase().endsWith('.zip') ? limits.backupBytes : limits.fileBytes;
  if (content.size > most) return refused(`This file is larger than ${inMebibytes(most)}. Make it smaller.`);
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (isZip(bytes)) {
    const found = Backup.open(bytes);
    return found.ok
      ? { kind: 'backup', backup: found.backup }
      : { kind: 'refused', problems: found.problems };
  }
  const text = textOf(bytes);
  if (text === null) return refused('This is not a scenario file: it is not text in UTF-8.');
  if (!isChatFile(name)) return readText(text, loadSample);
  const read = readChat(text, name);
  return read.ok ? { kind: 'foreign', chat: read.chat } : { kind: 'refused', problems: read.problems };
}

/** A mail program may save a link as a text of its own. */
const readText = (text: string, loadSample: LoadSample): Promise<ReadSource> =>
  isLink(text) ? readLink(text, loadSample) : Promise.resolve(readAs('file', text, parseScenario(text)));

const readLink = async (text: string, loadSample: LoadSample): Promise<ReadSource> =>
  readAs('link', text, await decodeLink(text, loadSample));

const readAs = (
  began: 'file' | 'link',
  text: string,
  result: ReturnType<typeof parseScenario>,
): ReadSource =>
  result.ok
    ? { kind: 'scenario', file: result.scenario, began, size: text.length }
    : { kind: 'refused', problems: result.problems };

const refused = (message: string): ReadSource => ({ kind: 'refused', problems: [{ path: '', message }] });

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
