import type { RecordedEvent } from '../../engine/events.ts';
import type { TextDifference, DraftOptions } from '../../protocol/files-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { replacePersonalDetails, type Replacement } from '../../scenario/personal-details.ts';
import { ScenarioRecorder } from '../../scenario/record.ts';
import { secretsIn, withoutSecrets, type Secret } from '../../scenario/secrets.ts';
import type { PlayedFile } from './play-file.ts';

/** A file without what its maker wants to keep; `file` is the same object where nothing was taken away. */
export type RedactedFile = {
  readonly file: ScenarioFile;
  readonly replaced: readonly Replacement[];
  /** What was replaced in the file, in a text that came of it before. */
  readonly inText: (text: string) => string;
  /** All that there are, emptied or not. */
  readonly secrets: readonly Secret[];
};

/** @param conversation what the file was made of: whoever took part in it may be named in settings, too. */
export function redacted(
  file: ScenarioFile,
  { personal, emptied }: Pick<DraftOptions, 'personal' | 'emptied'>,
  conversation: ScenarioFile,
): RedactedFile {
  const {
    file: anonymous,
    replacements,
    inText,
  } = personal
    ? replacePersonalDetails(file, conversation)
    : { file, replacements: [], inText: (text: string) => text };
  const secrets = secretsIn(anonymous);
  return { file: withoutSecrets(anonymous, emptied), replaced: replacements, inText, secrets };
}

/** A file as it was played now: its hashes made anew, and refusals that are new expected. */
export function recordedAnew(file: ScenarioFile, { steps }: PlayedFile): ScenarioFile {
  const recorder = new ScenarioRecorder();
  for (const step of steps) recorder.add(step);
  const { name, description, tags, opening, bookmarks, made, world } = file;
  const recorded = recorder.scenario({ name, description, tags, opening, bookmarks }, world);
  return made === undefined ? recorded : { ...recorded, version: 2, made };
}

/** Where something else is said than was said before, apart from what was replaced. */
export function differencesOf(
  before: PlayedFile,
  after: PlayedFile,
  { replaced, inText }: Pick<RedactedFile, 'replaced' | 'inText'>,
): readonly TextDifference[] {
  const longestFirst = replaced.toSorted((a, b) => b.from.length - a.from.length);
  const as = (text: string) =>
    longestFirst.reduce((rest, { from, to }) => rest.replaceAll(from, to), text).toLowerCase();
  return before.steps.flatMap(({ events }, index): TextDifference[] => {
    const was = saidIn(events);
    const now = saidIn(after.steps[index]?.events ?? []);
    const isSame = inText(was).toLowerCase() === now.toLowerCase() || as(was) === as(now);
    return isSame ? [] : [{ step: index + 1, was, now }];
  });
}

const saidIn = (events: readonly RecordedEvent[]): string =>
  events.flatMap((event) => (event.type === 'message.saved' ? [event.text] : [])).join('\n');
