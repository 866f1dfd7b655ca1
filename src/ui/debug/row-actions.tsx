import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import type { RowProps } from './variable-row.tsx';
import type { StopAtChange } from './use-stop-at-change.ts';
import { isWritable } from './variable-path.ts';

type ActionsProps = Pick<RowProps, 'variable' | 'path' | 'onRemove'> & {
  readonly isSelected: boolean;
  readonly stop: StopAtChange;
  readonly onChange: () => void;
};

/** What can be done with a value: shown where one points, and at what is selected, there by Tab, too. */
export function RowActions({ variable, path, onRemove, isSelected, stop, onChange }: ActionsProps) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const { name } = variable;
  const action = (icon: LaterIconName, label: string, title: string, act: () => void, more = {}) => (
    <button
      type="button"
      class="debug-action"
      tabIndex={isSelected ? 0 : -1}
      aria-label={label}
      title={title}
      {...more}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    >
      <LaterIcon name={icon} size={13} />
    </button>
  );
  return (
    <span class="debug-actions">
      {path !== '' && isWritable(variable) && onRemove === undefined
        ? action('rename', words.changeOf(name), words.change, onChange)
        : null}
      {path === '' ? null : (
        <>
          {action('lastChange', words.lastChangeOf(name), words.lastChange, () => {
            debugging.selected.value = path;
            void debugging.lastChange(path);
          })}
          {action('origin', words.originOf(name), words.originOf(name), () => {
            debugging.askOrigin(path);
          })}
        </>
      )}
      {action('start', words.stopAtChangeOf(name), stop.title, stop.toggle, {
        'aria-pressed': stop.isSet,
        'aria-disabled': !stop.isPossible,
      })}
      {onRemove === undefined ? null : action('close', words.unwatch(name), words.unwatch(name), onRemove)}
    </span>
  );
}
