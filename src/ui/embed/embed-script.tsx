import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import { useAppContext } from '../context.ts';
import { readEmbedScript } from '../customers/embed-script.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { copyText } from '../controls/use-copy.ts';
import { pageOf } from './embed-page.ts';
import { embedWords as words } from '../words/embed-words.ts';
import { PrefillRow } from './prefill-row.tsx';
import {
  prefillAttributes,
  writeEmbedScript,
  type Prefill,
  type PrefillField,
} from './write-embed-script.ts';
import './embed.css';

const fields = Object.keys(prefillAttributes) as PrefillField[];

/** The script that puts a channel's widget on a page: to be copied, with what the page fills into the form (chat-domain §7.1). */
export function EmbedScript({ channel }: { readonly channel: Channel }) {
  const { files } = useAppContext();
  const id = useId();
  const site = useSignal<string>(words.siteExample);
  const prefill = useSignal<Prefill>({});
  const tag = useMemo(
    () => writeEmbedScript(channel, site.value, prefill.value),
    [channel, site.value, prefill.value],
  );
  const copy = async () => {
    const isCopied = await copyText(tag);
    files.said.value = { text: isCopied ? words.copied : words.notCopied, bad: !isCopied };
  };
  return (
    <section
      class="embed-script"
      aria-labelledby={id}
      onKeyDown={(event) => {
        // It stands in a form, of which it is no field.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <h3 id={id}>{words.title}</h3>
      <p class="note">{words.help}</p>
      <label class="embed-site">
        {words.site}
        <input
          type="url"
          spellcheck={false}
          placeholder={words.siteExample}
          value={site.value}
          onInput={(event) => {
            site.value = event.currentTarget.value;
          }}
        />
        <span class="note">{words.siteHelp}</span>
      </label>
      <fieldset class="prefill">
        <legend>{words.fill}</legend>
        <p class="note">{words.fillHelp}</p>
        {fields.map((field) => (
          <PrefillRow
            key={field}
            field={field}
            chosen={prefill.value[field]}
            onChoose={(chosen) => {
              const { [field]: _before, ...others } = prefill.value;
              prefill.value = chosen === undefined ? others : { ...others, [field]: chosen };
            }}
          />
        ))}
      </fieldset>
      <div class="embed-code">
        <pre tabIndex={0} role="region" aria-label={words.code}>
          <code>{tag}</code>
        </pre>
        <button type="button" class="plain" onClick={() => void copy()}>
          <LaterIcon name="copy" /> {words.copy}
        </button>
      </div>
      <ReadBack tag={tag} prefill={prefill.value} name={channel.name} />
    </section>
  );
}

type ReadBackProps = { readonly tag: string; readonly prefill: Prefill; readonly name: string };

/** What the simulator takes from the tag on a page that has what it names. */
function ReadBack({ tag, prefill, name }: ReadBackProps) {
  const page = pageOf(prefill);
  const { channel, customer } = readEmbedScript(tag, page);
  const read = fields.flatMap((field) => {
    const value = customer[field];
    return value === undefined ? [] : [`${words.fields[field]}: ${value}`];
  });
  const query = page.address.includes('?') ? ` ${words.on(page.address)}` : '';
  return (
    <p class="embed-read">
      <span class="note">{words.read}</span> {words.readChannel(channel, name)}
      {query} · <bdi>{read.length === 0 ? words.readNobody : read.join(' · ')}</bdi>
    </p>
  );
}
