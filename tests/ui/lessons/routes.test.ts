import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/ui/lessons/routes.ts';

describe('the addresses within Lessons', () => {
  const all = [{ path: [] }, { path: ['author', '**'] }, { path: ['*', 'wall'] }, { path: ['*', '*'] }];
  const found = (...segments: string[]) => routeOf(all, segments)?.path.join('/');

  it('lead to the first whose path fits, whole', () => {
    expect(found()).toBe('');
    expect(found('desk', 'wall')).toBe('*/wall');
    expect(found('desk', 'walls')).toBe('*/*');
    expect(found('desk')).toBeUndefined();
    expect(found('desk', 'wall', 'more')).toBeUndefined();
  });

  it('take in whatever comes behind an open end', () => {
    expect(found('author')).toBe('author/**');
    expect(found('author', 'desk', 'first')).toBe('author/**');
  });
});
