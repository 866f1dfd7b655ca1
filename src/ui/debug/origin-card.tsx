import { useEffect, useRef } from 'preact/hooks';
import type { DebugOrigin } from '../../protocol/debug-api.ts';
import { useAppContext } from '../context.ts';
import { oneLine } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { debuggingOf, type AskedOrigin } from './debugging.ts';
import { OriginRow } from './origin-row.tsx';
import { originWords as words } from '../words/origin-words.ts';
import { useOrigin } from './use-origin.ts';
import './origin.css';

/** “Where does this come from?”: from a value down to the word, the answer, the row or the text that it comes of. */
export function OriginCard() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const asked = debugging.origin.value;
  const step = debugging.view.value?.step;
  // The way belongs to the step in which it was asked.
  useEffect(() => {
    if (asked !== null && asked.step !== step) debugging.origin.value = null;
  }, [asked, step, debugging]);
  if (asked === null || asked.step !== step) return null;
  return <Card key={keyOf(asked)} asked={asked} />;
}

const keyOf = (asked: AskedOrigin): string =>
  'seq' in asked
    ? String(asked.seq)
    : `${String(asked.statement)} ${String(asked.frame)} ${asked.expression}`;

function Card({ asked }: { readonly asked: AskedOrigin }) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const way = useOrigin(asked);
  const card = useRef<HTMLElement>(null);
  const before = useRef(document.activeElement);
  const chain = way.chain.value;
  const isKnown = typeof chain === 'object';
  useEffect(() => {
    if (isKnown) card.current?.querySelector<HTMLElement>('.origin-go')?.focus();
  }, [isKnown]);
  const close = () => {
    debugging.origin.value = null;
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <section
      ref={card}
      class="origin-card"
      aria-labelledby="origin-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header class="origin-head">
        <h2 id="origin-title">{words.title}</h2>
        <code class="origin-asked" title={asked.expression}>
          {'seq' in asked ? `“${oneLine(asked.expression, 40)}”` : asked.expression}
        </code>
        <span class="push" />
        <span class="origin-count" role="status">
          {chain === undefined ? words.asking : isKnown ? counted(chain) : ''}
        </span>
        {way.picks.value.length === 0 ? null : (
          <button type="button" class="quiet small" onClick={way.unfollow}>
            <LaterIcon name="back" size={13} /> {words.back}
          </button>
        )}
        <button
          type="button"
          class="quiet small"
          aria-label={words.close}
          title={words.close}
          onClick={close}
        >
          <LaterIcon name="close" />
        </button>
      </header>
      {typeof chain === 'string' ? (
        <p class="refusal origin-problem" role="alert">
          {chain}
        </p>
      ) : null}
      {isKnown ? <Links chain={chain} follow={way.follow} /> : null}
    </section>
  );
}

const counted = ({ links, copies }: DebugOrigin): string =>
  copies === 0 ? words.steps(links.length) : `${words.steps(links.length)}, ${words.skipped(copies)}`;

type LinksProps = { readonly chain: DebugOrigin; readonly follow: ReturnType<typeof useOrigin>['follow'] };

function Links({ chain, follow }: LinksProps) {
  const { links, before, end } = chain;
  const why = words.ends[end];
  return (
    <div class="origin-scroll">
      <ol class="origin-links">
        {links.map((link, index) => (
          <OriginRow
            key={`${String(index)} ${String(link.statement)}`}
            link={link}
            before={before[index]}
            isLast={index === links.length - 1}
            isOpen={end === 'several' && index === links.length - 1}
            follow={follow}
          />
        ))}
      </ol>
      {why === undefined ? null : <p class="origin-end note">{why}</p>}
    </div>
  );
}
