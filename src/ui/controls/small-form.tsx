import type { ComponentChildren } from 'preact';

type SmallFormProps = {
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly required?: boolean;
  readonly submitLabel: string;
  readonly onSubmit: () => Promise<void>;
  /** Why it cannot be as it is, before anybody was asked. */
  readonly problem?: string;
  /** Further fields, and why it was refused. */
  readonly children: ComponentChildren;
  /** What can be done instead. */
  readonly after?: ComponentChildren;
};

/** The form of a popover that makes something: first its name. */
export function SmallForm(props: SmallFormProps) {
  const {
    label,
    name,
    onName,
    required = true,
    submitLabel,
    onSubmit,
    problem = '',
    children,
    after,
  } = props;
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
          value={name}
          required={required}
          maxLength={255}
          onInput={(event) => {
            onName(event.currentTarget.value);
          }}
        />
      </label>
      {problem === '' ? null : (
        <p class="refusal" role="alert">
          {problem}
        </p>
      )}
      {children}
      <button type="submit" class="primary">
        {submitLabel}
      </button>
      {after}
    </form>
  );
}
