import { h, type ComponentChildren } from 'preact';
import { parseRichText, type RichNode } from '../../engine/rich-text.ts';
import { safeUrl } from '../safe-url.ts';

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
  return (
    <>
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>{' '}
      <small class="host">({url.host})</small>
    </>
  );
}

/** What a bot wrote: the allowed tags of chat-domain §6.1 as elements, everything else as text. */
export const RichText = ({ html }: { readonly html: string }) => (
  <div class="rich" dir="auto">
    {parseRichText(html).map(draw)}
  </div>
);
