import { useLayoutEffect, useRef } from 'preact/hooks';
import { limits } from '../../scenario/limits.ts';
import { isComposing } from '../conversation/is-composing.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

type NewNameProps = {
  readonly name: string;
  /** Whether it has that name now. */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onDone: () => void;
};

/** The field in the place of a name: Enter and leaving it give the new one, Escape keeps the old one. An empty one is none. */
export function NewName({ name, onName, onDone }: NewNameProps) {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  // Before the next key: whoever types at once types into it.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = async (wanted: string) => {
    if (isOver.current) return;
    isOver.current = true;
    const isNew = wanted !== '' && wanted !== name;
    if (!isNew || (await onName(wanted))) onDone();
    else isOver.current = false;
  };
  return (
    <input
      ref={field}
      class="new-name"
      aria-label={words.newName(name)}
      dir="auto"
      defaultValue={name}
      maxLength={limits.name}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void end(event.key === 'Enter' ? event.currentTarget.value.trim() : name);
      }}
      onBlur={(event) => void end(event.currentTarget.value.trim())}
    />
  );
}
