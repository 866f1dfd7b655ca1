import { plainText } from '../../engine/rich-text.ts';
import type { Sender } from '../../engine/world.ts';
import type { FoundRace, LineOf, ShownStep } from '../../protocol/exploring.ts';
import { builtInSentence } from '../../words/english-explore.ts';
import { oneLine } from '../format.ts';
import { Avatar } from '../controls/avatar.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { sentence } from '../sentence.ts';
import { exploreWords as words } from '../words/explore-words.ts';
import { inputSentence } from './input-sentence.ts';

/** What breaks, in words. */
export const brokenText = ({ broken }: FoundRace): string =>
  broken.kind === 'builtIn'
    ? builtInSentence(broken.rule, { ...broken, text: oneLine(plainText(broken.text), 120) })
    : words.expectation(broken.step, broken.message);

/** The order that fails beside the nearest that passes, with what changed places. */
export function RaceView({ race }: { readonly race: FoundRace }) {
  const { failing, passing, swaps } = race;
  const from = failing[0]?.at ?? 0;
  return (
    <div class="race">
      <section class="race-side fails">
        <h3>
          <LaterIcon name="differs" /> {words.fails}
        </h3>
        <Turns turns={failing} from={from} seq={race.seq} broken={brokenText(race)} />
      </section>
      <section class="race-side passes">
        <h3>
          <LaterIcon name="good" /> {passing === null ? words.noPassing : words.passes(swaps)}
        </h3>
        {passing === null ? null : <Turns turns={passing} from={from} seq={0} broken="" />}
      </section>
    </div>
  );
}

type TurnsProps = {
  readonly turns: readonly ShownStep[];
  /** The moment from which seconds are counted. */
  readonly from: number;
  /** The event that breaks something. */
  readonly seq: number;
  /** What breaks at the last turn that was taken. */
  readonly broken: string;
};

function Turns({ turns, from, seq, broken }: TurnsProps) {
  const last = turns.findLastIndex(({ isReached }) => isReached);
  return (
    <ol>
      {turns.map((turn, index) => (
        <Turn
          key={turn.step}
          turn={turn}
          from={from}
          seq={seq}
          broken={broken !== '' && index === last ? broken : ''}
        />
      ))}
    </ol>
  );
}

const senders: Readonly<Record<ShownStep['who']['kind'], Sender>> = {
  customer: 'customer',
  agent: 'agent',
  admin: 'system',
  clock: 'system',
};

type TurnProps = {
  readonly turn: ShownStep;
  readonly from: number;
  readonly seq: number;
  readonly broken: string;
};

function Turn({ turn, from, seq, broken }: TurnProps) {
  const { step, at, input, who, about, refused, lines, isSwapped, isReached } = turn;
  const { who: name, does, quote } = inputSentence(input, who, about);
  const seconds = ((at - from) / 1000).toFixed(1);
  return (
    <li class={`race-turn ${isSwapped ? 'swapped' : ''} ${isReached ? '' : 'not-reached'}`}>
      <p class="race-input">
        <span class="race-time number">{at === from ? words.start : words.after(seconds)}</span>
        <Avatar of={senders[who.kind]} {...(name === '' ? {} : { name })} />
        <span class="race-said">
          {step === 0 ? (
            words.settles
          ) : (
            <>
              <b dir="auto">{name}</b> {does} <q dir="auto">{quote}</q>
            </>
          )}
          {isReached ? null : <small> {words.wouldCome}</small>}
        </span>
        {isSwapped ? (
          <span class="race-swap" title={words.swapped}>
            <LaterIcon name="swap" />
            <span class="hidden-text">{words.swapped}</span>
          </span>
        ) : null}
      </p>
      {lines.length === 0 && refused === null ? null : (
        <ul>
          {lines.map((one) => (
            <li key={one.seq} class={one.seq === seq ? 'race-line bad' : 'race-line'}>
              {one.seq === seq ? <span class="hidden-text">{words.broken}: </span> : null}
              <Line of={one} />
            </li>
          ))}
          {refused === null ? null : <li class="race-line">{words.refused(sentence(refused))}</li>}
        </ul>
      )}
      {broken === '' || lines.some((one) => one.seq === seq) ? null : (
        <p class="race-broken">
          <LaterIcon name="warn" />
          <span>
            <span class="hidden-text">{words.broken}: </span>
            {broken}
          </span>
        </p>
      )}
    </li>
  );
}

function Line({ of: { line, of } }: { readonly of: LineOf }) {
  switch (line.kind) {
    case 'message':
      return (
        <>
          <b dir="auto">{of === '' ? line.author : words.to(line.author, of)}</b>{' '}
          <span dir="auto">{oneLine(plainText(line.text), 160)}</span>
          {line.when === 'now' ? null : <small>{line.when === 'later' ? words.later : words.shown}</small>}
        </>
      );
    case 'status':
      return (
        <span class="race-statuses">
          {of === '' ? null : <b dir="auto">{of}</b>}
          <StatusChip status={line.from} bare />
          <LaterIcon name="arrow" size={13} />
          <StatusChip status={line.to} />
        </span>
      );
    case 'handedOver':
      return <>{words.handedOver(of)}</>;
    case 'assigned':
      return <>{words.has(line.agent)}</>;
    case 'failed':
      return <>{words.scriptFailed(line.script, line.line, sentence(line.failure))}</>;
  }
}
