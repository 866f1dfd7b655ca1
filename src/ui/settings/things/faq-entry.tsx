import { faqAccess, messageLimit } from '../../../engine/numbers.ts';
import { choice, text, type Setting } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { useWorld } from '../../context.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { RichText } from '../../conversation/rich-text.tsx';
import { alsoCalled, checked, error, reference, warning } from './field-checks.ts';
import { folderChoices } from './faq-tree.ts';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type Entry = World['faqEntries'][number];
export type EntryValue = Omit<Entry, 'id'>;

const lines = (max: number): Setting<string> => ({ ...text(max, '', {}), hasLines: true });
const settings = {
  title: text(255, '', {}),
  question: lines(messageLimit),
  answer: lines(messageLimit),
  keywords: text(messageLimit, '', {}),
  folder: reference,
  access: reference,
  status: choice(['published', 'unpublished', 'expired'], {}),
};
const words = thingWords.faqEntry;
const access = [4, 3, 2, 1] as const;

function Body({ value }: BodyProps<EntryValue>) {
  const folders = useWorld((world) => world.faqFolders);
  return (
    <div class="fields">
      <Field path="title" />
      <TextField path="question" rows={2} />
      <TextField path="answer" rows={6} />
      <section class="faq-answer" aria-label={words.seen}>
        <h3>{words.seen}</h3>
        <div class="faq-answer-text" dir="auto">
          {value.answer.trim() === '' ? (
            <p class="note">{words.noAnswer}</p>
          ) : (
            <>
              <p>
                <b>{value.title}</b>
              </p>
              <RichText html={value.answer} />
            </>
          )}
        </div>
      </section>
      <TextField path="keywords" />
      <SelectField path="folder" options={folderChoices(folders, value.folder, words.noFolder)} />
      <SelectField
        path="access"
        options={access.map((one) => ({ value: String(one), label: words.access[one] }))}
      />
      <Field path="status" />
    </div>
  );
}

export const entryKind: ThingKind<Entry, EntryValue> = {
  section: 'faq',
  under: '',
  numbered: 'faqEntry',
  all: ({ faqEntries }) => faqEntries,
  settings,
  fields: words.fields,
  words,
  fresh: (_, within) => ({
    title: '',
    question: '',
    answer: '',
    keywords: '',
    folder: /^\d+$/.test(within) ? Number(within) : 0,
    access: 4,
    status: 'published',
  }),
  valueOf: ({ id: _, ...value }) => value,
  problems: (value, _, { faqFolders }) => [
    ...checked(settings, value, ['title']),
    ...(value.folder === 0 || faqFolders.some(({ id }) => id === value.folder)
      ? []
      : [error('folder', words.folderGone)]),
  ],
  warnings: (value, id, { faqEntries }) => [
    ...alsoCalled(
      'title',
      value.title,
      faqEntries
        .filter(({ folder }) => folder === value.folder)
        .map((one) => ({ id: one.id, name: one.title })),
      id,
    ),
    ...(value.answer.trim() === '' ? [warning('answer', words.emptyAnswer)] : []),
    ...(value.access < faqAccess.public ? [warning('access', words.notForCustomers)] : []),
    ...(value.status === 'published' ? [] : [warning('status', words.notPublished)]),
  ],
  saving: (value, id) => [
    { type: 'admin.savesFaqEntry', faqEntry: { id, ...value, title: value.title.trim() } },
  ],
  deleting: (faqEntry) => ({ type: 'admin.deletesFaqEntry', faqEntry }),
  nameOf: ({ title }) => title,
  Body,
};
