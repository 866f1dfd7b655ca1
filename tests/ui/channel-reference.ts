import { channelName, channelSettings, memberRights } from '../../src/engine/channel-settings.ts';
import { leavesOf, valueAt, type Leaf, type Setting } from '../../src/engine/setting-kinds.ts';
import type { FieldWords } from '../../src/ui/words/field-words.ts';
import { channelTabs } from '../../src/ui/settings/channels/channel-form-value.ts';
import { channelWords } from '../../src/ui/words/channel-words.ts';

/* docs/channel-settings.md, written from the table that engine, files, scripts and form use. */

const introduction = `# The settings of a channel

Every setting of a chat channel: what it is called in SuperOffice and in the form, its field in a scenario file, what it can be,
its default, and where SuperOffice keeps it. The page is written from the table that everything else uses, too
(\`src/engine/channel-settings.ts\`, \`npm run reference\`), and a test keeps it current.

- *Field* is the place below a channel of a [scenario file](scenario-format.md).
- *Kept in* is the column of \`chat_topic\`, or the bit of its \`flags\`; *Carrier* is the property of \`NSChatTopicEntity\` that scripts
  read and save. Without one, scripts of the product's documented version do not reach it.
- A text in a file may be longer than SuperOffice takes: the form says so where it is edited.
`;

function range({ kind, max, options = [], counts, standard }: Setting): string {
  switch (kind) {
    case 'text':
      return `text, ${String(max)}`;
    case 'switch':
      return 'on or off';
    case 'number':
      return `${counts ?? 'number'}, 0 to ${String(max)}`;
    case 'colour':
      return standard === '' ? '`#rrggbb`, or empty' : '`#rrggbb`';
    case 'choice':
      return options.map((one) => `\`${one}\``).join(' or ');
    case 'some':
      return `some of ${options.map((one) => `\`${one}\``).join(', ')}`;
    case 'time':
      return 'time of day';
    case 'zone':
      return 'IANA time zone';
    case 'faqFolder':
      return 'FAQ folder; 0 is all';
  }
}

const standard = (value: unknown): string => {
  if (value === '') return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const keptIn = ({ column, flag }: Setting): string => {
  if (column !== undefined) return `\`${column}\``;
  return flag === undefined ? '' : `\`flags\` ${String(flag)}`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row(path: string, setting: Setting, { label, help = '' }: FieldWords): string {
  const carrier = setting.carrier === undefined ? '' : `\`${setting.carrier}\``;
  const cells = [
    `**${label}**`,
    `\`${path}\``,
    range(setting),
    standard(setting.standard),
    keptIn(setting),
    carrier,
    help,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

const head = [
  '| Setting | Field | Can be | Default | Kept in | Carrier | What it does |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

const table = (leaves: readonly Leaf[], words: unknown): string =>
  [
    ...head,
    ...leaves.map(({ path, setting }) => row(path, setting, valueAt(words, path) as FieldWords)),
  ].join('\n');

export function channelReference(): string {
  const { fields, rights, tabs } = channelWords;
  const all = leavesOf(channelSettings);
  const tabPages = channelTabs.map((tab) => {
    const page =
      tab === 'members'
        ? `Each row of \`members\` names an \`agent\` and what they may do (\`chat_topic_user\`).\n\n${table(leavesOf(memberRights), rights)}`
        : table(
            all.filter(({ path }) => path.startsWith(`${tab}.`)),
            fields,
          );
    return `## ${tabs[tab]}\n\n${page}\n`;
  });
  const top = `## Above the tabs\n\n${table([{ path: 'name', setting: channelName }], fields)}\n`;
  return [introduction, top, ...tabPages].join('\n');
}
