import { useMemo } from 'preact/hooks';
import type { FormFields } from '../../engine/inputs.ts';
import { useStore } from '../context.ts';

export type FormDraft = {
  readonly fields: Readonly<Record<string, string>>;
  readonly consent: boolean;
  readonly rating: number;
  readonly transcript: boolean;
};

const empty: FormDraft = { fields: {}, consent: false, rating: 0, transcript: false };

/** What a draft says, with everything that is not of the right type left out. */
export function readDraft(text: string, start: FormDraft): FormDraft {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return start;
  }
  if (typeof kept !== 'object' || kept === null) return start;
  const { fields, consent, rating, transcript } = kept as Partial<Record<keyof FormDraft, unknown>>;
  const known = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
  return {
    fields: Object.fromEntries(
      known.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    consent: consent === true,
    rating: typeof rating === 'number' ? rating : 0,
    transcript: transcript === true,
  };
}

/** What is typed into a form, kept through a reload until the form is sent. */
export function useFormDraft(
  key: string,
  prefilled: FormFields,
): {
  readonly draft: FormDraft;
  readonly change: (part: Partial<FormDraft>) => void;
  readonly forget: () => void;
} {
  const store = useStore();
  const given = Object.entries(prefilled).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const fields = JSON.stringify(given);
  const start = useMemo(
    () => ({ ...empty, fields: Object.fromEntries(JSON.parse(fields) as [string, string][]) }),
    [fields],
  );
  const kept = store.draft(key);
  const draft = useMemo(() => readDraft(kept, start), [kept, start]);
  return {
    draft,
    change: (part) => {
      const now = readDraft(store.draft(key), start);
      store.keepDraft(key, JSON.stringify({ ...now, ...part }));
    },
    forget: () => {
      store.keepDraft(key, '');
    },
  };
}
