/** A click on something that is not meant for a link or button in it, nor the end of marking its text. */
export const unlessUsed = (act: () => void) => (event: MouseEvent) => {
  const isUsed = event.target instanceof Element && event.target.closest('a, button') !== null;
  if (!isUsed && getSelection()?.isCollapsed !== false) act();
};
