import type { Input } from '../../engine/inputs.ts';
import { words } from '../words/words.ts';
import type { fileOf } from './file-draft.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';

type AttachProps = { readonly compose: (file: ReturnType<typeof fileOf>) => Input };

const load = () => import('./send-file.tsx').then(({ SendFile }) => SendFile);

/** The button beside a line to write on that sends a file. */
export const Attach = ({ compose }: AttachProps) => (
  <Popover
    role="dialog"
    class="quiet icon-button"
    name={words.sendFile}
    title={words.sendFile}
    label={<Icon name="file" />}
  >
    {(close) => <Later load={load} label={words.sendFile} compose={compose} close={close} />}
  </Popover>
);
