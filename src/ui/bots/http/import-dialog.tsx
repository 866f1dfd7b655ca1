import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ReadCalls } from '../../../protocol/files-api.ts';
import { mockOffers } from '../../../scenario/call-mocks.ts';
import { readCurl } from '../../../scenario/curl.ts';
import { secretsIn, withoutSecrets } from '../../../scenario/secrets.ts';
import { worldOfMocks } from '../../../scenario/world-of-mocks.ts';
import { useSending, useStore, useWorld } from '../../context.ts';
import { createFilesClient } from '../../files/save.ts';
import { Dialog } from '../../controls/dialog.tsx';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { useUndoable } from '../../undo/use-undoable.ts';
import { requireWorld } from '../../store/store.ts';
import { httpWords } from '../../words/http-words.ts';
import { ImportList } from './import-list.tsx';
import { knownMock } from './known-mock.ts';
import { nameOf } from './mock-summary.ts';
import './import.css';

const words = httpWords.import;

/** From here on it is said that each mock is a step. */
const many = 200;

export type Offered = Extract<ReadCalls, { ok: true }>;

/** Reads calls of other programs, shows what mocks they would make, and makes those that are ticked. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const sending = useSending();
  const send = useUndoable(sending);
  const mocks = useWorld((world) => world.mocks);
  const read = useSignal<ReadCalls | 'reading' | 'broken' | null>(null);
  const pasted = useSignal('');
  const told = useSignal('');
  const ticked = useSignal<ReadonlySet<number>>(new Set());
  const emptied = useSignal<ReadonlySet<string>>(new Set());
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => {
      current.abort();
    };
  }, []);
  const show = (result: ReadCalls) => {
    read.value = result;
    if (!result.ok) return;
    const world = requireWorld(store);
    const isKnown = ({ mock: { request } }: Offered['offers'][number]) =>
      knownMock(world, request) !== undefined;
    ticked.value = new Set(
      result.offers.flatMap((offer, index) =>
        offer.isAnswered && !offer.isDouble && !isKnown(offer) ? [index] : [],
      ),
    );
    emptied.value = new Set(result.secrets.map(({ path }) => path));
  };
  const open = async (file: File) => {
    read.value = 'reading';
    const client = createFilesClient();
    const result = await client.readCalls(file, stop.current.signal);
    client.stop();
    if (stop.current.signal.aborted) return;
    if ('because' in result) read.value = 'broken';
    else show(result);
  };
  const choose = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.har,.json';
    input.addEventListener('change', () => {
      const [file] = Array.from(input.files ?? []);
      if (file !== undefined) void open(file);
    });
    input.click();
  };
  const paste = () => {
    const curl = readCurl(pasted.value);
    if (!curl.ok) {
      told.value = words.why[curl.why];
      return;
    }
    const known = knownMock(requireWorld(store), curl.call);
    told.value = [
      ...(known === undefined ? [] : [words.matched(nameOf(known))]),
      ...(curl.left.length === 0 ? [] : [words.left(curl.left)]),
    ].join(' ');
    const offers = mockOffers([{ name: '', call: curl.call, answer: null }], false);
    show({ ok: true, kind: 'har', offers, secrets: secretsIn(worldOfMocks(offers.map(({ mock }) => mock))) });
    ticked.value = new Set(known === undefined ? [0] : []);
  };
  const result = read.value;
  const offered = result !== null && typeof result !== 'string' && result.ok ? result : null;
  const make = async () => {
    if (offered === null || sending.pending) return;
    const clean = withoutSecrets(worldOfMocks(offered.offers.map(({ mock }) => mock)), emptied.value);
    const chosen = (clean.world.mocks ?? []).filter((_, index) => ticked.value.has(index));
    const inputs = chosen.map((mock) => ({ type: 'admin.savesMock', mock }) as const);
    if (await send(inputs, words.made(inputs.length))) onClose();
  };
  const count = ticked.value.size;
  return (
    <Dialog
      icon="open"
      title={words.title}
      about={words.about}
      onClose={onClose}
      footer={
        offered === null ? undefined : (
          <>
            <Refusal sending={sending} />
            {count > many ? <span class="note">{words.many(count)}</span> : null}
            <span class="push" />
            <button
              type="button"
              class="primary"
              aria-disabled={count === 0 || sending.pending}
              onClick={() => {
                if (count > 0) void make();
              }}
            >
              {words.make(count)}
            </button>
          </>
        )
      }
    >
      <div class="import-calls">
        <div class="import-from">
          <button type="button" class="plain" onClick={choose}>
            <LaterIcon name="open" /> {words.choose}
          </button>
          <label>
            {words.or}
            <textarea
              class="mono"
              rows={2}
              spellcheck={false}
              value={pasted.value}
              onInput={(event) => {
                pasted.value = event.currentTarget.value;
                told.value = '';
                if (/^\s*(?:\$\s+)?curl\s/.test(pasted.value)) paste();
              }}
            />
          </label>
        </div>
        <p class="note" role="status">
          {result === 'reading' ? words.reading : told.value}
        </p>
        {result === 'broken' ? <p class="refusal">{words.broken}</p> : null}
        {result !== null && typeof result !== 'string' && !result.ok ? (
          <ul class="refusal" role="alert">
            {result.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{words.problem(path, message)}</li>
            ))}
          </ul>
        ) : null}
        {offered === null ? null : (
          <ImportList offered={offered} mocks={mocks} ticked={ticked} emptied={emptied} />
        )}
      </div>
    </Dialog>
  );
}
