import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

type SmallFormProps = {
  readonly label: string;
  readonly name: Signal<string>;
  readonly required?: boolean;
  readonly submitLabel: string;
  readonly onSubmit: () => Promise<void>;
  /** Further fields, and why it was refused. */
  readonly children: ComponentChildren;
};

/** The form of a popover that makes something: first its name. */
export function SmallForm({ label, name, required = true, submitLabel, onSubmit, children }: SmallFormProps) {
  return (
    <form
      class="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <label>
        {label}
        <input
          value={name.value}
          required={required}
          maxLength={255}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      {children}
      <button type="submit" class="primary">
        {submitLabel}
      </button>
    </form>
  );
}
