import { LaterIcon } from '../../controls/later-icon.tsx';
import type { Answerer } from './call-rows.ts';
import { httpWords } from '../../words/http-words.ts';

/** Who answered a call: the same mark wherever a call is shown. */
export const AnswererMark = ({ who }: { readonly who: Answerer }) => (
  <span class={`answerer of-${who}`} title={httpWords.answererHints[who]}>
    <LaterIcon name={who} size={12} /> <span class="answerer-name">{httpWords.answerers[who]}</span>
  </span>
);
