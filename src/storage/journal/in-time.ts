/** Calls `run` after so many milliseconds, unless what it returns is called first. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** What is read or written of a journal is waited for no longer than this, in milliseconds. */
const limit = 2000;

/** What the promise gives; `otherwise` when that takes too long, while it goes on in the background. */
export function inTime<T>(after: After, promise: Promise<T>, otherwise: T, most = limit): Promise<T> {
  let cancel = () => {};
  const late = new Promise<T>((resolve) => {
    cancel = after(most, () => {
      resolve(otherwise);
    });
  });
  return Promise.race([promise, late]).finally(() => {
    cancel();
  });
}
