import { checkCourse } from '../../course/parse-course.ts';
import { checkResults } from '../../course/parse-result.ts';
import { formatIn } from '../../course/read-file.ts';
import { courseFormat, resultFormat, resultsFormat } from '../../course/schema.ts';
import type { CourseFile, ResultFile } from '../../protocol/course-api.ts';
import type { Source } from '../../protocol/files-api.ts';
import { Backup, isZip } from '../../scenario/backup.ts';
import { isChatFile, readChat, type ForeignChat } from '../../scenario/foreign-chat.ts';
import { inMebibytes, limits } from '../../scenario/limits.ts';
import { isLink, openLink, readLink, type LoadSample, type ReadLink } from '../../scenario/open-link.ts';
import { checkScenario } from '../../scenario/parse.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { readJson, tooLarge } from '../../scenario/read-json.ts';
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
  | {
      readonly kind: 'course';
      readonly course: CourseFile;
      readonly problems: readonly FileProblem[];
      readonly size: number;
    }
  | { readonly kind: 'results'; readonly results: readonly ResultFile[] }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** Reads what somebody wants to open. Its size is looked at before it is read, its form before anything is built of it. */
export async function readSource(source: Source, loadSample: LoadSample): Promise<ReadSource> {
  if (source.kind === 'text') return readText(source.text, loadSample);
  if (source.kind === 'link') return fromLink(source.text, loadSample);
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

/** The text of what somebody wants to open, or why there is none. Its size is looked at before it is read. */
export async function textIn(
  source: Source,
): Promise<
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }
> {
  if (source.kind !== 'file') return { ok: true, text: source.text };
  if (source.content.size > limits.fileBytes)
    return { ok: false, problems: [{ path: '', message: tooLarge }] };
  const text = textOf(new Uint8Array(await source.content.arrayBuffer()));
  return text === null
    ? {
        ok: false,
        problems: [{ path: '', message: 'This is not a file of Rehearsal: it is not text in UTF-8.' }],
      }
    : { ok: true, text };
}

/** A mail program may save a link as a text of its own. */
function readText(text: string, loadSample: LoadSample): Promise<ReadSource> {
  if (isLink(text)) return fromLink(text, loadSample);
  const read = readJson(text);
  return Promise.resolve(
    read.ok
      ? (ofWorkshop(read.value, text) ?? readAs('file', text, checkScenario(read.value)))
      : { kind: 'refused', problems: read.problems },
  );
}

async function fromLink(text: string, loadSample: LoadSample): Promise<ReadSource> {
  const read = readLink(text);
  if (!read.ok) return { kind: 'refused', problems: read.problems };
  return ofWorkshop(read.link.content, text) ?? readAs('link', text, await withSample(read.link, loadSample));
}

const withSample = async (link: ReadLink, loadSample: LoadSample) =>
  openLink(link, link.sample === null ? null : await loadSample(link.sample));

/** A course or a result; null for what says that it is something else. */
function ofWorkshop(value: unknown, text: string): ReadSource | null {
  const format = formatIn(value);
  if (format === courseFormat) {
    const read = checkCourse(value);
    return read.ok
      ? { kind: 'course', course: read.course, problems: read.warnings, size: text.length }
      : { kind: 'refused', problems: read.problems };
  }
  if (format !== resultFormat && format !== resultsFormat) return null;
  const read = checkResults(value);
  return read.ok ? { kind: 'results', results: read.results } : { kind: 'refused', problems: read.problems };
}

const readAs = (
  began: 'file' | 'link',
  text: string,
  result: ReturnType<typeof checkScenario>,
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
