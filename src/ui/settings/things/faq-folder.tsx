import { text } from '../../../engine/setting-kinds.ts';
import { withSubfolders } from '../../../engine/faq-search.ts';
import type { World } from '../../../engine/world.ts';
import { useWorld } from '../../context.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import { alsoCalled, checked, error, reference } from './field-checks.ts';
import { folderChoices } from './faq-tree.ts';
import { AddThing } from './thing-section.tsx';
import { entryKind } from './faq-entry.tsx';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type Folder = World['faqFolders'][number];
type FolderValue = Omit<Folder, 'id'>;

const settings = { name: text(255, '', {}), parent: reference };
const words = thingWords.faqFolder;

/** A folder can lie in any other but in itself and what is below it. */
function Body({ value, id }: BodyProps<FolderValue>) {
  const below = useWorld((world) => [...withSubfolders(world, id)]);
  const folders = useWorld((world) => world.faqFolders);
  const others = folders.filter((one) => !below.includes(one.id));
  return (
    <div class="fields">
      <Field path="name" />
      <SelectField path="parent" options={folderChoices(others, value.parent, words.top)} />
      {id === 0 ? null : (
        <p>
          <AddThing kind={entryKind} within={String(id)} />
        </p>
      )}
    </div>
  );
}

export const faqFolderKind: ThingKind<Folder, FolderValue> = {
  section: 'faq',
  under: 'folder',
  numbered: 'faqFolder',
  named: 'faqFolder',
  all: ({ faqFolders }) => faqFolders,
  settings,
  fields: words.fields,
  words,
  fresh: (_, within) => ({ name: '', parent: /^\d+$/.test(within) ? Number(within) : 0 }),
  valueOf: ({ name, parent }) => ({ name, parent }),
  problems: (value, id, world) => {
    const { parent } = value;
    const isThere = parent === 0 || world.faqFolders.some((one) => one.id === parent);
    const isBelow = id > 0 && parent > 0 && withSubfolders(world, id).has(parent);
    return [
      ...checked(settings, value, ['name']),
      ...(isThere ? [] : [error('parent', words.parentGone)]),
      ...(isBelow ? [error('parent', words.inItself)] : []),
    ];
  },
  warnings: ({ name, parent }, id, { faqFolders }) =>
    alsoCalled(
      'name',
      name,
      faqFolders.filter((one) => one.parent === parent),
      id,
    ),
  saving: (value, id) => [
    { type: 'admin.savesFaqFolder', faqFolder: { id, ...value, name: value.name.trim() } },
  ],
  deleting: (faqFolder) => ({ type: 'admin.deletesFaqFolder', faqFolder }),
  nameOf: ({ name }) => name,
  Body,
};
