import type { MockPart } from '../../../engine/nearest-mocks.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { oneLine } from '../../format.ts';
import { httpWords } from '../../words/http-words.ts';

/** What a mock asks of a call: what differs first, with what it has and what came; then what fits. */
export const NearParts = ({ parts }: { readonly parts: readonly MockPart[] }) => (
  <span class="near-parts">
    {parts
      .filter(({ fits }) => !fits)
      .map((part) => (
        <span key={`${part.kind} ${part.name}`} class="near-part">
          {nameOf(part)}{' '}
          {part.kind === 'used' ? null : (
            <>
              <Words text={part.meant} other={part.came} as="del" />{' '}
              <span aria-hidden="true">{httpWords.becomes}</span>{' '}
              <Words text={part.came} other={part.meant} as="ins" />
            </>
          )}
        </span>
      ))}
    {parts
      .filter(({ fits }) => fits)
      .map((part) => (
        <span key={`${part.kind} ${part.name}`} class="near-part fits" title={httpWords.ticked}>
          <LaterIcon name="done" size={12} /> {nameOf(part)}
        </span>
      ))}
  </span>
);

const nameOf = ({ kind, name }: MockPart): string =>
  name === ''
    ? httpWords.parts[kind]
    : kind === 'header' || kind === 'state'
      ? `${httpWords.parts[kind]} ${name}`
      : name;

type WordsProps = { readonly text: string; readonly other: string; readonly as: 'del' | 'ins' };

/** So many characters of a value that differs are shown. */
const shown = 60;

/** A value beside the other one: of long ones the part in which they differ, with what they share left out. */
function Words({ text, other, as: Tag }: WordsProps) {
  if (text === '') return <Tag class="near-none">{httpWords.absent}</Tag>;
  const same = sharedStart(text, other);
  const from = text.length > 24 && same > 8 ? same - 4 : 0;
  return (
    <Tag title={oneLine(text, 400)}>
      <code>{`${from > 0 ? '…' : ''}${oneLine(text.slice(from), shown)}`}</code>
    </Tag>
  );
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at++;
  return at;
}
