import { useNow, useSending, useWorld } from '../../context.ts';
import { EmbedScript } from '../../embed/embed-script.tsx';
import { useFormContext } from '../../form/form-context.ts';
import { Field } from '../../form/field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { HoursWeek } from '../../hours/hours-week.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import type { ChannelTabProps } from './channel-tab.ts';
import { channelWords as words } from '../../words/channel-words.ts';

/** Languages of the product's widget, by their ISO codes. */
const languages = ['da', 'de', 'en', 'es', 'fi', 'fr', 'it', 'nl', 'no', 'pl', 'pt', 'sv'];

/** Name, language, warnings, opening hours, and how the channel gets on a page. */
export const PropertiesTab = ({ channel, set }: ChannelTabProps) => (
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
    <Week channel={channel} set={set} />
    <hr />
    <EmbedScript channel={channel} />
  </div>
);

function Week({ channel, set }: ChannelTabProps) {
  const now = useNow();
  const sending = useSending();
  const { form } = useFormContext();
  const clock = useWorld((world) => world.now);
  return (
    <>
      <Refusal sending={sending} />
      <HoursWeek
        value={channel.properties.openingHours}
        onChange={(hours) => {
          set('properties.openingHours', hours);
        }}
        now={now}
        onJump={(at) => {
          if (at > clock) void sending.send({ type: 'clock.advances', by: at - clock });
        }}
        bot={channel.bot.enabled}
        unsaved={form.changes.some((path) => path.startsWith('properties.openingHours'))}
      />
    </>
  );
}
