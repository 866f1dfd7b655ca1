import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../controls/dialog.tsx';
import { wallWords as words } from '../words/wall-words.ts';
import { canScan, scan } from './camera.ts';
import { scanning } from './scanning.ts';
import type { WallState } from './wall-state.ts';

/** Codes of results: by the camera where the browser reads them from it, else as text. */
export function ScanDialog({ wall }: { readonly wall: WallState }) {
  const text = useSignal('');
  const films = useSignal(false);
  const close = () => {
    scanning.value = false;
  };
  const add = () => {
    const lines = text.value.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) return;
    text.value = '';
    void wall.add(lines.map((line) => ({ kind: 'text', text: line.trim() })));
  };
  return (
    <Dialog
      icon="scan"
      title={words.code}
      onClose={close}
      footer={
        <button type="button" class="plain" onClick={close}>
          {words.close}
        </button>
      }
    >
      <form
        class="wall-code"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          {words.codeText}
          <textarea
            rows={3}
            value={text.value}
            spellcheck={false}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
        </label>
        <p class="note">{words.codeHelp}</p>
        <button type="submit" class="primary" aria-disabled={text.value.trim() === ''}>
          {words.codeAdd}
        </button>
      </form>
      {!canScan() ? (
        <p class="note">{words.cameraNone}</p>
      ) : films.value ? (
        <Camera wall={wall} />
      ) : (
        <button
          type="button"
          class="plain"
          onClick={() => {
            films.value = true;
          }}
        >
          {words.camera}
        </button>
      )}
      <p role="status">{wall.added.value > 0 ? words.read(wall.added.value) : ''}</p>
    </Dialog>
  );
}

/** The picture of the camera, as long as it is shown. */
function Camera({ wall }: { readonly wall: WallState }) {
  const video = useRef<HTMLVideoElement>(null);
  const failed = useSignal(false);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return undefined;
    const seen = new Set<string>();
    return scan(
      shown,
      (text) => {
        if (seen.has(text)) return;
        seen.add(text);
        void wall.add([{ kind: 'text', text }]);
      },
      () => {
        failed.value = true;
      },
    );
  }, [wall, failed]);
  return (
    <figure class="wall-camera">
      <video ref={video} muted playsInline />
      <figcaption class="note">{failed.value ? words.cameraFailed : words.cameraHelp}</figcaption>
    </figure>
  );
}
