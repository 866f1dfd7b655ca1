import { piecesOf } from './pieces.ts';

type MarkedProps = {
  readonly text: string;
  /** In lower case. */
  readonly letters: readonly string[];
};

/** A text with the letters marked by which it was found. */
export const Marked = ({ text, letters }: MarkedProps) => (
  <>
    {piecesOf(text, letters).map((piece, index) =>
      index % 2 === 0 ? piece : <mark key={index}>{piece}</mark>,
    )}
  </>
);
