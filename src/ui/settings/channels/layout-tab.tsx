import { Field } from '../../form/field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { channelWords as words } from '../../words/channel-words.ts';

/** Fonts that browsers have or fall back for; any other may be typed. */
const fonts = [
  'Arial',
  'Courier New',
  'Georgia',
  'Helvetica',
  'Tahoma',
  'Times New Roman',
  'Trebuchet MS',
  'Verdana',
];
const sizes = ['10', '11', '12', '13', '14', '16', '18', '20'];

const parts = ['badge', 'customer', 'agent', 'button'] as const;

/** How the widget looks, and what stands in its header and queue. */
export const LayoutTab = () => (
  <div class="fields one-column">
    <div class="fields">
      <Field path="layout.theme" />
      <Field path="layout.size" />
    </div>
    <div class="fields">
      <Field path="layout.color" />
      <TextField path="layout.font" offers={fonts} />
      <TextField path="layout.fontSize" offers={sizes} />
    </div>
    <section class="field-group">
      <h3>{words.colours}</h3>
      <p class="note">{words.coloursHelp}</p>
      <div class="fields">
        {parts.map((part) => (
          <>
            <Field path={`layout.${part}Color`} />
            <Field path={`layout.${part}TextColor`} />
          </>
        ))}
      </div>
    </section>
    <hr />
    <Field path="layout.header" />
    <Field path="layout.message" />
    <Field path="layout.showLogo" />
    <Field path="layout.logo" />
    <Field path="layout.showAgentPhoto" />
    <Field path="layout.agentFirstNameOnly" />
    <hr />
    <Field path="layout.queueText.enabled" />
    <Field path="layout.queueText.text" />
    <Field path="layout.welcomeMessage" />
  </div>
);
