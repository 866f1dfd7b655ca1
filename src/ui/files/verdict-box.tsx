import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';
import type { Playing } from './use-playing.ts';
import { verdictText, type Tone } from './verdict-line.tsx';

type VerdictBoxProps = {
  readonly playing: Playing;
  readonly steps: number;
  /** Who saved it, as they call themselves. */
  readonly by: string;
};

/** Whether it replays as it did when it was saved: what whoever opens it wants to know first. */
export function VerdictBox({ playing, steps, by }: VerdictBoxProps) {
  const { played } = playing;
  const said = words.verdict;
  if (played === null) {
    const { done, of } = playing;
    return (
      <div class="verdict checking" role="status">
        <div class="verdict-text">
          <b>{said.checking}</b>
          <progress aria-label={said.checking} max={Math.max(of, 1)} value={done} />
          <span class="note number">{of > 0 ? said.progress(done, of) : ''}</span>
        </div>
        <button type="button" class="plain small" onClick={playing.stop}>
          {said.stop}
        </button>
      </div>
    );
  }
  const { tone, text, hint } = told(played, steps, by);
  return (
    <div class={`verdict ${tone}`} role="status">
      <LaterIcon name={tone} size={18} />
      <div class="verdict-text">
        <b>{text}</b>
        <span dir="auto">{hint}</span>
      </div>
    </div>
  );
}

type VerdictLines = { readonly tone: Tone; readonly text: string; readonly hint: string };

function told(played: NonNullable<Playing['played']>, steps: number, by: string): VerdictLines {
  const said = words.verdict;
  if (played.kind === 'notPlayed') {
    return { tone: 'unknown', text: said[played.because], hint: said.openable };
  }
  const { verdict, problem } = played.checked;
  if (problem !== null) return { tone: 'differs', text: said.cannotPlay, hint: words.atPath(problem) };
  const { tone, text } = verdictText(verdict);
  if (verdict.kind === 'identical') return { tone, text, hint: said.identicalHint(by) };
  if (verdict.kind === 'differs') return { tone, text, hint: said.because[verdict.because] };
  return { tone, text, hint: steps === 0 ? '' : said.unknownHint(steps) };
}
