import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { words } from '../words/words.ts';
import { NoPlace } from './no-place.tsx';
import { fetchPlace, isPlace, placeAtHand, type PlaceName } from './places.ts';

/** The place that the address names. */
export function PlaceHost() {
  const { router, store } = useAppContext();
  const path = router.path.value;
  const [name] = path;
  const opened = store.workspace.value;
  const host = useRef<HTMLElement>(null);
  const title = isPlace(name) ? words.places[name] : words.product;
  useEffect(() => {
    document.title = `${title} · ${opened?.name ?? ''} · ${words.product}`;
  }, [title, opened?.name]);
  const first = useRef(true);
  useEffect(() => {
    // Back and Forward take away what had the focus: reading goes on in the new place and not at the top of the page.
    if (!first.current && document.activeElement === document.body) host.current?.focus();
    first.current = false;
  }, [path]);
  return (
    <main ref={host} class="place" tabIndex={-1} aria-label={title}>
      <h1 class="hidden-text">{title}</h1>
      {isPlace(name) ? (
        <ErrorBoundary key={name}>
          <Fetched key={`${name} ${opened?.id ?? ''}`} name={name} />
        </ErrorBoundary>
      ) : (
        <NoPlace path={path} />
      )}
    </main>
  );
}

function Fetched({ name }: { readonly name: PlaceName }) {
  const state = useSignal<'waiting' | 'here' | 'failed'>('waiting');
  useEffect(() => {
    let over = false;
    const tell = (told: 'here' | 'failed') => () => {
      if (!over) state.value = told;
    };
    fetchPlace(name).then(tell('here'), tell('failed'));
    return () => {
      over = true;
    };
  }, [name, state]);
  const told = state.value;
  const Place = placeAtHand(name);
  if (Place !== undefined) return <Place />;
  return told === 'failed' ? (
    <div class="empty" role="alert">
      <p>{words.placeFailed}</p>
      <button
        type="button"
        class="plain"
        onClick={() => {
          location.reload();
        }}
      >
        {words.reload}
      </button>
    </div>
  ) : (
    <p class="empty hidden-text" role="status">
      {words.placeLoading}
    </p>
  );
}
