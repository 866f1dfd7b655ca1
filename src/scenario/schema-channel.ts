import * as v from 'valibot';
import { channelSettings, memberRights } from '../engine/channel-settings.ts';
import type { ChannelFile, MemberFile } from '../engine/definition.ts';
import { isSetting, type Setting, type Settings } from '../engine/setting-kinds.ts';
import { limits } from './limits.ts';
import { bool, colour, count, id, idOrNone, minutes, name, text, timeOfDay } from './schema-values.ts';
import { listOf, object } from './schema-shapes.ts';

/*
 * A channel as it stands in a file: read off the table of its settings. A text may be longer here than the product takes, as it
 * might in every released file: the form tells whoever edits it.
 */

function valueOf({ kind, options = [], counts }: Setting): v.GenericSchema {
  switch (kind) {
    case 'text':
    case 'zone':
      return text;
    case 'switch':
      return bool;
    case 'number':
      return counts === 'minutes' ? minutes : count;
    case 'colour':
      return colour;
    case 'choice':
      return v.picklist(options);
    case 'some':
      return listOf(v.picklist(options), options.length);
    case 'time':
      return timeOfDay;
    case 'faqFolder':
      return idOrNone;
  }
}

const group = (settings: Settings): v.GenericSchema => object(fieldsOf(settings));

const fieldsOf = (settings: Settings): v.ObjectEntries =>
  Object.fromEntries(
    Object.entries(settings).map(([key, branch]) => [
      key,
      v.optional(isSetting(branch) ? valueOf(branch) : group(branch)),
    ]),
  );

const member = object({ agent: id, ...fieldsOf(memberRights) }) as unknown as v.GenericSchema<MemberFile>;

/* What the table says of its values, the compiler knows by `ChannelFile`. */
export const channel = object({
  id,
  name,
  properties: v.optional(group(channelSettings.properties)),
  layout: v.optional(group(channelSettings.layout)),
  members: v.optional(listOf(member, limits.things)),
  bot: v.optional(group(channelSettings.bot)),
  offlineForm: v.optional(group(channelSettings.offlineForm)),
  preChatForm: v.optional(group(channelSettings.preChatForm)),
  postChatForm: v.optional(group(channelSettings.postChatForm)),
}) as unknown as v.GenericSchema<ChannelFile>;
