import type { About } from '../../protocol/engine-api.ts';

/** What a workspace says of itself, without marks at steps that it does not have: a file with such a mark is refused. */
export function aboutUpTo(about: About, steps: number): About {
  const { bookmarks, ...rest } = about;
  if (bookmarks === undefined) return about;
  const kept = bookmarks.filter(({ step }) => step <= steps);
  return kept.length === 0 && bookmarks.length > 0 ? rest : { ...rest, bookmarks: kept };
}
