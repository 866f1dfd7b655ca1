import { useRef } from 'preact/hooks';
import type { Folder } from '../../engine/definition.ts';
import type { Breakpoint } from '../../protocol/debug-api.ts';
import { showsPastRuns } from '../bots/console/console-mode.ts';
import { sharedStart } from '../bots/folders/script-names.ts';
import { useAppContext, useWorld } from '../context.ts';
import { Count } from '../controls/count.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { menuItems } from '../controls/menu-items.tsx';
import { Popover } from '../controls/popover.tsx';
import { breakpointsOf, type NewBreakpoint } from './breakpoints.ts';
import { describe, isDepending, scriptIdOf, subjectOf } from './breakpoint-text.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import { EditBreakpoint } from './edit-breakpoint.tsx';
import { removeWithUndo } from './remove.ts';
import './breakpoints.css';

/** What can be stopped at besides lines. */
const others: readonly Exclude<NewBreakpoint, { kind: 'line' | 'function' | 'data' }>[] = [
  { kind: 'exception', filter: 'all' },
  { kind: 'exception', filter: 'uncaught' },
  { kind: 'event', event: 'message' },
  { kind: 'event', event: 'status' },
  { kind: 'event', event: 'http' },
];

const isSame = (one: Breakpoint, other: NewBreakpoint): boolean =>
  one.kind === other.kind && subjectOf(one, '') === subjectOf({ ...other, id: 0 }, '');

/** All breakpoints of the workspace: each can be switched on and off, gone to, edited and removed. */
export function BreakpointList() {
  const context = useAppContext();
  const { store, windowState } = context;
  const breakpoints = breakpointsOf(store);
  const list = breakpoints.list.value;
  const folders = useWorld((world) => world.folders);
  const head = useRef<HTMLElement>(null);
  const open = breakpoints.edited.value;
  const addFunction = () => {
    const place = head.current?.getBoundingClientRect() ?? new DOMRect();
    breakpoints.edited.value = {
      breakpoint: { kind: 'function', name: '' },
      line: 0,
      source: '',
      place,
      focus: 'name',
    };
  };
  const all = list.map(({ id }) => id);
  const areOn = list.some(({ isOff }) => isOff !== true);
  return (
    <section class="breakpoints" aria-label={words.breakpoints}>
      <header ref={head} class="breakpoints-head">
        <h3>{words.breakpoints}</h3>
        <Count n={list.length} />
        <span class="push" />
        <Popover
          label={<LaterIcon name="more" size={14} />}
          name={words.more}
          title={words.more}
          class="quiet icon-button small"
        >
          {(close) => {
            const item = menuItems(close);
            return (
              <>
                {item(words.onFunction, addFunction)}
                {others.map((one) =>
                  item(
                    words.addOther(subjectOf({ ...one, id: 0 }, '')),
                    () => {
                      breakpoints.add(one);
                    },
                    list.some((known) => isSame(known, one)),
                  ),
                )}
                {list.length === 0 ? null : (
                  <>
                    <hr />
                    {item(words.pastRuns, () => {
                      showsPastRuns.value = true;
                      windowState.change({ bottom: 'console' });
                    })}
                    {item(areOn ? words.allOff : words.allOn, () => {
                      breakpoints.switch(all, !areOn);
                    })}
                    {item(words.removeAll, () => {
                      removeWithUndo(context, list);
                    })}
                  </>
                )}
              </>
            );
          }}
        </Popover>
      </header>
      {list.length === 0 ? (
        <p class="note breakpoints-none" title={words.noneHint}>
          {words.none}
        </p>
      ) : (
        <ul class="breakpoint-rows">
          {list.map((one) => (
            <Row key={one.id} breakpoint={one} {...scriptIn(folders, one)} />
          ))}
        </ul>
      )}
      {open === null ? null : <EditBreakpoint key={JSON.stringify(open.breakpoint)} {...open} />}
    </section>
  );
}

type RowProps = {
  readonly breakpoint: Breakpoint;
  /** The name of its script, and how many letters of it are those of all scripts of its folder. */
  readonly script: string;
  readonly shared: number;
};

function scriptIn(folders: readonly Folder[], one: Breakpoint): Pick<RowProps, 'script' | 'shared'> {
  const id = scriptIdOf(one);
  const folder = folders.find(({ scripts }) => scripts.some((script) => script.id === id));
  const script = folder?.scripts.find((other) => other.id === id);
  return { script: script?.name ?? '', shared: folder === undefined ? 0 : sharedStart(folder) };
}

function Row({ breakpoint, script, shared }: RowProps) {
  const context = useAppContext();
  const { store, windowState } = context;
  const breakpoints = breakpointsOf(store);
  const { id } = breakpoint;
  const row = useRef<HTMLLIElement>(null);
  const problem = breakpoints.problems.value.get(id) ?? breakpoints.failed.value.get(id) ?? '';
  const isLine = breakpoint.kind === 'line';
  const line = isLine ? (breakpoints.shownLines.value.get(id) ?? breakpoint.line) : 0;
  const subject = subjectOf(breakpoint, script, line);
  const isLog = isDepending(breakpoint) && breakpoint.logMessage !== undefined;
  const isOff = breakpoint.isOff === true;
  const edit = () => {
    breakpoints.edited.value = {
      breakpoint,
      line: isLine ? breakpoint.line : 0,
      source: isLine
        ? (store.live
            .peek()
            ?.world.folders.flatMap(({ scripts }) => scripts)
            .find((one) => one.id === breakpoint.script)?.source ?? '')
        : '',
      place: row.current?.getBoundingClientRect() ?? new DOMRect(),
      focus: isLog ? 'logMessage' : 'condition',
    };
  };
  const go = () => {
    if (isLine) windowState.change({ script: breakpoint.script, line, column: 1, bottom: 'script' });
    else edit();
  };
  return (
    <li ref={row} class="breakpoint-row">
      <input
        type="checkbox"
        checked={!isOff}
        aria-label={words.isOn(subject)}
        onChange={() => {
          breakpoints.switch([id], isOff);
        }}
      />
      <i
        class={`breakpoint-mark ${problem === '' ? (isLog ? 'of-log' : '') : 'of-problem'} ${isOff ? 'is-off' : ''}`}
        aria-hidden="true"
      />
      <button
        type="button"
        class="breakpoint-name"
        title={`${subject}\n${describe(breakpoint, problem)}`}
        onClick={go}
      >
        <span>{isLine ? script.slice(shared) : subject}</span>
        {isLine ? <span class="number">{line}</span> : null}
        <span class="hidden-text">{describe(breakpoint, problem)}</span>
      </button>
      <span class="breakpoint-acts">
        {isDepending(breakpoint) ? (
          <button
            type="button"
            class="quiet icon-button small"
            aria-label={words.editOf(subject)}
            title={words.edit}
            onClick={edit}
          >
            <LaterIcon name="rename" size={13} />
          </button>
        ) : null}
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={words.removeOf(subject)}
          title={words.remove}
          onClick={() => {
            removeWithUndo(context, [breakpoint]);
          }}
        >
          <LaterIcon name="close" size={13} />
        </button>
      </span>
    </li>
  );
}
