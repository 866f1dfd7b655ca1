import type { DraftState } from './drafting.ts';
import type { Verdict } from '../../scenario/verdict.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';

export type Tone = 'good' | 'differs' | 'unknown';

/** A verdict in one line. */
export function verdictText(verdict: Verdict): { readonly tone: Tone; readonly text: string } {
  const said = words.verdict;
  if (verdict.kind === 'identical') return { tone: 'good', text: said.identical(verdict.steps, verdict.of) };
  if (verdict.kind === 'differs') return { tone: 'differs', text: said.differs(verdict.step, verdict.of) };
  return { tone: 'unknown', text: verdict.steps === 0 ? said.nothing : said.unknown };
}

/** What whoever gets it will be told, in the foot of Save and Share. */
export function VerdictLine({ state }: { readonly state: DraftState }) {
  const { draft, busy, failed } = state;
  if (failed) return null;
  if (draft === null || busy) return <p class="files-verdict">{words.working}</p>;
  if (draft.problem !== null) {
    const { path, message } = draft.problem;
    return (
      <p class="files-verdict differs">
        <LaterIcon name="differs" size={16} /> <bdi>{words.notOpenable(path, message)}</bdi>
      </p>
    );
  }
  if (draft.steps === 0) return <p class="files-verdict">{words.settingOnly}</p>;
  const { tone, text } = verdictText(draft.verdict);
  return (
    <p class={`files-verdict ${tone}`}>
      <LaterIcon name={tone} size={16} /> {text}
    </p>
  );
}
