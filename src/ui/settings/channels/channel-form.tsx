import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useId } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { useSending, useAppContext } from '../../context.ts';
import { FormHead } from '../../form/form-head.tsx';
import { FormTabs } from '../../form/form-tabs.tsx';
import { FormView } from '../../form/form-view.tsx';
import { fieldId } from '../../form/form-context.ts';
import type { PreviewProblem, PreviewView } from '../../../protocol/preview.ts';
import { ChannelPreview } from '../../preview/channel-preview.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { ChannelActs } from './channel-acts.tsx';
import type { ChannelTabProps } from './channel-tab.ts';
import { channelTabs, isActive, type ChannelTab } from './channel-form-value.ts';
import { channelWords as words } from '../../words/channel-words.ts';
import { BotTab, OfflineTab, PostChatTab, PreChatTab } from './form-tabs.tsx';
import { LayoutTab } from './layout-tab.tsx';
import { MembersTab } from './members-tab.tsx';
import { PropertiesTab } from './properties-tab.tsx';
import { seenProblems } from './seen-problems.ts';
import { channelDraftKey, useChannelForm } from './use-channel-form.ts';

const panes: Readonly<Record<ChannelTab, ComponentType<ChannelTabProps>>> = {
  properties: PropertiesTab,
  layout: LayoutTab,
  members: MembersTab,
  bot: BotTab,
  offlineForm: OfflineTab,
  preChatForm: PreChatTab,
  postChatForm: PostChatTab,
};

/** What the customer sees of a tab's settings; a tab whose settings no view shows has the room for itself. */
const views: Readonly<Record<ChannelTab, PreviewView | undefined>> = {
  properties: undefined,
  layout: 'conversation',
  members: undefined,
  bot: 'conversation',
  offlineForm: 'offline',
  preChatForm: 'preChat',
  postChatForm: 'postChat',
};

const tabOf = (path: string): ChannelTab =>
  channelTabs.find((tab) => path === tab || path.startsWith(`${tab}.`)) ?? 'properties';

type ChannelFormProps = {
  readonly id: number;
  readonly tab: ChannelTab;
  /** The field that the address leads to, by its path below the tab. */
  readonly field: string | undefined;
};

/** Every setting of a channel, under the tabs of the product; nothing of it is so before it is saved. */
export function ChannelForm({ id, tab, field }: ChannelFormProps) {
  const { router } = useAppContext();
  const sending = useSending();
  const form = useChannelForm(id, sending);
  const spoils = useSignal<readonly PreviewProblem[]>([]);
  const title = useId();
  const panel = useId();
  const open = (name: ChannelTab) => {
    router.replace('settings', 'channels', String(id), name);
  };
  useEffect(() => {
    if (field !== undefined) document.getElementById(fieldId(`${tab}.${field}`))?.focus();
  }, [tab, field]);
  const Pane = panes[tab];
  const { value } = form;
  const focus = views[tab];
  const hear = useCallback(
    (problems: readonly PreviewProblem[]) => {
      spoils.value = problems;
    },
    [spoils],
  );
  const problems = [...form.problems, ...seenProblems(spoils.value, form.problems)];
  return (
    <FormView
      form={{ ...form, problems }}
      words={words.fields}
      labelledBy={title}
      what={words.what}
      draftKey={channelDraftKey(id)}
      sending={sending}
      onShow={(path) => {
        open(tabOf(path));
      }}
      head={
        <>
          <BackToList section="channels" />
          <FormHead id={title} title={value.name.trim() === '' ? words.nameless : value.name} form={form}>
            <span class="count">{words.number(id)}</span>
            <ChannelActs id={id} sending={sending} />
          </FormHead>
          <FormTabs
            label={words.tabList}
            panel={panel}
            tabs={channelTabs.map((name) => ({
              name,
              label: words.tabs[name],
              isActive: isActive(value, name),
            }))}
            problems={problems.map((one) => (one.path === 'name' ? { ...one, path: 'properties' } : one))}
            open={tab}
            onOpen={open}
          />
        </>
      }
    >
      <div class={focus === undefined ? 'channel-body' : 'channel-body with-preview'}>
        <div class="channel-tab" id={panel} role="tabpanel" aria-label={words.tabs[tab]} tabIndex={-1}>
          <Pane key={tab} channel={value} set={form.set} />
        </div>
        {focus === undefined ? null : <ChannelPreview channel={value} focus={focus} onProblems={hear} />}
      </div>
    </FormView>
  );
}
