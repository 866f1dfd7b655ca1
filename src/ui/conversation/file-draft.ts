/** A file as it is about to be sent: what is typed into the fields. */
export type FileDraft = { readonly name: string; readonly size: string; readonly mediaType: string };

export const fileNameLimit = 255;

/** What is wrong with each field of it; nothing when it can be sent. */
export function problemsInFile({ name, size }: FileDraft): {
  readonly name?: 'missing' | 'tooLong';
  readonly size?: 'notWhole';
} {
  const length = name.trim().length;
  return {
    ...(length === 0 ? { name: 'missing' as const } : {}),
    ...(length > fileNameLimit ? { name: 'tooLong' as const } : {}),
    ...(size.trim() === '' || /^\d{1,15}$/.test(size.trim()) ? {} : { size: 'notWhole' as const }),
  };
}

/** The fields of the input: a type or size that nobody knows is left out. */
export const fileOf = ({ name, size, mediaType }: FileDraft) => ({
  name: name.trim(),
  ...(mediaType === '' ? {} : { mediaType }),
  ...(size.trim() === '' ? {} : { size: Number(size.trim()) }),
});
