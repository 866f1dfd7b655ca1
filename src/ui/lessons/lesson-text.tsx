import type { ComponentChildren } from 'preact';
import type { SessionStatus } from '../../engine/numbers.ts';
import { useShowOnStage } from '../context.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { MarkdownBlocks, type MarkdownKinds } from '../files/markdown-blocks.tsx';
import { MarkdownLink } from '../files/markdown-view.tsx';
import { statusShort } from '../statuses.ts';
import { LessonCode } from './lesson-code.tsx';

const kinds: MarkdownKinds = {
  heading: (children) => <h4>{children}</h4>,
  link: (href, children) => <TextLink href={href}>{children}</TextLink>,
  text: (text) => <WithChips text={text} />,
  code: (text) => {
    const status = statusAt(text);
    return status !== undefined && statusShort(status) === text ? <StatusChip status={status} /> : null;
  },
  block: (text) => <LessonCode text={text} />,
};

/** What an author of a lesson wrote. */
export const LessonText = ({ source }: { readonly source: string }) => (
  <div class="lesson-text" dir="auto">
    <MarkdownBlocks source={source} kinds={kinds} />
  </div>
);

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

/** As far as a script can go: the editor takes the last line that there is. */
const lastLine = 1_000_000;

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
          // Its end, where most is written, with the focus: whoever reads a lesson goes on with its script.
          showOnStage({ script: Number(script), bottom: 'script', pane: 'bots', line: lastLine, column: 1 });
        }}
      >
        {children}
      </button>
    );
  if (href.startsWith('#/')) return <a href={href}>{children}</a>;
  return <MarkdownLink href={href}>{children}</MarkdownLink>;
}
