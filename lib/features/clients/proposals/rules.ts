import { PORTAL_FIELDS, type PortalField, type PortalFieldRule } from "@/lib/features/settings/schema";
import { displayPhone } from "@/lib/values/phone";

type Values = Readonly<Record<PortalField, string | number | null>>;
type Rules = Readonly<Record<PortalField, PortalFieldRule>>;
export type FieldChange = { field: PortalField; from: string | null; to: string | null };

/** A value as a proposal keeps it. */
export const keptText = (value: string | number | null): string | null => (value === null ? null : String(value));

/** A value as people read it. */
export const shownValue = (field: PortalField, value: string | null): string =>
  value === null ? "" : field === "phone" ? displayPhone(value) : value;

/** What of a correction counts at once, what staff look at first, and what nobody may change who is not of the staff. */
export function sortCorrections<After extends Values>(before: Values, after: After, rules: Rules) {
  const changed = PORTAL_FIELDS.filter((field) => before[field] !== after[field]);
  const by = (rule: PortalFieldRule) => changed.filter((field) => rules[field] === rule);
  const waiting: FieldChange[] = by("STAFF").map((field) => ({
    field,
    from: keptText(before[field]),
    to: keptText(after[field]),
  }));
  const atOnce = by("AT_ONCE");
  const counted = Object.fromEntries(atOnce.map((field) => [field, after[field]])) as Partial<After>;
  return { counted, changed: atOnce, waiting, closed: by("NONE") };
}

/** Changes as history keeps them. */
export function changesOfFields(
  changes: readonly FieldChange[],
): Record<string, { from: string | null; to: string | null }> {
  return Object.fromEntries(changes.map(({ field, from, to }) => [field, { from, to }]));
}
