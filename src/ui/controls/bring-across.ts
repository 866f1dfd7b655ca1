/** Scrolls a box sideways, and nothing around it, as far as an element in it needs to be whole in sight. */
export function bringAcross(box: Element, element: Element): void {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.right)
    box.scrollLeft += Math.min(inner.right - outer.right, inner.left - outer.left);
}
