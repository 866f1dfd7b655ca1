import type { LogLine } from '../../protocol/debug-api.ts';
import { useAppContext } from '../context.ts';
import { sentence } from '../sentence.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';

/** What log points print in this step, as if they had always been there; each line leads to its statement. */
export function LogPoints() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  if (view === null) return null;
  const { log, statement } = view;
  return (
    <section class="debug-part debug-log" aria-label={words.log}>
      <header class="debug-head">
        <h3>{words.log}</h3>
        <span class="note">{words.logHint}</span>
      </header>
      {log.length === 0 ? <p class="empty slim">{words.noLog}</p> : null}
      <ol class="debug-list">
        {log.slice(0, mostLines).map((line, n) => (
          <li key={n}>
            <button
              type="button"
              class={`debug-log-line ${line.statement >= statement ? 'later' : ''}`}
              title={words.logLine(line.line)}
              onClick={() => void debugging.goTo(line.statement)}
            >
              <span class="debug-diamond" aria-hidden="true" />
              <span class="number">{line.line}</span>
              <code>{textOf(line)}</code>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** So many lines are drawn: the console of the workbench has the rest. */
const mostLines = 500;

const textOf = ({ parts }: LogLine): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? part : 'problem' in part ? `{${sentence(part.problem)}}` : plain(part.value),
    )
    .join('');

/** A text stands in the line as it is, without its quotes. */
const plain = (value: string): string => /^"(.*)"$/s.exec(value)?.[1] ?? value;
