import { useSignal } from '@preact/signals';
import type { World } from '../../../engine/world.ts';
import { useStore } from '../../context.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import type { ListRow } from '../list/list-row.ts';
import { SettingsList } from '../list/settings-list.tsx';
import type { SectionProps } from '../section-props.ts';
import { entryKind } from './faq-entry.tsx';
import { faqFolderKind } from './faq-folder.tsx';
import { faqLines, unfolded, type TreeLine } from './faq-tree.ts';
import { faultOf, keyOf, thingDraftKey } from './thing-kind.ts';
import { AddThing, NoThings, OpenThing, useFirstOpen } from './thing-section.tsx';
import { thingWords } from '../../words/thing-words.ts';
import { TryQuestion } from './try-question.tsx';
import { useSettings } from './use-settings.ts';

const words = thingWords.faq;
const statuses = thingWords.faqEntry.fields.status.options;

/** The tree of the FAQ; an entry by its number, a folder by `folder` and its number; which question finds what. */
export function FaqSection({ rest }: SectionProps) {
  const [first, second = ''] = rest;
  const isFolder = first === 'folder';
  const open = isFolder ? `folder/${second}` : first;
  const store = useStore();
  const world = useSettings();
  const folded = useSignal<ReadonlySet<number>>(new Set());
  const lines = faqLines(world.faqFolders, world.faqEntries);
  const rowOf = (line: TreeLine) => treeRow(line, world, folded.value, store.draft);
  const news = [entryKind, faqFolderKind].flatMap((kind): readonly ListRow[] => {
    const key = keyOf(kind, 'new');
    const isMade = open === key || store.draft(thingDraftKey(kind, 'new')) !== '';
    return isMade ? [{ key, name: kind.words.new, isUnsaved: true }] : [];
  });
  const isEmpty = lines.length + news.length === 0;
  const firstEntry = lines.find(({ kind }) => kind === 'entry') ?? lines[0];
  useFirstOpen('faq', open, firstEntry === undefined ? undefined : rowOf(firstEntry).key);
  const adding = (
    <>
      <AddThing kind={faqFolderKind} />
      <AddThing kind={entryKind} within={isFolder && /^\d+$/.test(second) ? second : ''} />
    </>
  );
  return (
    <div class={`list-and-form of-things of-faq${open === undefined ? '' : ' has-open'}`}>
      <SettingsList
        section="faq"
        rows={[...unfolded(lines, folded.value).map(rowOf), ...news]}
        all={[...lines.map(rowOf), ...news]}
        count={world.faqEntries.length}
        open={open}
        adding={isEmpty ? null : adding}
        onFold={(key) => {
          const id = Number(key.replace('folder/', ''));
          const next = new Set(folded.peek());
          if (!next.delete(id)) next.add(id);
          folded.value = next;
        }}
      />
      <div class="faq-side">
        {world.faqEntries.length === 0 ? null : <TryQuestion />}
        {isEmpty && open === undefined ? (
          <NoThings text={words.none}>
            <AddThing kind={entryKind} isPrimary />
          </NoThings>
        ) : isFolder ? (
          <OpenThing kind={faqFolderKind} id={second} within={rest[2] ?? ''} />
        ) : (
          <OpenThing kind={entryKind} id={first} within={second} />
        )}
      </div>
    </div>
  );
}

function treeRow(
  line: TreeLine,
  world: World,
  folded: ReadonlySet<number>,
  draft: (place: string) => string,
): ListRow {
  const { id, name, depth } = line;
  if (line.kind === 'folder') {
    const folder = world.faqFolders.find((one) => one.id === id);
    return {
      key: keyOf(faqFolderKind, id),
      name,
      depth,
      detail: words.entries(line.entries),
      isUnfolded: !folded.has(id),
      isUnsaved: draft(thingDraftKey(faqFolderKind, id)) !== '',
      fault: folder === undefined ? '' : faultOf(faqFolderKind, folder, world),
      mark: (
        <span class="row-icon">
          <LaterIcon name="open" size={16} />
        </span>
      ),
    };
  }
  const entry = world.faqEntries.find((one) => one.id === id);
  const status = entry === undefined || entry.status === 'published' ? [] : [statuses[entry.status]];
  return {
    key: keyOf(entryKind, id),
    name,
    depth,
    detail: [...status, entry?.question ?? ''].filter((one) => one !== '').join(' · '),
    isUnsaved: draft(thingDraftKey(entryKind, id)) !== '',
    fault: entry === undefined ? '' : faultOf(entryKind, entry, world),
    mark: (
      <span class="row-icon">
        <LaterIcon name="file" size={16} />
      </span>
    ),
  };
}
