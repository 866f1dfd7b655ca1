import { botWords } from '../words/bot-words.ts';
import { TableRows } from '../bots/tables/table-rows.tsx';
import { tableDraftKey } from '../bots/tables/table-text.ts';
import { AddTable } from '../bots/tables/tables.tsx';
import { useStore, useAppContext, useWorld } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { Gone } from './gone.tsx';
import { BackToList } from './list/back-to-list.tsx';
import { SettingsList } from './list/settings-list.tsx';
import type { SectionProps } from './section-props.ts';
import { settingsWords } from '../words/settings-words.ts';
import { useFirstOpen } from './things/thing-section.tsx';

const words = settingsWords.table;

/** The tables that scripts find through SearchEngine, and the rows of one: `tables` and its name. */
export function TablesSection({ rest: [chosen] }: SectionProps) {
  const { router } = useAppContext();
  const store = useStore();
  const tables = useWorld((world) => world.tables);
  const names = Object.keys(tables).sort();
  const isThere = chosen !== undefined && Object.hasOwn(tables, chosen);
  const isDrafted = chosen !== undefined && store.draft(tableDraftKey(chosen)) !== '';
  useFirstOpen('tables', chosen, names[0]);
  const add = (look: string) => (
    <AddTable
      class={look}
      label={
        <>
          <Icon name="plus" /> {words.add}
        </>
      }
      onMade={(name) => {
        router.go('settings', 'tables', name);
      }}
    />
  );
  return (
    <div class={`list-and-form of-things${chosen === undefined ? '' : ' has-open'}`}>
      <SettingsList
        section="tables"
        rows={names.map((name) => ({
          key: name,
          name,
          detail: words.rows(tables[name]?.length ?? 0),
          isUnsaved: store.draft(tableDraftKey(name)) !== '',
        }))}
        count={names.length}
        open={chosen}
        adding={names.length === 0 ? null : add('quiet')}
      />
      {chosen !== undefined && (isThere || isDrafted) ? (
        <div class="table-side">
          <BackToList section="tables" />
          <TableRows
            key={chosen}
            name={chosen}
            rows={tables[chosen] ?? null}
            onWritten={() => undefined}
            onDeleted={() => {
              router.replace('settings', 'tables');
            }}
          />
        </div>
      ) : chosen === undefined ? (
        <div class="list-empty">
          {names.length === 0 ? (
            <>
              <p>{botWords.table.none}</p>
              {add('primary')}
            </>
          ) : null}
        </div>
      ) : (
        <Gone text={words.gone(chosen)} />
      )}
    </div>
  );
}
