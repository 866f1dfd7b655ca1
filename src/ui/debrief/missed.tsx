import type { Debrief } from '../../course/debrief.ts';
import { useWorld } from '../context.ts';
import { secondOf } from '../format.ts';
import { debriefWords as words } from '../words/debrief-words.ts';
import { MomentLink } from './moment-link.tsx';
import { useNames } from './use-names.ts';

/** The warnings that nobody heeded in time. */
export function Missed({ told: { warnings } }: { readonly told: Debrief }) {
  const nameOf = useNames();
  const zone = useWorld((world) => world.timeZone);
  const missed = warnings.filter((one) => one.missed);
  if (missed.length === 0) return null;
  return (
    <section class="card debrief-missed" aria-labelledby="debrief-missed">
      <h3 id="debrief-missed">{words.missedTitle}</h3>
      <p class="note">{words.missedHelp}</p>
      <ul>
        {missed.map(({ seq, session, kind, at, took }) => (
          <li key={seq}>
            <span class="number">
              <MomentLink seq={seq} session={session} what={words.moments.missed(nameOf(session))}>
                {secondOf(at, zone)}
              </MomentLink>
            </span>{' '}
            {words.warned(nameOf(session), words.kinds[kind], took)}
          </li>
        ))}
      </ul>
    </section>
  );
}
