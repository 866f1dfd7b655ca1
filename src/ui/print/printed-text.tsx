import { MarkdownBlocks, type MarkdownKinds } from '../files/markdown-blocks.tsx';

const kinds: MarkdownKinds = {
  heading: (children) => <h4>{children}</h4>,
  link: (_, children) => <strong>{children}</strong>,
};

/** Markdown for paper: a link is the words of it. */
export const PrintedText = ({ source }: { readonly source: string }) => (
  <div class="printed-text">
    <MarkdownBlocks source={source} kinds={kinds} />
  </div>
);
