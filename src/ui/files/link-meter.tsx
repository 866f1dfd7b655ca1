import type { LinkDraft } from '../../protocol/files-api.ts';
import { limits } from '../../scenario/limits.ts';
import { countOf } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';

const oftenCut = limits.linkOftenCut;

type MeterProps = {
  /** The length of the whole link. */
  readonly length: number;
  readonly parts: LinkDraft['meter']['parts'];
};

const order = ['scripts', 'conversation', 'expectations', 'setting', 'rest'] as const;

/** How long a link is, what takes the space, and where some programs cut it. */
export function LinkMeter({ length, parts }: MeterProps) {
  const scale = Math.max(oftenCut * 1.5, length);
  const shown = order.flatMap((what) => (parts[what] > 0 ? [{ what, characters: parts[what] }] : []));
  let from = 0;
  return (
    <div class="link-meter">
      <div class="link-length">
        <b>{words.characters(length)}</b>
        <span class="note">{words.cutAt(oftenCut)}</span>
      </div>
      <svg viewBox={`0 0 ${String(scale)} 8`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="meter-room" width={scale} height="8" />
        {shown.map(({ what, characters }) => {
          const x = from;
          from += characters;
          return <rect key={what} class={`meter-${what}`} x={x} width={characters} height="8" />;
        })}
        <rect class="meter-mark" x={oftenCut} width={scale / 200} height="8" />
      </svg>
      <ul class="meter-parts">
        {shown.map(({ what, characters }) => (
          <li key={what}>
            <span class={`meter-key key-${what}`} /> {words.parts[what]} {countOf(characters)}
          </li>
        ))}
      </ul>
      {length > oftenCut ? (
        <p class="note files-warned" role="status">
          <LaterIcon name="warn" size={13} /> {words.mayBeCut(oftenCut)}
        </p>
      ) : null}
    </div>
  );
}
