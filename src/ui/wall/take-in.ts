import type { ReadResult } from '../../protocol/course-files.ts';
import type { KeptResult } from '../../protocol/wall-api.ts';

/** A result that was read and can hang on a wall, and its text. */
export type IncomingResult = {
  readonly read: Exclude<ReadResult, { kind: 'refused' }>;
  readonly text: string;
};

/** What is known of results that hang there already; the name is null of one that could not be read this time. */
export type WallResult = { readonly kept: KeptResult; readonly name: string | null };

/** Who is called the same is taken for the same, however they wrote it. */
export const sameName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

export const nameIn = ({ read }: IncomingResult): string =>
  read.kind === 'code' ? read.code.name : read.result.name;

/**
 * What is to be kept of what comes, and how much of it hangs there already. Whoever has the name of somebody on the wall is
 * taken for them, of those of one name for the last; their older results stay beside the new ones.
 */
export function takeIn(
  course: string,
  hanging: readonly WallResult[],
  coming: readonly IncomingResult[],
  ports: { readonly now: number; readonly newId: () => string },
): { readonly added: readonly KeptResult[]; readonly same: number } {
  const texts = new Set(hanging.flatMap(({ kept, name }) => (name === null ? [] : [kept.text])));
  const people = new Map<string, number>();
  let most = 0;
  for (const { kept, name } of hanging.toSorted((a, b) => a.kept.person - b.kept.person)) {
    if (name !== null) people.set(sameName(name), kept.person);
    most = Math.max(most, kept.person);
  }
  const added: KeptResult[] = [];
  for (const one of coming) {
    if (texts.has(one.text)) continue;
    texts.add(one.text);
    const name = sameName(nameIn(one));
    const person = people.get(name) ?? (most += 1);
    people.set(name, person);
    added.push({
      id: ports.newId(),
      course,
      person,
      chosen: false,
      addedAt: ports.now,
      source: one.read.file,
      text: one.text,
    });
  }
  return { added, same: coming.length - added.length };
}

/** What changes when one of several results of a person in a lesson is to be shown. */
export const chooseOf = (all: readonly KeptResult[], id: string): readonly KeptResult[] =>
  all
    .map((kept) => ({ ...kept, chosen: kept.id === id }))
    .filter((kept, n) => kept.chosen !== all[n]?.chosen);

/**
 * What changes when what came in one file is somebody else's of the same name: it gets a number of its own.
 * `all` is everything on the wall.
 */
export function setApart(all: readonly KeptResult[], of: KeptResult): readonly KeptResult[] {
  const next = Math.max(0, ...all.map(({ person }) => person)) + 1;
  return all
    .filter(({ person, source, addedAt, id }) =>
      of.source === ''
        ? id === of.id
        : person === of.person && source === of.source && addedAt === of.addedAt,
    )
    .map((kept) => ({ ...kept, person: next, chosen: false }));
}
