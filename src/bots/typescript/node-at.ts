import ts from 'typescript';

/** The innermost node that an offset is in; with `touching` also one that ends there. */
export function nodeAt(source: ts.SourceFile, offset: number, touching = false): ts.Node {
  const isIn = (one: ts.Node): boolean =>
    touching
      ? one.getStart(source) < offset && offset <= one.getEnd()
      : one.getStart(source) <= offset && offset < one.getEnd();
  const find = (node: ts.Node): ts.Node => {
    const child = ts.forEachChild(node, (one) => (isIn(one) ? one : undefined));
    return child === undefined ? node : find(child);
  };
  return find(source);
}
