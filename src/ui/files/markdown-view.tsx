import type { ComponentChildren } from 'preact';
import { safeUrl } from '../safe-url.ts';
import { filesWords as words } from '../words/files-words.ts';
import { MarkdownBlocks, type MarkdownKinds } from './markdown-blocks.tsx';

const kinds: MarkdownKinds = {
  heading: (children) => <p class="markdown-heading">{children}</p>,
  link: (href, children) => <MarkdownLink href={href}>{children}</MarkdownLink>,
};

/** A description as its author meant it. */
export const Markdown = ({ source }: { readonly source: string }) => (
  <div class="markdown" dir="auto" tabIndex={0} role="group" aria-label={words.description}>
    <MarkdownBlocks source={source} kinds={kinds} />
  </div>
);

type LinkProps = { readonly href: string; readonly children: ComponentChildren };

/** A link says where it leads; one that may not be followed says that it was taken away (reliability I13). */
export function MarkdownLink({ href, children }: LinkProps) {
  const url = safeUrl(href);
  if (url === undefined) {
    return (
      <>
        {children} <small>({words.linkRemoved(/^[a-z][a-z0-9+.-]{0,20}(?=:)/i.exec(href)?.[0] ?? '')})</small>
      </>
    );
  }
  return (
    <>
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>{' '}
      <small class="host">
        (<bdi>{url.host}</bdi>)
      </small>
    </>
  );
}
