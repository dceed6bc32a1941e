import { type GrantedRights, RECORD_KINDS, RIGHT_VERBS, type Rights, rightsOf } from "@/lib/platform/access/rights";
import type { FieldChanges } from "@/lib/platform/history/kind";

/** A matrix without any limit is kept as none, so that it also holds for records that come later. */
export function keptRights(rights: Rights): GrantedRights {
  return RECORD_KINDS.every((kind) => RIGHT_VERBS.every((verb) => rights[kind][verb] === "all")) ? null : rights;
}

/** Rights as a matrix to show and edit. */
export function shownRights(rights: GrantedRights): Rights {
  return rights ?? rightsOf(() => "all");
}

/** The cells in which two matrices differ, as history keeps them. */
export function rightsChanges(before: GrantedRights, after: GrantedRights): FieldChanges {
  const [old, made] = [shownRights(before), shownRights(after)];
  const cells = RECORD_KINDS.flatMap((kind) => RIGHT_VERBS.map((verb) => ({ kind, verb })));
  return Object.fromEntries(
    cells
      .filter(({ kind, verb }) => old[kind][verb] !== made[kind][verb])
      .map(({ kind, verb }) => [`${kind}.${verb}`, { from: old[kind][verb], to: made[kind][verb] }]),
  );
}
