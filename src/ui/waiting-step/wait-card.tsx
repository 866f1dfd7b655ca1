import type { Waits } from '../../protocol/debug-api.ts';
import { useShowOnStage, useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { standingWords as words } from '../words/waiting-step-words.ts';
import { whatWaits } from './what-waits.ts';
import './standing.css';

/** So many letters of a text are enough to know it again. */
const most = 300;

/** In the tile of the customer whose step waits: what, and where its script stands. */
export function WaitCard({ waits }: { readonly waits: Waits }) {
  const show = useShowOnStage();
  const what = useWorld((world) => whatWaits(world, waits));
  const { place, call } = waits;
  const script = useWorld((world) => (place === null ? undefined : scriptOf(world, place.script)?.name));
  const { input } = waits;
  const said = 'option' in input ? input.option : input.type === 'customer.writes' ? input.text : '';
  return (
    <>
      {said === '' ? null : (
        <p class="wait-text" dir="auto">
          {said.slice(0, most)}
        </p>
      )}
      <div class="wait-card" role="status">
        <LaterIcon name="standing" size={16} />
        <p>
          <b>{words.waitsAt(what)}</b>
          {call === undefined ? null : <span>{words.atCall(call.method, call.url)}</span>}
          {place === null || script === undefined ? null : (
            <span>
              {words.atLine(place.line)}{' '}
              <button
                type="button"
                onClick={() => {
                  show({ script: place.script, line: place.line, column: 1, bottom: 'script', pane: 'bots' });
                }}
              >
                {script}
              </button>
            </span>
          )}
        </p>
      </div>
    </>
  );
}
