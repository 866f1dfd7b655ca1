import { diffWordsWithSpace } from 'diff';

/** Longer texts are not taken apart into words. */
const longest = 4000;

type WordDiffProps = {
  readonly text: string;
  /** What it is compared with. */
  readonly other: string;
  /** `del` marks what only the expected text has, `ins` what only the one that came has. */
  readonly tag: 'del' | 'ins';
};

/** A text in which only the words are marked that the other one has not. */
export function WordDiff({ text, other, tag: Tag }: WordDiffProps) {
  if (text.length + other.length > longest) return <bdi>{text}</bdi>;
  const [from, to] = Tag === 'ins' ? [other, text] : [text, other];
  return (
    <bdi>
      {diffWordsWithSpace(from, to)
        .filter(({ added, removed }) => (Tag === 'ins' ? !removed : !added))
        .map(({ value, added, removed }, index) =>
          added || removed ? <Tag key={index}>{value}</Tag> : <span key={index}>{value}</span>,
        )}
    </bdi>
  );
}
