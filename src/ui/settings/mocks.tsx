import type { Mock } from '../../engine/definition.ts';
import { draftFor, mockDraftKey } from '../bots/http/mock-draft.ts';
import { MockForm } from '../bots/http/mock-form.tsx';
import { answersOf, conditionsOf, nameOf } from '../bots/http/mock-summary.ts';
import { mockWords } from '../words/mock-words.ts';
import { useOpenMock } from '../bots/http/use-open-mock.ts';
import { useSending, useStore, useAppContext } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { useUndoable } from '../undo/use-undoable.ts';
import { words as pageWords } from '../words/words.ts';
import { BackToList } from './list/back-to-list.tsx';
import type { ListRow } from './list/list-row.ts';
import { SettingsList } from './list/settings-list.tsx';
import type { SectionProps } from './section-props.ts';
import { settingsWords } from '../words/settings-words.ts';

const words = settingsWords.mock;

/** The mocks in the order in which they are matched, and the form of one: `mocks` and its number, or the method and URL of a new one. */
export function MocksSection({ rest: [which = ''] }: SectionProps) {
  const { router } = useAppContext();
  const store = useStore();
  const sending = useSending();
  const send = useUndoable(sending);
  const { mocks, opened, isAsked, edit } = useOpenMock(which, (mock) => {
    router.go('settings', 'mocks', mock);
  });
  const add = (isPrimary: boolean) => (
    <button
      type="button"
      class={isPrimary ? 'primary' : 'quiet'}
      aria-label={mockWords.new}
      title={mockWords.new}
      onClick={() => {
        edit(draftFor('GET', ''));
      }}
    >
      <Icon name="plus" /> {words.add}
    </button>
  );
  const rowOf = (mock: Mock): ListRow => ({
    key: String(mock.id),
    name: nameOf(mock),
    detail: [
      ...(mock.name === undefined ? [] : [`${mock.request.method} ${mock.request.url}`]),
      answersOf(mock),
      ...conditionsOf(mock),
    ].join(' · '),
    isUnsaved: store.draft(mockDraftKey(String(mock.id))) !== '',
    group: 'mocks',
  });
  return (
    <div class={`list-and-form of-things of-mocks${which === '' ? '' : ' has-open'}`}>
      <SettingsList
        section="mocks"
        rows={mocks.map(rowOf)}
        count={mocks.length}
        open={which}
        adding={mocks.length === 0 ? null : add(false)}
        onMove={(key, before) => {
          const to = before === null ? 0 : Number(before);
          void send({ type: 'admin.movesMock', mock: Number(key), before: to }, words.moved);
        }}
      >
        <Refusal sending={sending} />
      </SettingsList>
      {opened === undefined ? (
        <div class="list-empty">
          <p>
            {which === '' ? (mocks.length === 0 ? mockWords.none : words.choose) : pageWords.noPlace(which)}
          </p>
          {mocks.length === 0 ? add(true) : null}
        </div>
      ) : (
        <div class="settings-form">
          <BackToList section="mocks" />
          <h2 class="hidden-text">{settingsWords.sections.mocks}</h2>
          <MockForm
            key={which}
            which={which}
            given={opened}
            focused={isAsked}
            onClose={() => {
              router.go('settings', 'mocks');
            }}
          />
        </div>
      )}
    </div>
  );
}
