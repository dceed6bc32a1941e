import { diffWordsWithSpace } from "diff";

/** A piece of a text that stayed, came or went. */
export type Piece = { place: number; kind: "same" | "added" | "removed"; text: string };

/** Word by word what makes one text of another; what went stands before what came in its place. */
export function changedWords(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }, place) => ({
    place,
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
