import { byNobody } from '../../../engine/http.ts';
import type { MockPart } from '../../../engine/nearest-mocks.ts';
import type { AskedCall, Waits } from '../../../protocol/debug-api.ts';
import { writeCurl } from '../../../scenario/curl.ts';
import { useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { scriptOf } from '../../names.ts';
import { Later } from '../../controls/later.tsx';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { whatWaits } from '../../waiting-step/what-waits.ts';
import { CopyButton } from '../automation/copy-button.tsx';
import { prettyJson } from '../automation/pretty-json.ts';
import { faultOf } from './answer-draft.ts';
import { AnswerEditor } from './answer-editor.tsx';
import { AskedAt } from './asked-at.tsx';
import { writtenLines } from './header-lines.ts';
import { httpWords } from '../../words/http-words.ts';
import { nameOf } from './mock-summary.ts';
import { NearParts } from './near-parts.tsx';
import { useAnswering } from './use-answering.ts';
import './waiting.css';

const words = httpWords.waiting;

const askReal = () => import('../../network/ask-real.tsx').then(({ AskReal }) => AskReal);

type CardProps = { readonly waits: Waits; readonly call: AskedCall };

/** A call that has its script wait: what it asks, which mocks come near, and the answer that it gets. */
export function WaitingCall({ waits, call }: CardProps) {
  const answering = useAnswering(waits, call);
  const { near, held, chosen, fromNowOn, widens, isRelease, way } = answering;
  return (
    <article class="waiting-call" aria-label={held === undefined ? words.nobody : words.held}>
      <Asked waits={waits} call={call} isHeld={held !== undefined} />
      <div class="waiting-two">
        <section class="waiting-near" aria-labelledby="waiting-near">
          <header>
            <h4 id="waiting-near">{httpWords.nearest}</h4>
            {near.length === 0 ? null : <span class="count">{near.length}</span>}
            <span class="push" />
            <span class="note">{httpWords.differ}</span>
          </header>
          {near.length === 0 ? <p class="note waiting-none">{httpWords.noNear}</p> : null}
          <div role="radiogroup" aria-labelledby="waiting-near">
            {near.map(({ mock, parts, fitting }) => (
              <label key={mock.id} class={chosen.value === mock.id ? 'near-choice chosen' : 'near-choice'}>
                <input
                  type="radio"
                  name="near"
                  aria-label={words.nearestFor(nameOf(mock))}
                  checked={chosen.value === mock.id}
                  onChange={() => {
                    answering.choose(mock.id);
                  }}
                />
                <b>{nameOf(mock)}</b>
                <span class="note">{httpWords.matching(fitting, parts.length)}</span>
                <NearParts parts={parts} />
              </label>
            ))}
          </div>
          {held !== undefined ? null : (
            <label class="waiting-keep">
              <input
                type="checkbox"
                checked={fromNowOn.value}
                onChange={(event) => {
                  fromNowOn.value = event.currentTarget.checked;
                }}
              />
              {widens === null ? words.makes : words.widens(partsIn(widens.widened))}
            </label>
          )}
        </section>
        <section class="waiting-answer">
          <AnswerEditor
            way={way.value}
            onWay={(name) => {
              if (name === 'mock') answering.choose(chosen.value);
              else way.value = name;
            }}
            draft={answering.draft}
            onChange={answering.change}
            wrong={answering.wrong.value}
            hasMock={answering.hasMock}
          />
          <Wrong call={call} fail={answering.fail} />
        </section>
      </div>
      <footer class="waiting-foot">
        <p class={answering.refusal === '' ? 'note' : 'refusal'} role="status">
          {answering.refusal !== ''
            ? answering.refusal
            : isRelease
              ? words.released(waits.step)
              : words.recorded(waits.step)}
        </p>
        <button type="button" class="plain" aria-disabled={answering.busy} onClick={answering.stop}>
          <LaterIcon name="stop" /> {words.stop}
        </button>
        <button
          type="button"
          class="primary"
          aria-disabled={answering.busy}
          onClick={() => void answering.answer()}
        >
          <LaterIcon name="play" /> {isRelease ? words.release : words.go}
        </button>
      </footer>
      {waits.place === null ? null : <AskedAt place={waits.place} />}
    </article>
  );
}

/** `zip, street`: what may be anything from then on. */
const partsIn = (parts: readonly MockPart[]): string =>
  parts.map(({ kind, name }) => (name === '' ? httpWords.parts[kind] : name)).join(', ');

function Asked({ waits, call, isHeld }: CardProps & { readonly isHeld: boolean }) {
  const zone = useWorld((world) => world.timeZone);
  const what = useWorld((world) => whatWaits(world, waits));
  const { place } = waits;
  const script = useWorld((world) => (place === null ? undefined : scriptOf(world, place.script)?.name));
  const time = secondOf(waits.at, zone);
  const headers = writtenLines(call.headers);
  return (
    <section class="waiting-asked">
      <header>
        <LaterIcon name="ask" size={18} />
        <div>
          <h3>{isHeld ? words.held : words.nobody}</h3>
          <p>
            {place === null || script === undefined
              ? words.whereNot(what, time)
              : words.where(what, place.line, script, time)}
          </p>
        </div>
        <CopyButton label={httpWords.copyCurl} text={writeCurl(call)} />
      </header>
      <div class="waiting-request">
        <p>
          <b class="call-method">{call.method}</b> <code>{call.url}</code>
        </p>
        {headers === '' ? null : <pre class="mono call-headers">{headers}</pre>}
        {call.body === '' ? null : (
          <pre class="mono" tabIndex={0}>
            {prettyJson(call.body)}
          </pre>
        )}
      </div>
    </section>
  );
}

type WrongProps = {
  readonly call: AskedCall;
  readonly fail: ReturnType<typeof useAnswering>['fail'];
};

function Wrong({ call, fail }: WrongProps) {
  return (
    <div class="waiting-wrong" role="group" aria-label={words.wrong}>
      <b>{words.wrong}</b>
      <div>
        <button
          type="button"
          class="plain small"
          onClick={() => {
            fail(faultOf('timeout', call));
          }}
        >
          <LaterIcon name="clock" /> {words.timeout}
        </button>
        <button
          type="button"
          class="plain small"
          onClick={() => {
            fail(faultOf('connection', call));
          }}
        >
          <LaterIcon name="unplugged" /> {words.connection}
        </button>
        <button
          type="button"
          class="plain small"
          onClick={() => {
            fail({ method: call.method, url: call.url, status: 500 });
          }}
        >
          <LaterIcon name="warn" /> {words.failed}
        </button>
        <button
          type="button"
          class="plain small"
          onClick={() => {
            fail(byNobody(call));
          }}
        >
          <LaterIcon name="nobody" /> {words.nobodyButton}
        </button>
        <Later load={askReal} />
      </div>
    </div>
  );
}
