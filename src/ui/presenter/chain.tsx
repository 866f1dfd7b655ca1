import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { LaterIcon } from '../controls/later-icon.tsx';
import { pastOf } from '../past/past.ts';
import { RuleText } from '../rules/rule-mark.tsx';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { chainOfSelected, type Chain } from './chain-of.ts';
import { presenterWords as words } from '../words/presenter-words.ts';
import type { Presenting } from './presenting.ts';

/** The causes of what is selected, in large type, with a pointer that the arrow keys move: the window shows the moment of each. */
export function ChainCard({ presenting }: { readonly presenting: Presenting }) {
  const { store, windowState } = presenting.here;
  const chain = useSignal<Chain | null | 'reading'>('reading');
  const at = useSignal(0);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const { session, event } = windowState.view.peek();
    chainOfSelected(store, session, event).then(
      (found) => {
        chain.value = found;
      },
      () => {
        chain.value = null;
      },
    );
  }, [chain, store, windowState]);
  useLayoutEffect(() => {
    card.current?.focus();
  }, []);
  const found = chain.value;
  const links = found === null || found === 'reading' ? [] : found.events;
  const point = (to: number) => {
    const link = links[Math.max(0, Math.min(links.length - 1, to))];
    if (link === undefined) return;
    at.value = links.indexOf(link);
    void pastOf(store).goTo(link.seq);
  };
  const walk = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at.value + 1,
      ArrowUp: at.value - 1,
      Home: 0,
      End: links.length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    point(next);
  };
  useLayoutEffect(() => {
    card.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at.value, found]);
  return (
    <section ref={card} class="presenter-chain" aria-label={words.chain} tabIndex={-1} onKeyDown={walk}>
      <header>
        <h2>{words.chain}</h2>
        {links.length === 0 ? null : <span class="number">{words.chainAt(at.value + 1, links.length)}</span>}
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.closeChain}
          title={words.closeChain}
          onClick={() => {
            presenting.explain(false);
          }}
        >
          <LaterIcon name="close" size={16} />
        </button>
      </header>
      {found === null ? <p class="empty">{words.chainNothing}</p> : null}
      <ol>
        {links.map((link, index) => (
          <li key={link.seq} class={index > at.value ? 'to-come' : ''}>
            <button
              type="button"
              aria-current={index === at.value ? 'step' : undefined}
              onClick={() => {
                point(index);
              }}
            >
              <i class="presenter-dot" aria-hidden="true" />
              <span>
                <Link event={link} chain={found as Chain} presenting={presenting} />
              </span>
            </button>
            {index === at.value && link.rule !== undefined ? <RuleText rule={link.rule} /> : null}
          </li>
        ))}
      </ol>
      <footer>
        <kbd>↑</kbd> <kbd>↓</kbd> {words.chainHint}
      </footer>
    </section>
  );
}

type LinkProps = {
  readonly event: Chain['events'][number];
  readonly chain: Chain;
  readonly presenting: Presenting;
};

/** In the words that it has now: names are those of the newest world. */
function Link({ event, chain, presenting }: LinkProps) {
  const world = presenting.here.store.live.value?.world;
  if (world === undefined) return null;
  return <SentenceView {...sentenceOf(event, { world, lookUp: chain.lookUp })} />;
}
