import { nearestMocks } from '../../../engine/nearest-mocks.ts';
import { keptOfBody } from '../../../engine/http.ts';
import { writeCurl } from '../../../scenario/curl.ts';
import { useAppContext, useWorld } from '../../context.ts';
import { countOf, secondOf } from '../../format.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { requireWorld } from '../../store/store.ts';
import { sentence } from '../../sentence.ts';
import { CopyButton } from '../automation/copy-button.tsx';
import { prettyJson } from '../automation/pretty-json.ts';
import { AnswererMark } from './answerer.tsx';
import { matchesPattern } from './budgeted.ts';
import { callerName } from './caller-name.ts';
import { isBad, type CallRow } from './call-rows.ts';
import { writtenLines } from './header-lines.ts';
import { httpWords } from '../../words/http-words.ts';
import { nameOf } from './mock-summary.ts';
import { NearParts } from './near-parts.tsx';

type DetailsProps = {
  readonly row: CallRow;
  readonly onClose: () => void;
  /** Opens a form for a mock that answers like this. */
  readonly onMock: (row: CallRow) => void;
  readonly onOpenMock: (mock: number) => void;
};

/** One call in full: what went out, what came, who called and who answered; of one that nobody answered, the mocks that come near. */
export function CallDetails({ row, onClose, onMock, onOpenMock }: DetailsProps) {
  const { windowState } = useAppContext();
  const zone = useWorld((world) => world.timeZone);
  const caller = useWorld((world) => callerName(world, row.by));
  const mock = useWorld((world) => world.mocks.find(({ id }) => id === row.mock));
  const { method, url, sent, by, answerer, status, failure, took } = row;
  return (
    <article class="call-one" aria-label={`${method} ${url}`}>
      <header class="call-head">
        <h3>
          <b class="call-method">{method}</b> <code>{url}</code>
        </h3>
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={httpWords.close}
          title={httpWords.close}
          onClick={onClose}
        >
          <LaterIcon name="close" />
        </button>
      </header>
      <p class="call-facts">
        <b class={isBad(row) ? 'call-status bad' : 'call-status'}>{status ?? httpWords.noStatus}</b>
        <AnswererMark who={answerer} />
        {mock === undefined ? null : <span>{nameOf(mock)}</span>}
        {row.released ? <span class="note">{httpWords.byHandOfMock}</span> : null}
        <span class="note number">{secondOf(row.at, zone)}</span>
        {took === null ? null : <span class="note number">{httpWords.took(took)}</span>}
      </p>
      <div class="call-acts">
        {mock === undefined ? (
          <button
            type="button"
            class="plain small"
            onClick={() => {
              onMock(row);
            }}
          >
            <LaterIcon name="mock" /> {httpWords.makeMock}
          </button>
        ) : (
          <button
            type="button"
            class="plain small"
            onClick={() => {
              onOpenMock(mock.id);
            }}
          >
            <LaterIcon name="mock" /> {httpWords.openMock}
          </button>
        )}
        <CopyButton label={httpWords.copyCurl} text={writeCurl({ method, url, headers: {}, body: sent })} />
        {by.kind === 'script' && caller !== '' ? (
          <button
            type="button"
            class="link"
            onClick={() => {
              windowState.change({ script: by.script, line: by.line, column: 1, bottom: 'script' });
            }}
          >
            {caller}
          </button>
        ) : (
          <span class="note">{caller}</span>
        )}
      </div>
      <section>
        <h4>{httpWords.request}</h4>
        <Body text={sent} />
        {sent.length >= keptOfBody ? <p class="note">{httpWords.bodyCut(countOf(keptOfBody))}</p> : null}
      </section>
      <section>
        <h4>
          {row.played === null ? httpWords.answer : httpWords.answerOf(row.played.index + 1, row.played.of)}
        </h4>
        {failure === null ? null : <p class="refusal">{sentence(failure)}</p>}
        {row.played === null || Object.keys(row.played.response.headers).length === 0 ? null : (
          <pre class="mono call-headers">{writtenLines(row.played.response.headers)}</pre>
        )}
        {failure !== null ? null : row.body === null ? (
          row.mock > 0 ? (
            <p class="note">{httpWords.answerChanged}</p>
          ) : null
        ) : (
          <Body text={row.body} />
        )}
      </section>
      {answerer === 'nobody' ? <Near row={row} onOpenMock={onOpenMock} /> : null}
    </article>
  );
}

const Body = ({ text }: { readonly text: string }) =>
  text === '' ? (
    <p class="note">{httpWords.noBody}</p>
  ) : (
    <pre class="mono" tabIndex={0}>
      {prettyJson(text)}
    </pre>
  );

function Near({ row, onOpenMock }: Pick<DetailsProps, 'row' | 'onOpenMock'>) {
  const { store } = useAppContext();
  useWorld((world) => world.mocks);
  const { method, url, sent } = row;
  const near = nearestMocks(requireWorld(store), { method, url, headers: {}, body: sent }, matchesPattern);
  return (
    <section>
      <h4>{httpWords.nearest}</h4>
      {near.length === 0 ? <p class="note">{httpWords.noNear}</p> : null}
      <ul class="near-list">
        {near.map(({ mock, parts, fitting }) => (
          <li key={mock.id}>
            <button
              type="button"
              class="near-open"
              onClick={() => {
                onOpenMock(mock.id);
              }}
            >
              <b>{nameOf(mock)}</b>
              <span class="note">{httpWords.matching(fitting, parts.length)}</span>
              <NearParts parts={parts} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
