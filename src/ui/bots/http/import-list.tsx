import type { Signal } from '@preact/signals';
import type { Mock } from '../../../engine/definition.ts';
import { useStore } from '../../context.ts';
import { requireWorld } from '../../store/store.ts';
import { httpWords } from '../../words/http-words.ts';
import type { Offered } from './import-dialog.tsx';
import { knownMock } from './known-mock.ts';
import { nameOf } from './mock-summary.ts';

const words = httpWords.import;

type ListProps = {
  readonly offered: Offered;
  readonly mocks: readonly Mock[];
  readonly ticked: Signal<ReadonlySet<number>>;
  readonly emptied: Signal<ReadonlySet<string>>;
};

const toggled = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
};

/** The mocks that calls would make, each with a box; what there is already, or twice; and secrets, each with a box to take it out. */
export function ImportList({ offered: { offers, secrets }, mocks, ticked, emptied }: ListProps) {
  const world = { ...requireWorld(useStore()), mocks };
  const knownBy = ({ mock: { request } }: Offered['offers'][number]): string => {
    const known = knownMock(world, request);
    return known === undefined ? '' : words.known(nameOf(known));
  };
  return (
    <>
      <div class="import-all">
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            ticked.value = new Set(offers.keys());
          }}
        >
          {words.all}
        </button>
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            ticked.value = new Set();
          }}
        >
          {words.none}
        </button>
      </div>
      <ul class="import-offers">
        {offers.map((offer, index) => {
          const { name, request, responses = [] } = offer.mock;
          const call = `${request.method ?? 'GET'} ${request.url}`;
          const notes = [
            offer.isAnswered
              ? words.answers(responses.map(({ status = 200 }) => String(status)).join(', '))
              : words.unanswered,
            ...(offer.calls > 1 ? [words.calls(offer.calls)] : []),
            ...(offer.isDouble ? [words.double] : []),
            knownBy(offer),
          ];
          return (
            <li key={index}>
              <label>
                <input
                  type="checkbox"
                  aria-label={words.offer(name ?? call)}
                  checked={ticked.value.has(index)}
                  onChange={() => {
                    ticked.value = toggled(ticked.value, index);
                  }}
                />
                <span>
                  {name === undefined ? null : <b>{name}</b>}
                  <code title={call}>{call}</code>
                  <span class="note">{notes.filter((note) => note !== '').join(' · ')}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {secrets.length === 0 ? null : (
        <section class="import-secrets">
          <h3>{words.secrets}</h3>
          <p class="note">{words.secretsHelp}</p>
          <ul>
            {secrets.map(({ path, of, preview }) => (
              <li key={path}>
                <label>
                  <input
                    type="checkbox"
                    aria-label={words.empty(path)}
                    checked={emptied.value.has(path)}
                    onChange={() => {
                      emptied.value = toggled(emptied.value, path);
                    }}
                  />
                  <span>
                    {of} <code>{path}</code> <code class="note">{preview}</code>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
