/** An object that a script holds: it says how much memory it takes. */
export interface Measured {
  /**
   * Bytes of its own; `visit` is called with everything that it refers to. It returns the text to keep in
   * place of an equal one.
   */
  measure(visit: <T>(value: T) => T): number;
}
