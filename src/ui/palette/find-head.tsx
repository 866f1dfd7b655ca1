import { Icon } from '../controls/icon.tsx';

/** How many rows a page of the list is. */
const page = 8;

type FindHeadProps = {
  readonly label: string;
  readonly placeholder: string;
  /** The id of the list; that of its n-th row is this, without `-list`, and `-n`. */
  readonly list: `${string}-list`;
  /** How many rows there are, and which is chosen. */
  readonly count: number;
  readonly chosen: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onWalk: (to: number) => void;
  /** The chosen row is taken. */
  readonly onTake: () => void;
};

/** Where one types to find a row of a list, and walks over it by arrow keys without leaving the text. */
export function FindHead(props: FindHeadProps) {
  const { label, placeholder, list, count, chosen, query, onQuery, onWalk, onTake } = props;
  const walk = (event: KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowDown: (chosen + 1) % count,
      ArrowUp: (chosen - 1 + count) % count,
      PageDown: Math.min(count - 1, chosen + page),
      PageUp: Math.max(0, chosen - page),
    };
    const next = to[event.key];
    if (event.key === 'Enter' && !event.isComposing) onTake();
    else if (next !== undefined && count > 0) onWalk(next);
    else return;
    event.preventDefault();
  };
  return (
    <label class="palette-head">
      <Icon name="search" size={18} />
      <input
        type="text"
        role="combobox"
        autofocus
        aria-label={label}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={count > 0 ? list.replace(/list$/, String(chosen)) : undefined}
        placeholder={placeholder}
        maxLength={255}
        spellcheck={false}
        dir="auto"
        value={query}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={walk}
      />
      <kbd>Esc</kbd>
    </label>
  );
}
