import type { ComponentChildren } from 'preact';

type SettingsHeadProps = {
  /** By which the form it stands over is named. */
  readonly id: string;
  readonly title: string;
  /** Its number, or what else tells it from others. */
  readonly children?: ComponentChildren;
};

/** Over a form of the settings: what it is about. */
export const SettingsHead = ({ id, title, children }: SettingsHeadProps) => (
  <header class="settings-head">
    <h2 id={id} dir="auto" title={title}>
      {title}
    </h2>
    {children === undefined ? null : <span class="count">{children}</span>}
  </header>
);
