import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SessionStatus } from '../../engine/numbers.ts';
import { useShowOnStage } from '../context.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { parseMarkdown, type Block, type Inline } from '../files/markdown.ts';
import { safeUrl } from '../safe-url.ts';
import { statusShort } from '../statuses.ts';
import { filesWords } from '../words/files-words.ts';

/** What an author wrote in Markdown, as elements that we make, of an allow-list: no HTML is read, no picture is fetched. */
export function LessonText({ source }: { readonly source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div class="lesson-text" dir="auto">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children)}</p>;
    case 'heading':
      return <h4>{inlines(block.children)}</h4>;
    case 'code':
      return <pre tabIndex={0}>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((one, index) => <li key={index}>{inlines(one)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const inlines = (children: readonly Inline[]): ComponentChildren =>
  children.map((one, index) => <InlineView key={index} inline={one} />);

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <WithChips text={inline.text} />;
    case 'code': {
      const status = statusAt(inline.text);
      const isStatus = status !== undefined && statusShort(status) === inline.text;
      return isStatus ? <StatusChip status={status} /> : <code>{inline.text}</code>;
    }
    case 'strong':
      return <strong>{inlines(inline.children)}</strong>;
    case 'emphasis':
      return <em>{inlines(inline.children)}</em>;
    case 'link':
      return <TextLink href={inline.href}>{inlines(inline.children)}</TextLink>;
  }
}

const statuses = Array.from({ length: 12 }, (_, status) => status as SessionStatus);

/** The status with whose number and name a text begins; the longest, as one name may begin another. */
const statusAt = (text: string): SessionStatus | undefined =>
  statuses
    .filter(
      (status) => text.startsWith(statusShort(status)) && !/^\w/.test(text.slice(statusShort(status).length)),
    )
    .toSorted((a, b) => statusShort(b).length - statusShort(a).length)[0];

/** A text in which each status, by number and name, looks as it does everywhere. */
export const WithChips = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(?<![\w.])(?=\d{1,2} [A-Z])/).map((part, index) => {
      const status = statusAt(part);
      if (status === undefined) return part;
      return [<StatusChip key={index} status={status} />, part.slice(statusShort(status).length)];
    })}
  </>
);

type LinkProps = { readonly href: string; readonly children: ComponentChildren };

/** `#/settings/channels/1` leads to a place of the window, `#script-3` to a script; others as in every description. */
function TextLink({ href, children }: LinkProps) {
  const showOnStage = useShowOnStage();
  const script = /^#script-(\d{1,9})$/.exec(href)?.[1];
  if (script !== undefined)
    return (
      <button
        type="button"
        class="text-link"
        onClick={() => {
          showOnStage({ script: Number(script), bottom: 'script', pane: 'bots' });
        }}
      >
        {children}
      </button>
    );
  if (href.startsWith('#/')) return <a href={href}>{children}</a>;
  const url = safeUrl(href);
  if (url === undefined) {
    const scheme = /^[a-z][a-z0-9+.-]{0,20}(?=:)/i.exec(href)?.[0] ?? '';
    return (
      <>
        {children} <small>({filesWords.linkRemoved(scheme)})</small>
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
