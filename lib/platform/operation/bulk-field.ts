import type { Actor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import type { Tx } from "@/lib/platform/db/db";
import type { ManyEntry } from "@/lib/platform/history/record-many";
import type { SqlFragment } from "@/lib/values/sql";

export type BulkChoice = { value: string; label: string };

/** What a person gives as the new value, and how it is asked for. */
export type BulkInput =
  /** `choices` are all that is allowed; those of `words` are labelled by the messages `updates.choices.<words>.<value>`. */
  | { kind: "choice"; words?: string; choices: (actor: Actor) => Promise<readonly BulkChoice[]> }
  | { kind: "text"; max: number }
  | { kind: "number"; min: number; max: number; decimals?: number }
  | { kind: "date" };

/** Why some records cannot be given the value: a code of `updates.reasons`, and the values its sentence names. */
export type BulkRefusal = { code: string; when: SqlFragment; values?: SqlFragment };

/** Rows of another table that change together with a record; `owner` names the record they belong to. */
export type BulkCompanion = { table: string; owner: SqlFragment; work: (ids: readonly string[]) => SqlFragment[] };

/** Giving one value, in SQL over the noun's table: the same statements for one record and for thousands. */
export type BulkChange = {
  /** What stands there now as people read it, and by its key. */
  present: SqlFragment;
  presentKey?: SqlFragment;
  /** Whether the record stands as wanted already. */
  same: SqlFragment;
  refusals?: readonly BulkRefusal[];
  /** Locks what the refusals look at, and whatever comes before these records in the order of locks. */
  hold?: (ids: readonly string[]) => SqlFragment;
  /** One record's change may stand in the way of the next one's. */
  oneByOne?: boolean;
  /** Assignments to columns of the noun's own table. */
  set?: SqlFragment;
  companions?: readonly BulkCompanion[];
};

/** What became of each record that was to be taken back: "undone", or a code of `operations.left`. */
export type TakenBack = ReadonlyMap<string, string>;

/**
 * What changes records where statements could not: it does and tells more, such as mails. It is taken back by the same
 * rules as anything new, not byte for byte.
 */
export type BulkCommand = {
  carryOut: (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<void>;
  takeBack: (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<TakenBack>;
};

/** A record that was changed, with the value as people read it before and after. */
export type BulkChanged = { id: string; name: string; clientId: string | null; from: string | null; to: string | null };

/** One field that many records can be given a value of at once. */
export type BulkField = {
  key: string;
  /** What people called it themselves; else the words are `updates.fields.<noun>.<key>`. */
  label?: string;
  input: BulkInput;
  /** Whether it may be emptied. */
  optional?: boolean;
  /** Needed on top of what the noun asks for. */
  permission?: Permission;
  /** Handing records to somebody else is told apart in the list of operations. */
  transfer?: boolean;
  /** A value may ask for a reason. */
  needsReason?: (value: string) => Promise<boolean>;
  change: (value: string | null) => BulkChange | Promise<BulkChange>;
  /** Where the noun's own kind of history entry is not the right one. */
  entries?: (tx: Tx, changed: readonly BulkChanged[], told: { reason: string | null }) => Promise<ManyEntry[]>;
};

/** Records that can be changed in bulk. Columns are named over `alias`. */
export type BulkNoun = {
  table: string;
  alias: string;
  subjectKind: string;
  permission: Permission;
  name: SqlFragment;
  /** A second line to recognise a record by. */
  detail: SqlFragment;
  /** The client in whose data stream a change is told. */
  clientId: SqlFragment;
  /** What else every change writes, such as the next version. */
  touch?: () => SqlFragment;
  fields: (actor: Actor) => Promise<readonly BulkField[]>;
  /** Which records the address of a list means, within what the person may see; without parameters all of these. */
  chosen: (actor: Actor, address: Readonly<Record<string, string>>) => Promise<SqlFragment>;
  /** Where the list is, for the way back. */
  list: (address: Readonly<Record<string, string>>) => string;
  /** The record's page, where it has one. */
  href: ((id: string) => string) | null;
  /** How a change of one field is told; `field` is its name in `fields.<name>`. */
  entry: (record: BulkChanged, change: { field: string }) => ManyEntry;
};
