import { useStore } from '../context.ts';
import { words } from '../words/words.ts';
import { SureButton } from '../controls/sure-button.tsx';

type LeftDraftsProps = {
  /** Where unsent text is kept; the same as what is typed there. */
  readonly place: string;
  /** How it is shown, where a person can read it. */
  readonly show?: (text: string) => string;
};

/** What tabs that are closed have left unsent at a place: it can be taken up, and what stands there is left instead. */
export function LeftDrafts({ place, show }: LeftDraftsProps) {
  const { leftDrafts } = useStore();
  const all = leftDrafts.left(place);
  if (all.length === 0) return null;
  return (
    <ul class="left-drafts" aria-label={words.left.label}>
      {all.map((left) => (
        <li key={left.key}>
          <span class="note">
            {words.left.one}
            {show === undefined ? null : <q dir="auto">{show(left.text)}</q>}
          </span>
          <span class="left-acts">
            <button
              type="button"
              class="plain small"
              onClick={() => {
                leftDrafts.takeUp(left);
              }}
            >
              {words.left.takeUp}
            </button>
            <SureButton
              quiet
              label={words.left.drop}
              sure={words.left.dropSure}
              onSure={() => {
                leftDrafts.drop(left);
              }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
