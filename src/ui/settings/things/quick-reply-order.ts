import type { QuickReply } from '../../../engine/definition.ts';
import type { Undoable } from '../../undo/undoing.ts';

/**
 * The inputs that put a quick reply before another one of the same owner, or behind all of them where `before` is 0. They stand
 * in the order of their numbers, which nothing names, so each number gets what is to stand in its place.
 */
export function reordered(replies: readonly QuickReply[], id: number, before: number): readonly Undoable[] {
  const moved = replies.find((one) => one.id === id);
  if (moved === undefined || id === before) return [];
  const own = replies.filter(({ agent }) => agent === moved.agent);
  const others = own.filter((one) => one.id !== id);
  const at = before === 0 ? others.length : others.findIndex((one) => one.id === before);
  if (at < 0) return [];
  const wanted = [...others.slice(0, at), moved, ...others.slice(at)];
  return own.flatMap((one, index): readonly Undoable[] => {
    const next = wanted[index] ?? one;
    return next.id === one.id ? [] : [{ type: 'admin.savesQuickReply', quickReply: { ...next, id: one.id } }];
  });
}
