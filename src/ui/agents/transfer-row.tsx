import type { Agent } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld } from '../context.ts';
import { agentName, customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { memo } from '../controls/memo.ts';
import { Refusal } from '../controls/refusal.tsx';
import { Waited } from '../conversation/waited.tsx';
import { inputStateOf } from '../statuses.ts';
import { words } from '../words/words.ts';
import { styleOf, type RowBox } from './chat-row.tsx';

type TransferRowProps = RowBox & {
  readonly agent: Agent;
  readonly session: Session;
  readonly open: boolean;
  readonly onChoose: (session: number) => void;
  readonly onOpen: (session: number) => void;
  readonly onDone: (result: string) => void;
};

/** A chat that a colleague wants to hand over: read, accepted or rejected where it stands. */
export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { agent, session, open, onChoose, onOpen, onDone } = props;
  const sending = useSending(inputStateOf(session));
  const from = useWorld((world) => agentName(world, session.agent));
  const name = customerName(session);
  const shared = { agent: agent.id, session: session.id };
  const accept = async () => {
    if (!(await sending.send({ type: 'agent.acceptsTransfer', ...shared }))) return;
    onOpen(session.id);
    onDone(words.accepted(name, from));
  };
  const reject = async () => {
    if (await sending.send({ type: 'agent.rejectsTransfer', ...shared })) onDone(words.rejected(name, from));
  };
  return (
    <li class={open ? 'transfer-row selected' : 'transfer-row'} style={styleOf(props)}>
      <button
        type="button"
        class="transfer-who"
        aria-current={open}
        title={name}
        onClick={() => {
          onChoose(session.id);
        }}
      >
        <span class="person-text">
          <bdi class="person-name">{name}</bdi>
          <span class="person-last">{words.handOver(from)}</span>
        </span>
        <Waited session={session} />
      </button>
      <span class="transfer-acts">
        <button
          type="button"
          class="accept"
          aria-label={words.acceptTransfer}
          aria-disabled={sending.pending}
          onClick={() => void accept()}
        >
          <Icon name="accept" size={14} /> {words.accept}
        </button>
        <button
          type="button"
          class="plain small"
          aria-label={words.rejectTransfer}
          aria-disabled={sending.pending}
          onClick={() => void reject()}
        >
          <Icon name="close" size={14} /> {words.reject}
        </button>
      </span>
      <Refusal sending={sending} />
    </li>
  );
});
