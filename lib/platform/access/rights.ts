/** What the records are over which rights are given. */
export const RECORD_KINDS = [
  "clients",
  "contacts",
  "prospects",
  "sessions",
  "tasks",
  "messages",
  "documents",
  "agreements",
  "payments",
  "events",
  "mailings",
  "practitioners",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RIGHT_VERBS = ["view", "add", "edit", "delete", "report"] as const;
export type RightVerb = (typeof RIGHT_VERBS)[number];

/** How far a right goes: nowhere, to the records of one's own centers, or to all. */
export const REACHES = ["none", "own", "all"] as const;
export type Reach = (typeof REACHES)[number];

export type Rights = Record<RecordKind, Record<RightVerb, Reach>>;

/** Null means whatever the role may do, which is what everybody has until somebody decides otherwise. */
export type GrantedRights = Rights | null;

const DEPTH: Record<Reach, number> = { none: 0, own: 1, all: 2 };
const wider = (one: Reach, other: Reach) => (DEPTH[one] >= DEPTH[other] ? one : other);
const narrower = (one: Reach, other: Reach) => (DEPTH[one] <= DEPTH[other] ? one : other);

/** The whole matrix, each cell decided by `decide`. */
export function rightsOf(decide: (kind: RecordKind, verb: RightVerb) => Reach): Rights {
  return Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, Object.fromEntries(RIGHT_VERBS.map((verb) => [verb, decide(kind, verb)]))]),
  ) as Rights;
}

/** Rights as they are stored; whatever cannot be read is no right. */
export function readRights(stored: unknown): GrantedRights {
  if (stored === null) return null;
  const matrix = typeof stored === "object" ? (stored as Record<string, Record<string, unknown> | undefined>) : {};
  return rightsOf((kind, verb) => REACHES.find((reach) => reach === matrix[kind]?.[verb]) ?? "none");
}

/** What somebody may who belongs to several groups: in each cell the widest of them. In none, nothing. */
export function widestRights(groups: readonly GrantedRights[]): GrantedRights {
  if (groups.includes(null)) return null;
  return rightsOf((kind, verb) =>
    groups.reduce<Reach>((reach, rights) => (rights ? wider(reach, rights[kind][verb]) : reach), "none"),
  );
}

/** How far a right goes. Nobody changes what they may not see. */
export function reachOf(rights: GrantedRights, kind: RecordKind, verb: RightVerb): Reach {
  return rights ? narrower(rights[kind][verb], rights[kind].view) : "all";
}

/** What hangs on a client is reached through the client. */
const OF_CLIENTS: readonly RecordKind[] = ["sessions", "agreements", "payments"];

/** The same rights, with sight no wider than what is about to be done: every scope then holds for the doing too. */
export function narrowedTo(rights: GrantedRights, [kind, verb]: readonly [RecordKind, RightVerb]): GrantedRights {
  if (!rights || verb === "view") return rights;
  const reach = reachOf(rights, kind, verb);
  const seen = OF_CLIENTS.includes(kind) ? [kind, "clients"] : [kind];
  return rightsOf((each, what) =>
    what === "view" && seen.includes(each) ? narrower(rights[each].view, reach) : rights[each][what],
  );
}

/** Whether everything can be seen whoever's it is; work that reaches over all records needs it. */
export function seesEverything(rights: GrantedRights): boolean {
  return !rights || (["clients", "contacts", "prospects"] as const).every((kind) => rights[kind].view === "all");
}
