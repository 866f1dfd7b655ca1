import { faqEntryOf } from '../../engine/faq-link.ts';
import { useSignal } from '@preact/signals';
import { h, type ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { parseRichText, type RichNode } from '../../engine/rich-text.ts';
import { useWorld } from '../context.ts';
import { safeUrl } from '../safe-url.ts';
import { words } from '../words/words.ts';

const tags = new Set(['b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'br', 'p']);

function draw(node: RichNode): ComponentChildren {
  if ('text' in node) return node.text;
  const children = node.children.map(draw);
  if (node.tag === 'a') return <Link href={node.href ?? ''}>{children}</Link>;
  if (node.tag === 'br') return <br />;
  return tags.has(node.tag) ? h(node.tag, null, children) : children;
}

type LinkProps = { readonly href: string; readonly children: ComponentChildren };

/** A link that says where it leads; what may not be followed stays text. */
export function Link({ href, children }: LinkProps) {
  const url = safeUrl(href);
  if (url === undefined) return <>{children}</>;
  const faq = faqEntryOf(url.href);
  if (faq > 0) return <FaqLink entry={faq}>{children}</FaqLink>;
  return (
    <>
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>{' '}
      <small class="host">({url.host})</small>
    </>
  );
}

/** Shows what has unfolded; a list that was at its end stays there as far as that leaves the answer in sight. */
function bringIntoSight(answer: HTMLElement): void {
  const list = answer.closest('[role="log"]');
  if (list !== null) {
    const below = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (below < answer.offsetHeight + 24) list.scrollTop = list.scrollHeight;
  }
  answer.scrollIntoView({ block: 'nearest' });
}

type FaqLinkProps = { readonly entry: number; readonly children: ComponentChildren };

/** A suggestion of the FAQ. Customer Centre is not here, so the answer unfolds under it. */
function FaqLink({ entry: id, children }: FaqLinkProps) {
  const open = useSignal(false);
  const answer = useWorld((world) => world.faqEntries.find((one) => one.id === id)?.answer);
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const isOpen = open.value;
  useEffect(() => {
    if (isOpen && box.current !== null) bringIntoSight(box.current);
  }, [isOpen]);
  return (
    <>
      <button
        type="button"
        class="faq-link"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => {
          open.value = !isOpen;
        }}
      >
        {children}
      </button>
      <div ref={box} id={panel} class="faq-answer" hidden={!isOpen}>
        {answer === undefined ? words.faqGone : <RichText html={answer} />}
      </div>
    </>
  );
}

/** What a bot wrote: the allowed tags of chat-domain §6.1 as elements, everything else as text. */
export const RichText = ({ html }: { readonly html: string }) => (
  <div class="rich" dir="auto">
    {parseRichText(html).map(draw)}
  </div>
);
