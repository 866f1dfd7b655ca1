import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { LaterIcon } from '../../controls/later-icon.tsx';
import type { SectionName } from '../kinds.ts';
import { settingsWords } from '../../words/settings-words.ts';
import { ListRows } from './list-rows.tsx';
import { fits, type ListRow } from './list-row.ts';
import { listWords as words } from '../../words/list-words.ts';
import './settings-list.css';

export type SettingsListProps = {
  readonly section: SectionName;
  /** In their order; those below a folded one are left out. */
  readonly rows: readonly ListRow[];
  /** What is looked through: every row, the folded ones too; the rows where they are the same. */
  readonly all?: readonly ListRow[];
  /** How many things there are: folders and headings are rows, too. */
  readonly count: number;
  /** The key of the row whose form is open. */
  readonly open: string | undefined;
  /** The buttons that make something. */
  readonly adding: ComponentChildren;
  /** Puts a row before another one of its group, or behind all; where order means nothing, left out. */
  readonly onMove?: (key: string, before: string | null) => void;
  readonly onFold?: (key: string) => void;
  /** Under the search. */
  readonly children?: ComponentChildren;
};

/** A section's things: how many, a search, what makes a new one, and a row for each. */
export function SettingsList(props: SettingsListProps) {
  const { section, rows, all = rows, count, open, adding, onMove, onFold, children } = props;
  const query = useSignal('');
  const scroller = useRef<HTMLDivElement>(null);
  const title = useId();
  const wanted = query.value.trim();
  const found = wanted === '' ? rows : all.filter((row) => fits(row, wanted)).map(flat);
  const name = settingsWords.sections[section];
  return (
    <nav class="settings-list things" aria-labelledby={title}>
      <header class="pane-head">
        <h2 id={title}>{name}</h2>
        <span class="count">{count}</span>
        <span class="push" />
        {adding}
      </header>
      {all.length === 0 ? null : (
        <>
          <div class="list-search">
            <LaterIcon name="search" />
            <input
              type="search"
              aria-label={words.search(name)}
              placeholder={words.find}
              value={query.value}
              onInput={(event) => {
                query.value = event.currentTarget.value;
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown')
                  scroller.current?.querySelector<HTMLElement>('[data-key]')?.focus();
                else if (event.key === 'Escape' && query.peek() !== '') query.value = '';
                else return;
                event.preventDefault();
              }}
            />
            <span class="number muted" role="status">
              {wanted === '' ? '' : words.found(found.length, all.length)}
            </span>
          </div>
          {children}
          {found.length === 0 ? <p class="note list-none">{words.nothingFound}</p> : null}
          <ListRows
            scroller={scroller}
            section={section}
            rows={found}
            open={open}
            {...(onFold === undefined || wanted !== '' ? {} : { onFold })}
            {...(onMove === undefined || wanted !== '' ? {} : { onMove })}
          />
        </>
      )}
    </nav>
  );
}

/** What was found stands in no tree. */
const flat = ({ depth: _, isUnfolded: __, ...row }: ListRow): ListRow => row;
