import { useId } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';

type StarsProps = {
  readonly label: string;
  readonly value: number;
  readonly onRate: (rating: number) => void;
};

/** One to five stars: radio buttons to the keyboard and to screen readers (chat-domain Q34). */
export function Stars({ label, value, onRate }: StarsProps) {
  const name = useId();
  return (
    <fieldset class="stars">
      <legend>{label}</legend>
      {[1, 2, 3, 4, 5].map((star) => (
        <label key={star} class={star <= value ? 'lit' : ''} title={words.stars(star)}>
          <input
            type="radio"
            class="hidden-text"
            name={name}
            checked={star === value}
            aria-label={words.stars(star)}
            onChange={() => {
              onRate(star);
            }}
          />
          <Icon name="star" size={22} filled={star <= value} />
        </label>
      ))}
    </fieldset>
  );
}
