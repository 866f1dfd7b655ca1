import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ShownVariable } from '../../engine/step-observer.ts';
import { useAppContext } from '../context.ts';
import { oneLine } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { ChangeForm } from './change-form.tsx';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { pageOfParts, type Unfolded } from './unfolded.ts';
import { RowActions } from './row-actions.tsx';
import { useStopAtChange } from './use-stop-at-change.ts';
import { pathOfPart } from '../../crmscript/part-path.ts';

export type RowProps = {
  readonly variable: ShownVariable;
  /** Where it stands in the tree, the same from statement to statement. */
  readonly place: string;
  /** As an expression of the language; empty for what has none. */
  readonly path: string;
  readonly level: number;
  readonly unfolded: Unfolded;
  readonly isChanged?: boolean;
  /** Other names of the same object. */
  readonly sameAs?: readonly string[];
  /** What stands behind the value, in place of its type. */
  readonly note?: string;
  /** Why there is no value, in words. */
  readonly problem?: string;
  /** Takes it out of the list that it stands in. */
  readonly onRemove?: () => void;
};

/** A value by its name, and below it its parts, when they are asked for. */
export function VariableRow(props: RowProps) {
  const {
    variable,
    place,
    path,
    level,
    unfolded,
    isChanged = false,
    sameAs = [],
    note,
    problem = '',
  } = props;
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const isChanging = useSignal(false);
  const stop = useStopAtChange(variable, path);
  const { name, value, type, reference } = variable;
  const shown = unfolded.shown(place);
  const isOpen = reference !== undefined && shown > 0;
  const parts = useParts(props, isOpen ? shown : 0);
  const isSelected = path !== '' && debugging.selected.value === path;
  const fold = () => {
    if (reference !== undefined) unfolded.change(place, isOpen ? 0 : pageOfParts);
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const isFold = (event.key === 'ArrowRight' && !isOpen) || (event.key === 'ArrowLeft' && isOpen);
    if (isFold && reference !== undefined) fold();
    else if (event.key === 'Enter' || event.key === 'F2') isChanging.value = true;
    else if (event.key === 'F9') stop.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const all = (variable.named ?? 0) + (variable.indexed ?? 0);
  return (
    <>
      <div
        role="treeitem"
        class={`debug-row ${isChanged ? 'changed' : ''} ${isSelected ? 'selected' : ''}`}
        style={{ '--level': level }}
        aria-level={level + 1}
        aria-selected={isSelected}
        {...(reference === undefined ? {} : { 'aria-expanded': isOpen })}
        tabIndex={-1}
        data-variable={path || name}
        onKeyDown={key}
        onFocus={() => {
          debugging.selected.value = path;
        }}
      >
        <span class="debug-fold" aria-hidden="true" onClick={fold}>
          {reference === undefined ? null : <LaterIcon name={isOpen ? 'open-menu' : 'right'} size={13} />}
        </span>
        <span class="debug-name">{name}</span>
        {stop.isSet ? (
          <span class="debug-stops" title={words.stopsAtChangeOf(name)}>
            <span class="hidden-text">{words.stopsAtChangeOf(name)}</span>
          </span>
        ) : null}
        <span class={`debug-value ${type === 'String' ? 'text' : ''}`} title={oneLine(value, 400)}>
          {value}
        </span>
        {sameAs.length === 0 ? null : <span class="debug-same">{words.sameAs(sameAs.join(', '))}</span>}
        {isChanged ? <span class="debug-changed">{words.changed}</span> : null}
        <span class="debug-type">{note ?? type}</span>
        <RowActions
          {...props}
          isSelected={isSelected}
          stop={stop}
          onChange={() => {
            isChanging.value = true;
          }}
        />
        {problem === '' ? null : <p class="debug-wrong">{problem}</p>}
        {isChanging.value ? (
          <ChangeForm
            variable={variable}
            path={path}
            onDone={() => {
              isChanging.value = false;
            }}
          />
        ) : null}
      </div>
      {parts?.map((part, index) => {
        const isIndexed = index >= (variable.named ?? 0);
        return (
          <VariableRow
            key={`${String(index)} ${part.name}`}
            variable={part}
            place={`${place}/${part.name}`}
            path={pathOfPart(path, type, part.name, isIndexed)}
            level={level + 1}
            unfolded={unfolded}
          />
        );
      })}
      {isOpen && all > shown ? (
        <MoreParts
          n={all - shown}
          level={level + 1}
          onMore={() => {
            unfolded.change(place, shown + pageOfParts);
          }}
        />
      ) : null}
    </>
  );
}

type MoreProps = { readonly n: number; readonly level: number; readonly onMore: () => void };

const MoreParts = ({ n, level, onMore }: MoreProps) => (
  <div
    role="treeitem"
    class="debug-row debug-more"
    style={{ '--level': level }}
    aria-level={level + 1}
    aria-selected={false}
    tabIndex={-1}
    onClick={onMore}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onMore();
    }}
  >
    {words.moreParts(n)}
  </div>
);

/** The first parts of a value, read again wherever one stands; the last ones known stay until then. */
function useParts({ variable }: RowProps, count: number): readonly ShownVariable[] | undefined {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const parts = useSignal<readonly ShownVariable[] | undefined>(undefined);
  const { reference } = variable;
  const view = debugging.view.value;
  useEffect(() => {
    if (reference === undefined || count === 0) {
      parts.value = undefined;
      return undefined;
    }
    let isOver = false;
    void debugging.unfold(reference, { start: 0, count }).then((found) => {
      if (!isOver && found !== null) parts.value = found;
    });
    return () => {
      isOver = true;
    };
  }, [reference, count, view, debugging, parts]);
  return parts.value;
}
