import { Field } from '../../form/field.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { ChannelTabProps } from './channel-tab.ts';
import { channelWords as words } from './channel-words.ts';

/** Languages of the product's widget, by their ISO codes. */
const languages = ['da', 'de', 'en', 'es', 'fi', 'fr', 'it', 'nl', 'no', 'pl', 'pt', 'sv'];

/** Name, language, warnings and opening hours. */
export const PropertiesTab = (_: ChannelTabProps) => (
  <div class="fields one-column wide-tab">
    <div class="fields">
      <Field path="name" />
      <Field path="properties.badgeHeader" />
      <TextField path="properties.language" offers={languages} />
      <Field path="properties.description" />
    </div>
    <section class="field-group">
      <h3>{words.warnings}</h3>
      <div class="fields pairs">
        <Field path="properties.warningNewChat" />
        <Field path="properties.managerWarningNewChat" />
        <Field path="properties.warningNewMessage" />
        <Field path="properties.managerWarningNewMessage" />
      </div>
    </section>
    <hr />
    <Field path="properties.openingHours.enabled" />
  </div>
);
