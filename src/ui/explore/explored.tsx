import type { ExploreAnswer, FoundRace } from '../../protocol/exploring.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { exploreWords as words } from '../words/explore-words.ts';
import { brokenText, RaceView } from './race-view.tsx';

type ExploredProps = {
  readonly explored: Extract<ExploreAnswer, { kind: 'explored' }>;
  /** The one that is looked at. */
  readonly race: FoundRace | undefined;
  readonly which: { value: number };
};

/** What came of it: the verdict, what breaks, and the order that fails beside the one that passes. */
export function Explored({ explored, race, which }: ExploredProps) {
  const { tried, of, failing, races, isStopped } = explored;
  const rest = isStopped ? words.stopped : of === tried ? '' : words.someOf(of);
  if (race === undefined)
    return (
      <div class="explore-verdict good" role="status">
        <LaterIcon name="good" size={18} />
        <p>
          <b>{words.nothing(tried)}</b> {of === 1 ? words.only : rest === '' ? words.allOf : rest}
        </p>
      </div>
    );
  return (
    <>
      <div class="explore-verdict bad" role="status">
        <LaterIcon name="differs" size={18} />
        <p>
          <b>{words.fail(failing, tried)}</b> {rest}
        </p>
      </div>
      <Races races={races} chosen={race} which={which} />
      <RaceView race={race} />
    </>
  );
}

type RacesProps = {
  readonly races: readonly FoundRace[];
  readonly chosen: FoundRace;
  readonly which: { value: number };
};

/** Each thing that breaks, to be looked at. */
const Races = ({ races, chosen, which }: RacesProps) => (
  <ul class="explore-races" aria-label={words.races}>
    {races.map((race, index) => (
      <li key={brokenText(race)}>
        <button
          type="button"
          aria-pressed={race === chosen}
          onClick={() => {
            which.value = index;
          }}
        >
          <span class="explore-race-text" dir="auto">
            {brokenText(race)}
          </span>
          <small>{race.isAsInFile ? words.asInFile : words.inOrders(race.orders)}</small>
        </button>
      </li>
    ))}
  </ul>
);
