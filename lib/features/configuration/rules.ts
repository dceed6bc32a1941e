import {
  CONFIGURATION_FORMAT,
  CONFIGURATION_VERSION,
  type Configuration,
  type Entry,
  type Outcome,
  type PlannedEntry,
  type RefusalReason,
  SECTION_KEYS,
  type SectionKey,
} from "./schema";

const folded = (...parts: (string | null)[]) => parts.map((part) => (part ?? "").toLowerCase()).join("\u0001");

/** What makes two entries the same thing in two installations: never an id. */
const KEYS: { [Key in SectionKey]: (entry: Entry<Key>) => string } = {
  settings: ({ key }) => key,
  emailTemplates: (one) => folded(one.systemKey, one.recordType, one.language, one.systemKey ? "" : one.name),
  customFields: ({ record, label }) => folded(record, label),
  statuses: ({ name }) => folded(name),
  actionCodes: ({ name }) => folded(name),
  prospectStages: ({ name }) => folded(name),
  fundingSources: ({ identifier }) => folded(identifier),
  languages: ({ identifier }) => folded(identifier),
  services: ({ name }) => folded(name),
  rightsGroups: ({ name }) => folded(name),
  centers: ({ name }) => folded(name),
  holidays: ({ center, name, firstDay }) => folded(firstDay, center, name),
  rooms: ({ center, name }) => folded(center, name),
  logos: ({ center }) => folded(center),
  agreements: ({ center }) => folded(center),
};

export const keyOf = <Key extends SectionKey>(section: Key, entry: Entry<Key>): string => KEYS[section](entry);

export function nameOf(entry: Entry): string {
  if ("texts" in entry) return [entry.center, entry.texts[0]?.title].filter(Boolean).join(": ");
  if ("bytes" in entry) return entry.center;
  if ("key" in entry) return entry.key;
  if ("label" in entry) return entry.label;
  if ("identifier" in entry) return `${entry.identifier} ${entry.name}`;
  return "name" in entry ? entry.name : "";
}

/** The file: sections and their entries always in the same order, so that equal configurations are equal bytes. */
export function configurationText(configuration: Configuration): string {
  const sorted = SECTION_KEYS.map((section) => {
    const entries = (configuration[section] as Entry[]).toSorted((a, b) =>
      keyOf(section, a as never) < keyOf(section, b as never) ? -1 : 1,
    );
    return [section, entries];
  });
  const whole = { format: CONFIGURATION_FORMAT, version: CONFIGURATION_VERSION, ...Object.fromEntries(sorted) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

type Facts = { now: Configuration; file: Configuration };

/** What an import would do with each entry of a file. */
export function planImport({ now, file }: Facts): PlannedEntry[] {
  return SECTION_KEYS.flatMap((section) => {
    const present = new Map((now[section] as Entry[]).map((entry) => [keyOf(section, entry as never), entry]));
    const seen = new Set<string>();
    return (file[section] as Entry[]).map((entry) => {
      const key = keyOf(section, entry as never);
      const before = present.get(key) ?? null;
      const reason = seen.has(key) ? "twice" : refusalOf(section, { entry, before, now, file });
      seen.add(key);
      const fields = before ? changedFields(before, entry) : [];
      const outcome: Outcome = reason ? "refused" : !before ? "added" : fields.length > 0 ? "changed" : "unchanged";
      return { section, name: nameOf(entry), outcome, reason, fields };
    });
  });
}

type Judged = Facts & { entry: Entry; before: Entry | null };

/** What an entry means never changes under the records that have it, and nothing points at what is not there. */
function refusalOf(section: SectionKey, { entry, before, now, file }: Judged): RefusalReason | null {
  if (
    section === "customFields" &&
    before &&
    (before as Entry<"customFields">).type !== (entry as Entry<"customFields">).type
  )
    return "kind_differs";
  if (
    section === "prospectStages" &&
    before &&
    (before as Entry<"prospectStages">).outcome !== (entry as Entry<"prospectStages">).outcome
  )
    return "kind_differs";
  if (section === "statuses")
    return statusRefusal(entry as Entry<"statuses">, { before: before as Entry<"statuses">, now, file });
  if ("center" in entry) {
    const center = entry.center?.toLowerCase() ?? null;
    const isKnown = [...now.centers, ...file.centers].some((one) => one.name.toLowerCase() === center);
    return center === null || isKnown ? null : "unknown_center";
  }
  if (section === "rightsGroups") {
    const group = entry as Entry<"rightsGroups">;
    const holder = now.rightsGroups.find(({ defaultFor }) => defaultFor !== null && defaultFor === group.defaultFor);
    return holder && holder.name.toLowerCase() !== group.name.toLowerCase() ? "default_taken" : null;
  }
  return null;
}

function statusRefusal(
  status: Entry<"statuses">,
  { before, now, file }: Facts & { before: Entry<"statuses"> | null },
): RefusalReason | null {
  if (before && before.standing !== status.standing) return "standing_differs";
  const { template } = status.workflow;
  const templates = [...now.emailTemplates, ...file.emailTemplates].filter((one) => one.recordType === "client");
  return template !== null && !templates.some(({ name }) => name === template) ? "unknown_template" : null;
}

/** The names of the values that differ. What an older file does not say is not asked for. */
export function changedFields(before: Entry | null, after: Entry): string[] {
  const [old, next] = [before ?? {}, after] as Record<string, unknown>[];
  return Object.keys(next ?? {}).filter(
    (field) => field !== "bytes" && JSON.stringify(old?.[field]) !== JSON.stringify(next?.[field]),
  );
}

export function countOutcomes(entries: readonly PlannedEntry[]): Record<Outcome, number> {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of entries) counts[outcome] += 1;
  return counts;
}
