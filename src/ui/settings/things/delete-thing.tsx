import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import {
  danglingReferences,
  forbidsDeletion,
  type DanglingReferences,
  type NamedKind,
} from '../../../engine/dangling-references.ts';
import { useWorld } from '../../context.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { leftBehindWords as words } from '../../words/left-behind-words.ts';

type DeleteThingProps = {
  readonly kind: { readonly named?: NamedKind };
  readonly id: number;
  readonly name: string;
  readonly onDelete: () => Promise<void>;
};

/** Deletes a thing: asks once; where others name it, it says first what will follow, or why it cannot be. */
export function DeleteThing({ kind, id, name, onDelete }: DeleteThingProps) {
  const asks = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { named } = kind;
  const behind = useWorld((world) =>
    named === undefined ? '' : JSON.stringify(danglingReferences(world, named, id)),
  );
  const left = behind === '' ? [] : (JSON.parse(behind) as readonly DanglingReferences[]);
  if (left.length === 0) {
    return <SureButton quiet label={words.delete} sure={words.sure(name)} onSure={() => void onDelete()} />;
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-expanded={asks.value}
        onClick={() => {
          asks.value = !asks.peek();
        }}
      >
        {words.delete}
      </button>
      {asks.value ? (
        <WhatFollows
          name={name}
          left={left}
          onDelete={() => {
            asks.value = false;
            void onDelete();
          }}
          onClose={() => {
            asks.value = false;
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

type WhatFollowsProps = {
  readonly name: string;
  readonly left: readonly DanglingReferences[];
  readonly onDelete: () => void;
  readonly onClose: () => void;
};

function WhatFollows({ name, left, onDelete, onClose }: WhatFollowsProps) {
  const first = useRef<HTMLButtonElement>(null);
  const title = useId();
  const refused = left.filter(forbidsDeletion);
  useEffect(() => {
    first.current?.focus();
  }, []);
  return (
    <section
      class="what-follows"
      role="alertdialog"
      aria-labelledby={title}
      aria-describedby={`${title}-list`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h3 id={title}>
        <LaterIcon name="warn" size={16} /> {refused.length > 0 ? words.cannot(name) : words.ask(name)}
      </h3>
      <ul id={`${title}-list`}>
        {(refused.length > 0 ? refused : left).map(({ what, of }) => (
          <li key={what} dir="auto">
            {words.of[what](of.map((one) => one.name))}
          </li>
        ))}
      </ul>
      <div class="what-follows-buttons">
        <button ref={first} type="button" class="plain" onClick={onClose}>
          {refused.length > 0 ? words.understood : words.keep}
        </button>
        {refused.length > 0 ? null : (
          <button type="button" class="plain danger" onClick={onDelete}>
            {words.allTheSame}
          </button>
        )}
      </div>
    </section>
  );
}
