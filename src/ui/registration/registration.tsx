import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { registrationFound, type RoleFound } from '../../engine/registration-found.ts';
import { patternInWords } from '../bots/folders/bot-parts.ts';
import { useSending, useShowOnStage, useWorld } from '../context.ts';
import { Refusal } from '../controls/refusal.tsx';
import { RuleText } from '../rules/rule-mark.tsx';
import { registrationWords as words } from '../words/registration-words.ts';
import { useUndoable } from '../undo/use-undoable.ts';
import './registration.css';

/** Which script was found for which role of a channel's bot, what almost was, and what is new since it was registered. */
export function Registration({ channel: id }: { readonly channel: number }) {
  const title = useId();
  const world = useWorld((one) => one);
  const sending = useSending();
  const send = useUndoable(sending);
  const said = useSignal('');
  const channel = world.channels.find((one) => one.id === id);
  if (channel?.bot.enabled !== true) return null;
  const { isRegistered, folder, against, isOld, roles } = registrationFound(world, channel);
  // Whoever registers again then loses a script: the name is to be mended first.
  const loses = roles.some(({ state, next }) => state === 'renamed' && next === null);
  const again = async () => {
    said.value = '';
    if (await sending.send({ type: 'admin.registersBot', channel: id })) said.value = words.done;
  };
  const rename = async (script: number, name: string) => {
    const there = world.folders.find(({ scripts }) => scripts.some((one) => one.id === script));
    const renamed = there?.scripts.find((one) => one.id === script);
    if (there === undefined || renamed === undefined) return;
    said.value = '';
    const input = { type: 'admin.savesScript', folder: there.id, script: { ...renamed, name } } as const;
    if (await send(input, words.wasRenamed(renamed.name, name)))
      said.value = words.wasRenamed(renamed.name, name);
  };
  const why =
    against?.code === 'folder-gone' || against?.code === 'folder-no-bot'
      ? words.againstNow[against.code](against.params.folder)
      : '';
  return (
    <section class="registration" aria-labelledby={title}>
      <header>
        <h3 id={title}>{words.title}</h3>
        <span class="note" role="status">
          {said.value}
        </span>
        <span class="push" />
        <button
          type="button"
          class={isOld && !loses ? 'primary small' : 'plain small'}
          title={words.againHint}
          aria-disabled={sending.pending}
          onClick={() => void again()}
        >
          {words.again}
        </button>
      </header>
      <p class="note">
        {isRegistered ? words.registered(folder) : words.notRegistered} {why}
      </p>
      {isOld && against === null ? (
        <div class="registration-old">
          <p>{words.old}</p>
          <RuleText rule="T77" />
        </div>
      ) : null}
      <Refusal sending={sending} />
      <ul>
        {roles.map((one) => (
          <Role
            key={one.role}
            found={one}
            onRename={(id, name) => {
              void rename(id, name);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

type RoleProps = {
  readonly found: RoleFound;
  readonly onRename: (script: number, name: string) => void;
};

function Role({ found, onRename }: RoleProps) {
  const { role, state, script, almost } = found;
  const notes = notesOf(found);
  return (
    <li class={`registration-role ${state}`}>
      <span class="registration-name">{words.roles[role]}</span>
      <span class="registration-script">
        {script === null || script.name === '' ? (
          <span class="muted">–</span>
        ) : (
          <OpenScript id={script.id} name={script.name} />
        )}
        {notes.map((note) => (
          <span key={note} class="registration-note">
            {note}
          </span>
        ))}
        {almost.map(({ id, name, slips, mended }) => (
          <span key={id} class="registration-note">
            {words.almost(name, role, slips)}{' '}
            {mended === '' ? null : (
              <button
                type="button"
                class="link"
                onClick={() => {
                  onRename(id, mended);
                }}
              >
                {words.rename(mended)}
              </button>
            )}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The script by its name and number; opens it on the stage. */
function OpenScript({ id, name }: { readonly id: number; readonly name: string }) {
  const show = useShowOnStage();
  return (
    <button
      type="button"
      class="link"
      title={words.open(name)}
      onClick={() => {
        show({ script: id, line: 0, column: 0, bottom: 'script', pane: 'bots' });
      }}
    >
      {name} <span class="muted number">{words.number(id)}</span>
    </button>
  );
}

/** What of a role is not as it seems, each in a sentence. */
function notesOf({ role, state, script, next, shadowed }: RoleFound): readonly string[] {
  const notes: string[] = [];
  if (state === 'gone' && script !== null) notes.push(words.gone(script.id));
  if (state === 'renamed' && next === null) notes.push(words.renamed);
  if (next !== undefined && next !== null) {
    notes.push(state === 'none' ? words.added(next.name) : words.instead(next.name));
  }
  if (state === 'none' && next === undefined) notes.push(words.none(patternInWords(role)));
  if (shadowed.length > 0) notes.push(words.shadowed(shadowed.map(({ name }) => name)));
  return notes;
}
