import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { limits } from '../../scenario/limits.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useCopy } from '../controls/use-copy.ts';
import { filesWords as words } from '../words/files-words.ts';
import { LinkMeter } from './link-meter.tsx';
import type { DraftState } from './drafting.ts';

/** A code of more than this is too fine for a camera to read from a screen. */
const mostInCode = 1000;

/** The link that holds the whole rehearsal: to be copied or scanned, with its length. */
export function LinkWay({ state, address }: { readonly state: DraftState; readonly address: string }) {
  const { link } = state;
  const { of, copied, says, copy } = useCopy<HTMLInputElement>(address, {
    yes: words.copied,
    refused: words.copyByHand,
  });
  if (link?.meter.verdict === 'tooLong') {
    return (
      <p class="refusal" role="status">
        {words.tooLong(link.meter.length, limits.linkCharacters)}
      </p>
    );
  }
  const isReady = link !== null && !state.busy;
  return (
    <div class="link-way" aria-busy={!isReady}>
      <div class="link-main">
        <div class="link-row">
          <input
            ref={of}
            class="link-field"
            aria-label={words.link}
            readOnly
            spellcheck={false}
            value={address}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
          <button
            type="button"
            class="primary"
            aria-disabled={!isReady}
            onClick={() => {
              if (isReady) void copy();
            }}
          >
            <LaterIcon name={copied.value === 'yes' ? 'done' : 'copy'} />{' '}
            {copied.value === 'yes' ? words.copied : words.copyLink}
          </button>
        </div>
        <p class="note" role="status">
          {copied.value === 'yes' ? <span class="hidden-text">{says}</span> : says}
        </p>
        {link === null ? null : <LinkMeter length={address.length} parts={link.meter.parts} />}
        <p class="files-who note">
          <LaterIcon name="lock" size={13} /> {words.whoCanRead}
        </p>
      </div>
      {isReady && address.length <= mostInCode ? <Code text={address} /> : null}
    </div>
  );
}

/** The link as a code, small beside it and large on demand. What draws it is fetched when there is one to draw. */
function Code({ text }: { readonly text: string }) {
  const large = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const isLarge = large.value;
  useEffect(() => {
    if (isLarge) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isLarge]);
  const part = useSignal<{ readonly QrCode: ComponentType<{ text: string; name: string }> } | null>(null);
  useEffect(() => {
    import('./qr-code.tsx').then(
      ({ QrCode }) => {
        part.value = { QrCode };
      },
      () => undefined, // the link is there all the same
    );
  }, [part]);
  const QrCode = part.value?.QrCode;
  if (QrCode === undefined) return null;
  return (
    <button
      ref={button}
      type="button"
      class={large.value ? 'qr large' : 'qr'}
      aria-expanded={large.value}
      title={large.value ? words.qrSmaller : words.qrLarger}
      onClick={() => {
        large.value = !large.value;
      }}
    >
      <QrCode text={text} name={words.qrName} />
    </button>
  );
}
