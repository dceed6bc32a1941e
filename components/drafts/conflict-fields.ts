import type { Submitted } from "@/lib/platform/action-state";

type Value = string | string[] | undefined;
export type ConflictField = {
  name: string;
  mine: Value;
  theirs: Value;
  original: Value;
  /** Only they changed it: theirs is the natural choice. */
  onlyTheirs: boolean;
};

const plain = (value: Value) =>
  JSON.stringify(
    [value ?? ""]
      .flat()
      .filter((each) => each !== "")
      .toSorted(),
  );
export const isSame = (one: Value, other: Value) => plain(one) === plain(other);

/** The fields about which somebody must decide: changed by them since, and not to what stands here anyway. */
export function conflictFields(versions: { mine: Submitted; theirs: Submitted; original: Submitted }): ConflictField[] {
  const { mine, theirs, original } = versions;
  return Object.keys(theirs)
    .filter((name) => !isSame(theirs[name], original[name]) && !isSame(theirs[name], mine[name]))
    .map((name) => ({
      name,
      mine: mine[name],
      theirs: theirs[name],
      original: original[name],
      onlyTheirs: isSame(mine[name], original[name]),
    }));
}
