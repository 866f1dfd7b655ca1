import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Draft } from '../../protocol/files-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Box } from './box.tsx';
import { filesWords as words } from '../words/files-words.ts';
import type { Leaving } from './use-leaving.ts';

type Replaced = Draft['replaced'][number];

/** So many are shown before all are asked for. */
const first = 3;
/** So many places of one detail are named. */
const most = 20;

/** Whether customers become invented ones, and who becomes whom: shown before anything is saved. */
export function Personal({ leaving: { form, change, state } }: { readonly leaving: Leaving }) {
  const title = useId();
  const all = useSignal(false);
  const replaced = state.draft?.replaced ?? [];
  const places = replaced.reduce((sum, one) => sum + one.places.length, 0);
  return (
    <section class="files-personal" aria-labelledby={title}>
      <h3 id={title}>{words.personal}</h3>
      <Box
        label={words.replace}
        help={words.replaceHelp}
        on={form.personal}
        onTick={(on) => {
          change({ personal: on });
        }}
      />
      {!form.personal ? null : replaced.length === 0 ? (
        <p class="note" role="status">
          {state.busy ? words.replacing : words.nothingToReplace}
        </p>
      ) : (
        <div class="files-replaced">
          <ul aria-label={words.placesTitle}>
            {(all.value ? replaced : replaced.slice(0, first)).map((one) => (
              <ReplacedRow key={`${one.kind} ${one.from}`} replaced={one} shows={all.value} />
            ))}
          </ul>
          <button
            type="button"
            class="text-button"
            aria-expanded={all.value}
            onClick={() => {
              all.value = !all.value;
            }}
          >
            {all.value ? words.fewerPlaces : words.allPlaces(places)} <LaterIcon name="right" size={13} />
          </button>
        </div>
      )}
      {form.personal ? <Differences differences={state.draft?.differences ?? []} /> : null}
    </section>
  );
}

type RowProps = { readonly replaced: Replaced; readonly shows: boolean };

const ReplacedRow = ({ replaced: { from, to, places }, shows }: RowProps) => (
  <li>
    <div class="files-becomes">
      <bdi title={from}>{from}</bdi>
      <LaterIcon name="arrow" size={13} />
      <span class="hidden-text">{words.becomes}</span>
      <b>
        <bdi title={to}>{to}</bdi>
      </b>
    </div>
    {shows ? (
      <ul class="files-places">
        {places.slice(0, most).map((place) => (
          <li key={place}>
            <code>{place}</code>
          </li>
        ))}
        {places.length > most ? <li class="note">{words.andMore(places.length - most)}</li> : null}
      </ul>
    ) : null}
  </li>
);

/** A bot may answer otherwise to another name: where the copy goes otherwise than the original did. */
function Differences({ differences }: { readonly differences: Draft['differences'] }) {
  if (differences.length === 0) return null;
  return (
    <div class="files-differences" role="status">
      <p>
        <LaterIcon name="warn" /> {words.differencesTitle(differences.length)}
      </p>
      <ul>
        {differences.slice(0, most).map(({ step, was, now }) => (
          <li key={step}>
            <b>{words.difference(step)}</b>
            <span>
              {words.was} <del dir="auto">{was}</del>
            </span>
            <span>
              {words.now} <ins dir="auto">{now}</ins>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
