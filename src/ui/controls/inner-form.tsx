import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isComposing } from '../conversation/is-composing.ts';

type InnerFormProps = {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
};

/**
 * A small form in a panel that may stand inside of another form, as the panels of a line to write on do: Enter in a field
 * of one line sends this one. Its first field has the focus.
 */
export function InnerForm({ label, onSubmit, children }: InnerFormProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([type="file"]), textarea')?.focus();
  }, []);
  return (
    <div
      ref={form}
      class="small-form"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement))
          return;
        event.preventDefault();
        if (!event.repeat) onSubmit();
      }}
    >
      {children}
    </div>
  );
}

type InnerFieldProps = {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, in words; empty is nothing. */
  readonly problem?: string;
  readonly required?: boolean;
  /** So many lines; one if left out. */
  readonly rows?: number;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  readonly onType: (text: string) => void;
};

/** A field of such a form: its label, and below it what is wrong with it. */
export function InnerField(props: InnerFieldProps) {
  const { label, value, problem = '', required = false, rows = 1, inputMode = 'text', onType } = props;
  const id = useId();
  const shared = {
    id,
    value,
    dir: 'auto' as const,
    'aria-required': required,
    'aria-invalid': problem !== '',
    ...(problem === '' ? {} : { 'aria-describedby': `${id}-problem` }),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      onType(event.currentTarget.value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input {...shared} type="text" inputMode={inputMode} />
      )}
      {problem === '' ? null : (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** Moves the focus to the first field of these that is wrong, once that is drawn. */
export function focusWrong(from: HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    from?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
