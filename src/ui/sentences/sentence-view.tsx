import { sentenceWords } from '../words/sentence-words.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import type { Sentence } from './sentence.ts';

/** A sentence on one line; a change of status is its two chips and the reason. */
export const SentenceView = ({ who, said, quote, more, answerer, from, to }: Sentence) => (
  <>
    {from === undefined ? null : <StatusChip status={from} bare />}
    {from === undefined ? null : <span aria-hidden="true"> → </span>}
    {to === undefined ? null : <StatusChip status={to} bare />} {who === '' ? null : <b class="who">{who}</b>}{' '}
    {said === '' ? null : <span class="said">{said}</span>}{' '}
    {quote === '' ? null : <span class="quote">{quote}</span>}{' '}
    {more === '' ? null : <span class="event-detail">{more}</span>}{' '}
    {answerer === undefined ? null : (
      <span class={`answerer of-${answerer}`}>{sentenceWords.answeredBy[answerer]}</span>
    )}
  </>
);
