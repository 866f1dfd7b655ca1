/** A part that is loaded when it is first asked for, once; where that fails, the next one who asks tries again. */
export function partLater<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
