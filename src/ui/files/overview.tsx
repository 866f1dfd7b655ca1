import { countOf } from '../format.ts';
import type { Overview as WhatIsIn } from '../../protocol/files-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';
import type { ReadingPosition } from './reading.tsx';

type OverviewProps = { readonly overview: WhatIsIn; readonly onRead: (place: ReadingPosition) => void };

/** So many scripts are named; all can be read. */
const mostScripts = 50;
/** So many odd characters are told of one by one. */
const mostWarnings = 5;

/** How much of what is in it, and each script that will run. */
export function Overview({ overview, onRead }: OverviewProps) {
  const { channels, agents, customers, messages, mocks, bookmarks, scripts } = overview;
  const counts = [
    ['channels', channels.length, channels],
    ['agents', agents.length, agents],
    ['customers', customers, []],
    ['messages', messages, []],
    ['mocks', mocks, []],
    ['bookmarks', bookmarks, []],
  ] as const;
  const warnings = scripts.flatMap(({ name, odd }, script) =>
    odd.slice(0, 1).map(({ line }) => ({ script, name, line })),
  );
  return (
    <>
      <ul class="files-counts">
        {counts.map(([kind, n, names]) => (
          <li key={kind} title={names.slice(0, 20).join(', ')}>
            <LaterIcon name={kind} size={16} /> <b class="number">{countOf(n)}</b> {words.counts[kind](n)}
          </li>
        ))}
      </ul>
      {scripts.length === 0 ? (
        <p class="note">{words.noScripts}</p>
      ) : (
        <section class="card files-scripts" aria-label={words.scripts}>
          <header>
            <h3>{words.scripts}</h3>
            <span class="count">{countOf(scripts.length)}</span>
            <span class="push" />
            <button
              type="button"
              class="text-button"
              onClick={() => {
                onRead({ script: 0, line: 0 });
              }}
            >
              {words.readFirst}
            </button>
          </header>
          {/* It scrolls, so the keyboard has to come to it. */}
          <ul tabIndex={0} aria-label={words.scripts}>
            {scripts.slice(0, mostScripts).map(({ folder, name, source, oddCount }, index) => (
              <li key={index}>
                <LaterIcon name="script" size={16} />
                <bdi title={name}>{folder === '' ? name : words.inFolder(folder, name)}</bdi>
                {oddCount === 0 ? null : (
                  <span class="badge warn">
                    <LaterIcon name="warn" size={13} /> {words.invisible(oddCount)}
                  </span>
                )}
                <span class="note number">{words.size(source.length)}</span>
              </li>
            ))}
            {scripts.length > mostScripts ? (
              <li class="note">{words.moreScripts(scripts.length - mostScripts)}</li>
            ) : null}
          </ul>
        </section>
      )}
      {warnings.slice(0, mostWarnings).map(({ script, name, line }) => (
        <p key={script} class="files-warned">
          <LaterIcon name="warn" /> <span dir="auto">{words.invisibleIn(line, name)}</span>{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => {
              onRead({ script, line });
            }}
          >
            {words.showIt}
          </button>
        </p>
      ))}
      {warnings.length > mostWarnings ? (
        <p class="files-warned note">{words.moreScripts(warnings.length - mostWarnings)}</p>
      ) : null}
      {scripts.length === 0 ? null : (
        <p class="note">
          <LaterIcon name="offline" /> {words.scriptsStayHere}
        </p>
      )}
    </>
  );
}
