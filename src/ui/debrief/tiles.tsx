import type { ComponentChildren } from 'preact';
import type { Debrief, Span } from '../../course/debrief.ts';
import { totalsOf } from '../../course/debrief-totals.ts';
import { countOf } from '../format.ts';
import { debriefWords as words, took } from '../words/debrief-words.ts';
import { MomentLink } from './moment-link.tsx';

/** What counts, in six numbers; each leads to the moment that it comes from. */
export function Tiles({ told }: { readonly told: Debrief }) {
  const { chats, firstAnswer, longestSilence, warnings, missed, rating } = totalsOf(told);
  const { tiles } = words;
  const stars = told.chats.filter((chat) => chat.rating !== null).length;
  const customerOf = (span: Span) =>
    told.chats.find(({ firstAnswer: first, longestSilence: silence }) => first === span || silence === span);
  const leads = (span: Span, what: string, text: string) => {
    const chat = customerOf(span);
    return (
      <MomentLink seq={span.seq} session={chat?.session ?? 0} what={what}>
        {chat === undefined ? text : words.toWhom(text, chat.customer)}
      </MomentLink>
    );
  };
  return (
    <dl class="debrief-tiles">
      <Tile name={tiles.chats} value={countOf(chats)} />
      <Tile name={tiles.first} value={firstAnswer === null ? words.noValue : took(firstAnswer.middle)}>
        {firstAnswer === null
          ? null
          : leads(firstAnswer.longest, tiles.first, words.longest(firstAnswer.longest.ms))}
      </Tile>
      <Tile name={tiles.silence} value={longestSilence === null ? words.noValue : took(longestSilence.ms)}>
        {longestSilence === null ? null : leads(longestSilence, tiles.silence, words.towards)}
      </Tile>
      <Tile
        name={tiles.missed}
        value={warnings === 0 ? '0' : words.missedOf(missed, warnings)}
        isBad={missed > 0}
      >
        {warnings === 0 ? words.noWarnings : <span title={words.missedHelp}>{words.missedShort}</span>}
      </Tile>
      <Tile name={tiles.transfers} value={countOf(sum(told.received) + sum(told.sent))}>
        {words.received(words.handed(told.received))}
        <br />
        {words.sent(words.handed(told.sent))}
      </Tile>
      <Tile name={tiles.rating} value={rating === null ? words.noValue : rating.toFixed(1)}>
        {words.rated(stars)}
      </Tile>
    </dl>
  );
}

const sum = ({ accepted, rejected, cancelled }: Debrief['sent']): number => accepted + rejected + cancelled;

type TileProps = {
  readonly name: string;
  readonly value: string;
  readonly isBad?: boolean;
  readonly children?: ComponentChildren;
};

const Tile = ({ name, value, isBad = false, children }: TileProps) => (
  <div class="card debrief-tile">
    <dt>{name}</dt>
    <dd class={isBad ? 'debrief-value bad number' : 'debrief-value number'}>{value}</dd>
    <dd class="debrief-more">{children}</dd>
  </div>
);
