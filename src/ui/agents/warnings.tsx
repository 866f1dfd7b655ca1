import { useEffect, useRef } from 'preact/hooks';
import { status } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';
import { useEvents, useSending, useAppContext, useView } from '../context.ts';
import { customerName } from '../names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { Waited } from '../conversation/waited.tsx';
import { openWarnings, type OpenWarning } from './open-warnings.ts';
import { soundWarning, warningSound } from './warning-sound.ts';
import { warningWords as words } from '../words/warning-words.ts';
import './warnings.css';

type WarningsProps = { readonly agent: number; readonly onOpen: (session: number) => void };

/** So many are named; the others stand on the dashboard with them. */
const shown = 3;

/** Up to which event warnings were heard, whichever desk they are for; what was there before the page is not heard. */
let heard = -1;

/** Over what else is at a desk: who has waited too long, and the way to them; until they are answered, or put away. */
export function Warnings({ agent, onOpen }: WarningsProps) {
  const { store, windowState, keepers } = useAppContext();
  const seen = useView((view) => view.warningsSeen[String(agent)] ?? 0);
  const last = useRef<readonly OpenWarning[]>([]);
  // Events come with the world that they make.
  const open = useEvents((events) => {
    const world: World | null = store.world.peek();
    if (world !== null) last.current = openWarnings(events, world, agent, seen);
    return last.current;
  });
  const sending = useSending(open.map(({ seq }) => seq).join());
  const newest = Math.max(0, ...open.map(({ seq }) => seq));
  const sound = warningSound(keepers.local);
  useEffect(() => {
    if (heard < 0) heard = store.world.peek()?.seq ?? 0;
    else if (newest > heard) {
      heard = newest;
      if (sound.peek() === true) soundWarning();
    }
  }, [newest, sound, store]);
  const go = async ({ session }: OpenWarning) => {
    const waits = session.status === status.inQueue;
    if (waits && !(await sending.send({ type: 'agent.picksUp', agent, session: session.id }))) return;
    onOpen(session.id);
  };
  return (
    <div
      aria-live="assertive"
      {...(open.length === 0 ? {} : { role: 'group', 'aria-label': words.title, class: 'warnings' })}
    >
      {open.slice(0, shown).map((warning) => {
        const { session, kind, level } = warning;
        const name = customerName(session);
        const waits = session.status === status.inQueue;
        const text = `${level === 'manager' ? `${words.manager} ` : ''}${words[kind](name)}`;
        const mine = waits || session.agent === agent;
        return (
          <div key={session.id} class="warning-row">
            <span class="warning-text" title={text}>
              {text}
            </span>
            <Waited session={session} />
            {mine ? (
              <button
                type="button"
                class="plain small"
                aria-label={waits ? words.pickUpName(name) : words.openName(name)}
                onClick={() => void go(warning)}
              >
                {waits ? words.pickUp : words.open}
              </button>
            ) : null}
          </div>
        );
      })}
      {open.length > shown ? <p class="note">{words.more(open.length - shown)}</p> : null}
      {open.length === 0 ? null : (
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.putAway}
          title={words.putAway}
          onClick={() => {
            const { warningsSeen } = windowState.view.peek();
            windowState.change({ warningsSeen: { ...warningsSeen, [String(agent)]: newest } });
          }}
        >
          <LaterIcon name="close" />
        </button>
      )}
      <Refusal sending={sending} />
    </div>
  );
}
