import { danglingReferences, type NamedKind } from '../../../engine/dangling-references.ts';
import { useWorld } from '../../context.ts';
import { leftBehindWords as words } from '../../words/left-behind-words.ts';

export type LeftBehindProps = { readonly kind: NamedKind; readonly id: number };

/** What a deletion would leave behind, above the button that does it; nothing where nothing names the thing. */
export function LeftBehindNote({ kind, id }: LeftBehindProps) {
  const left = useWorld((world) =>
    danglingReferences(world, kind, id).map(({ what, of }) => words.of[what](of.map(({ name }) => name))),
  );
  if (left.length === 0) return null;
  return (
    <div class="note">
      {words.once}
      <ul>
        {left.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
