import { sampleNameOf } from './link.ts';
import { unseal } from './link/envelope.ts';
import { linksIn } from './link/links-in.ts';
import { inMebibytes, limits } from './limits.ts';
import { checkScenario, type ParseResult } from './parse.ts';
import { readJson } from './read-json.ts';

/** Whether a text is meant as a link, and not as a scenario or the name of a file. */
export const isLink = (text: string): boolean =>
  !/^[\s\uFEFF]*[{[]/.test(text) && linksIn(text.slice(0, mostText)) !== null;

/** As long as a link can be with all that is put around it. */
const mostText = 2 * limits.linkCharacters;

/** What a link holds, read but not yet checked. */
export type ReadLink = {
  readonly content: unknown;
  /** The name of the released world that it builds on, or null. */
  readonly sample: string | null;
};

export type LinkResult = { readonly ok: true; readonly link: ReadLink } | Refused;
type Refused = Extract<ParseResult, { readonly ok: false }>;

/** The text of `public/samples/<name>.json`, or null when there is none. */
export type LoadSample = (name: string) => Promise<string | null>;

/**
 * The scenario that a link holds, or what is wrong with the link. The text may be a whole address or only its fragment,
 * with whatever a mail program has put around it and into it. It goes through every check that a file goes through.
 */
export async function decodeLink(text: string, loadSample: LoadSample): Promise<ParseResult> {
  const read = readLink(text);
  if (!read.ok) return read;
  const { sample } = read.link;
  return openLink(read.link, sample === null ? null : await loadSample(sample));
}

/** The first half of `decodeLink`, for whoever does not wait: `openLink` with the text of its sample is the other. */
export function readLink(text: string): LinkResult {
  const links = linksIn(text.slice(0, mostText));
  if (links === null) return refused.none;
  const [first, ...others] = links.map(readContent);
  if (first === undefined) return refused.none;
  return first.ok ? first : (others.find(({ ok }) => ok) ?? first);
}

/** `link`: a digit for its version, and what is sealed. */
function readContent(link: string): LinkResult {
  if (link.length + '#s='.length > limits.linkCharacters) return refused.tooLong;
  if (!link.startsWith('1')) return link.startsWith('0') ? refused.none : refused.newer;
  const opened = unseal(link.slice(1));
  if (!opened.ok) return refused[opened.why];
  const read = readJson(opened.text);
  return read.ok ? { ok: true, link: { content: read.value, sample: namedSample(read.value) } } : read;
}

/** The name in `"world": { "sample": "<name>" }`. */
function namedSample(content: unknown): string | null {
  const world = isRecord(content) ? content['world'] : undefined;
  const name = isRecord(world) && Object.keys(world).length === 1 ? world['sample'] : undefined;
  return typeof name === 'string' && /^[0-9a-f]{12}$/.test(name) ? name : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts the world in its place, and checks the whole as a file is checked. */
export function openLink({ content, sample }: ReadLink, sampleText: string | null): ParseResult {
  if (sample === null) return checkScenario(content);
  if (sampleText === null || sampleNameOf(sampleText) !== sample) return refused.sampleMissing;
  const world = readJson(sampleText);
  return world.ok ? checkScenario({ ...(content as object), world: world.value }) : world;
}

const refusal = (message: string): Refused => ({ ok: false, problems: [{ path: '', message }] });

const refused = {
  none: refusal(
    'This is no link to a scenario: such a link has “#s=1” in it. Copy the whole of it, to its end.',
  ),
  newer: refusal(
    'This link was made by a newer version of Rehearsal. Update Rehearsal, or ask for the file.',
  ),
  cut: refusal(
    'This link was cut off: a mail or chat program may have shortened it. Ask for the whole link or for the file.',
  ),
  changed: refusal(
    'This link was changed on its way: its characters are not the ones that it was made of. Ask for it again, or for the file.',
  ),
  tooLong: refusal(
    `This link is longer than the ${limits.linkCharacters.toLocaleString('en')} characters that a link may have. Ask for the file.`,
  ),
  tooLarge: refusal(
    `This link holds more than the ${inMebibytes(limits.linkBytes)} that a link may hold. Ask for the file.`,
  ),
  sampleMissing: refusal(
    'This link builds on a sample that this copy of Rehearsal does not have. Update Rehearsal, or ask for the file.',
  ),
};
