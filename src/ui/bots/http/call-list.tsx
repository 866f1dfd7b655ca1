import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { Earlier, useLettingGo } from '../../controls/earlier.tsx';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { sentence } from '../../sentence.ts';
import '../../controls/segmented.css';
import { useVirtualRows } from '../../timeline/use-virtual-rows.ts';
import { AnswererMark } from './answerer.tsx';
import { callerName } from './caller-name.ts';
import { isBad, pathOf, filteredCalls, type Answerer, type CallRow } from './call-rows.ts';
import { httpWords } from '../../words/http-words.ts';

/** As the styles have it. */
const rowHeight = 44;

const answerers = ['mock', 'recorded', 'live', 'nobody'] as const;

type CallListProps = {
  readonly rows: readonly CallRow[];
  /** The event that is looked at; 0 is none. */
  readonly open: number;
  readonly onOpen: (row: CallRow) => void;
  /** Asks for a mock that answers calls like this one. */
  readonly onAnswer: (row: CallRow) => void;
  /** What stands above all calls: one that waits. */
  readonly children?: ComponentChildren;
};

/** The calls of scripts and webhooks, the newest first: who called what, what came, and who answered. */
export function CallList({ rows: all, open, onOpen, onAnswer, children }: CallListProps) {
  const { store } = useAppContext();
  const zone = useWorld((world) => world.timeZone);
  const folders = useWorld((world) => world.folders);
  const text = useSignal('');
  const answerer = useSignal<Answerer | 'all'>('all');
  useLettingGo('http');
  const { rows, counts } = useMemo(
    () =>
      filteredCalls(all, { text: text.value, answerer: answerer.value }, ({ by }) =>
        callerName({ folders }, by),
      ),
    [all, text.value, answerer.value, folders],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const { items, height } = useVirtualRows(scroller, rows.length, rowHeight);
  return (
    <div class="calls">
      <div class="calls-bar">
        <label class="calls-search">
          <LaterIcon name="search" />
          <input
            type="search"
            aria-label={httpWords.searchLabel}
            placeholder={httpWords.search}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
        </label>
        <div class="segmented" role="group" aria-label={httpWords.who}>
          {(['all', ...answerers] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === answerer.value}
              onClick={() => {
                answerer.value = name;
              }}
            >
              {httpWords.filterCount(httpWords.filter[name], counts[name])}
            </button>
          ))}
        </div>
      </div>
      {children}
      <div class="lines calls-rows" ref={scroller}>
        {all.length === 0 ? <p class="empty">{httpWords.empty}</p> : null}
        {all.length > 0 && rows.length === 0 ? <p class="empty">{httpWords.nothing}</p> : null}
        <ul
          aria-label={httpWords.calls}
          style={{ height: `${String(height)}px`, paddingTop: `${String(items[0]?.start ?? 0)}px` }}
        >
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={row.seq}
                row={row}
                time={secondOf(row.at, zone)}
                caller={callerName({ folders }, row.by)}
                isOpen={row.seq === open}
                onOpen={onOpen}
                onAnswer={onAnswer}
              />
            );
          })}
        </ul>
        {store.events.value[0]?.seq === 1 ? null : (
          <Earlier who="http" hidden={0} step={0} onMore={() => undefined} />
        )}
      </div>
    </div>
  );
}

type RowProps = {
  readonly row: CallRow;
  readonly time: string;
  readonly caller: string;
  readonly isOpen: boolean;
  readonly onOpen: (row: CallRow) => void;
  readonly onAnswer: (row: CallRow) => void;
};

function Row({ row, time, caller, isOpen, onOpen, onAnswer }: RowProps) {
  const { method, url, answerer, status, failure, took } = row;
  return (
    <li class={`call${isBad(row) ? ' bad' : ''}${isOpen ? ' selected' : ''}`}>
      <button
        type="button"
        class="call-open"
        data-moment={row.seq}
        {...(isOpen ? { 'aria-current': 'true' } : {})}
        onClick={() => {
          onOpen(row);
        }}
      >
        <time class="number">{time}</time>
        <b class="call-method">{method}</b>
        <span class="call-what">
          <code title={url}>{pathOf(url)}</code>
          <span class="note">{caller}</span>
        </span>
        <b class="call-status" title={failure === null ? undefined : sentence(failure)}>
          {status ?? httpWords.noStatus}
        </b>
        <AnswererMark who={answerer} />
        {answerer === 'nobody' ? null : (
          <span class="call-took number">{took === null ? '' : httpWords.took(took)}</span>
        )}
      </button>
      {answerer === 'nobody' ? (
        <button
          type="button"
          class="plain small"
          onClick={() => {
            onAnswer(row);
          }}
        >
          {httpWords.answerIt}
        </button>
      ) : null}
    </li>
  );
}
