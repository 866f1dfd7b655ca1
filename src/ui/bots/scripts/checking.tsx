import { useEffect, useMemo } from 'preact/hooks';
import type { World } from '../../../engine/world.ts';
import { useAppContext, useWorld } from '../../context.ts';
import { allScripts } from '../../names.ts';
import { whenIdle } from '../../when-idle.ts';
import { editOfScript, scriptDraftKey } from '../folders/script-names.ts';

/** Between two keys nothing is checked. */
const checkAfter = 250;

/**
 * Draws nothing: has scripts checked as they stand in their editors, when a workspace opens, whenever one is saved or
 * written into, and when tables come or go. Problems and counts speak of what people see.
 */
export function Checking() {
  const { store, checks, help } = useAppContext();
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script));
  const around = useWorld(aroundScripts);
  const drafts = scripts.map(({ id }) => store.draft(scriptDraftKey(id)));
  const key = JSON.stringify(drafts);
  const standing = useMemo(() => {
    const kept = JSON.parse(key) as readonly string[];
    return scripts.map((script, index) => ({ ...script, written: editOfScript(kept[index] ?? '')?.mine }));
  }, [scripts, key]);
  useEffect(() => {
    const look = () => {
      checks.look(standing, around).catch(() => undefined);
    };
    if (!standing.some(({ written }) => written !== undefined)) return whenIdle(look);
    const timer = setTimeout(look, checkAfter);
    return () => {
      clearTimeout(timer);
    };
  }, [standing, around, checks, help.insisted.value]);
  return null;
}

/** What a check goes by besides the scripts: which tables there are, and who calls which script. */
const aroundScripts = ({ tables, channels, registrations, triggers, webhooks }: World): readonly string[] => [
  ...Object.keys(tables),
  JSON.stringify([
    channels.map(({ id, name, bot, preChatForm }) => [
      id,
      name,
      bot,
      preChatForm.enabled,
      preChatForm.faqEnabled,
    ]),
    registrations,
    triggers,
    webhooks.map(({ url }) => url),
  ]),
];
