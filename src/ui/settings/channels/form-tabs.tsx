import { isBotFolder } from '../../../engine/registration.ts';
import { useShowOnStage, useWorld } from '../../context.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import { formWords } from '../../words/form-words.ts';
import { Registration } from '../../registration/registration.tsx';
import { WhyNotNote } from '../../why-not/why-not-note.tsx';
import { folderOptions } from './folder-options.ts';
import type { ChannelTabProps } from './channel-tab.ts';
import { channelWords as words } from '../../words/channel-words.ts';

/* The tabs of a channel's form that are fields one below the other. */

export const OfflineTab = ({ channel }: ChannelTabProps) => (
  <div class="fields one-column">
    <Field path="offlineForm.header" />
    <Field path="offlineForm.message" />
    <Field path="offlineForm.requests.enabled" />
    <div class="fields">
      <Field path="offlineForm.requests.category" />
      <Field path="offlineForm.requests.priority" />
    </div>
    <Field path="offlineForm.required" />
    <Field path="offlineForm.consent" />
    <hr />
    <Field path="offlineForm.fromQueue.enabled" />
    <div class="fields">
      <Field path="offlineForm.fromQueue.minutes" />
      <Field path="offlineForm.fromQueue.length" />
    </div>
    <WhyNotNote channel={channel.id} about="offlineForm" />
  </div>
);

export function PreChatTab({ channel }: ChannelTabProps) {
  const folders = useWorld((world) => world.faqFolders);
  return (
    <div class="fields one-column">
      <Field path="preChatForm.enabled" />
      <Field path="preChatForm.message" />
      <Field path="preChatForm.required" />
      <Field path="preChatForm.consent" />
      <hr />
      <Field path="preChatForm.faqEnabled" />
      <SelectField
        path="preChatForm.faqFolder"
        options={[{ value: '0', label: formWords.wholeFaq }, ...folderOptions(folders)]}
      />
      <WhyNotNote channel={channel.id} about={channel.preChatForm.enabled ? 'preChatForm' : 'faq'} />
    </div>
  );
}

export const PostChatTab = () => (
  <div class="fields one-column">
    <Field path="postChatForm.enabled" />
    <Field path="postChatForm.header" />
    <Field path="postChatForm.message" />
    <Field path="postChatForm.transcript" />
    <Field path="postChatForm.rating" />
    <Field path="postChatForm.ratingText" />
  </div>
);

export function BotTab({ channel: { id, bot } }: ChannelTabProps) {
  const show = useShowOnStage();
  const folders = useWorld((world) => world.folders.filter(isBotFolder));
  const first = folders.find(({ name }) => name === bot.folder)?.scripts[0]?.id;
  return (
    <div class="fields one-column">
      <Field path="bot.enabled" />
      <SelectField
        path="bot.folder"
        options={[
          { value: '', label: formWords.none },
          ...folders.map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      {folders.length === 0 ? <p class="note">{words.noFolders}</p> : null}
      {first === undefined ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            show({ script: first, line: 0, column: 0, bottom: 'script', pane: 'bots' });
          }}
        >
          {words.openScripts}
        </button>
      )}
      <Field path="bot.name" />
      <Registration channel={id} />
      <WhyNotNote channel={id} about="bot" />
    </div>
  );
}
