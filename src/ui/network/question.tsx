import type { HttpRequest } from '../../engine/script-call.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { AllowedAddress } from './address.ts';
import type { Network } from './network.ts';
import { networkWords } from '../words/network-words.ts';

const words = networkWords.question;

/** So many characters of a body are shown; how many more there are is said. */
const shownOfBody = 2000;

type QuestionProps = {
  readonly call: HttpRequest;
  readonly asked: AllowedAddress;
  readonly network: Network;
};

/** Whether a host may be asked, with all that would be sent to it. Only its own button allows it. */
export function Question({ call, asked, network }: QuestionProps) {
  const { method, url, headers, body } = call;
  const left = body.length - shownOfBody;
  return (
    <Dialog
      icon="mocks"
      title={words.title(asked.host)}
      about={words.about}
      onClose={network.decline}
      footer={
        <>
          <p class="note">{words.kept}</p>
          <button type="button" class="plain" onClick={network.decline}>
            {words.decline}
          </button>
          <button
            type="button"
            class="primary"
            onClick={() => {
              network.allow(asked.origin);
            }}
          >
            {words.allow}
          </button>
        </>
      }
    >
      {asked.isNear ? <Warned text={words.near} /> : null}
      {!asked.isNear && url.startsWith('http:') ? <Warned text={words.unsafe} /> : null}
      <h3>{words.sent}</h3>
      <pre class="network-sent mono" tabIndex={0}>
        <b>{method}</b> {url}
        {Object.entries(headers).map(([name, value]) => `\n${name}: ${value}`)}
        {body === '' ? null : `\n\n${body.slice(0, shownOfBody)}`}
      </pre>
      {left > 0 ? <p class="note">{words.more(left)}</p> : null}
    </Dialog>
  );
}

const Warned = ({ text }: { readonly text: string }) => (
  <p class="network-warned">
    <LaterIcon name="warn" size={16} /> <span>{text}</span>
  </p>
);
