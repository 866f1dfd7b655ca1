import type { DraftOptions, Draft } from '../../protocol/files-api.ts';
import { safeFileName } from '../../scenario/file-name.ts';

/** What somebody has chosen about a file or link that is to leave the page. */
export type Form = Omit<DraftOptions, 'emptied'> & {
  /** By path of a secret: whether it is emptied, where somebody has said so. */
  readonly secrets: Readonly<Record<string, boolean>>;
};

/** Whether secrets of which nobody has said anything are emptied: links are passed on more easily than files. */
export type Way = 'link' | 'file';

/** Whether this secret is emptied when the form goes out this way. */
export const isEmptied = ({ secrets }: Form, path: string, way: Way): boolean =>
  secrets[path] ?? way === 'link';

/** The options that a draft is made of; `known` are the secrets of the draft before. */
export function optionsOf(form: Form, known: Draft['secrets'], way: Way): DraftOptions {
  const { secrets: _, ...rest } = form;
  const emptied = known.map(({ path }) => path).filter((path) => isEmptied(form, path, way));
  return { ...rest, name: rest.name.trim(), emptied };
}

/** What it is called where it goes: whose details are replaced is not named in the name of the file either. */
export const nameOutside = (
  { name, personal }: Pick<Form, 'name' | 'personal'>,
  draft: Draft | null,
): string => (personal && draft !== null ? draft.name : name);

/** The name of the file of a rehearsal of this name. */
export const fileNameOf = (name: string): string => `${safeFileName(name, 80, 'rehearsal')}.rehearsal.json`;
