import { PERMISSIONS, type Permission, permissionAnswer, type Role } from "./permissions";
import { type GrantedRights, narrowedTo, type Reach, type RecordKind, type RightVerb, reachOf } from "./rights";

/** What a contact is to one client they may act for. Rights belong to the pair, never to the sign-in. */
export type ContactClient = {
  clientId: string;
  centerId: string;
  isOwner: boolean;
  isPrimary: boolean;
  isGuardian: boolean;
};

type Common = {
  role: Role;
  /** The name that history shows. */
  name: string;
  language: string;
  requestId: string | null;
  ip: string | null;
  can(permission: Permission): boolean;
  /** The same, telling who would have it after confirming the password from who never does. */
  answer(permission: Permission): "yes" | "confirm" | "no";
  /** How far the rights of one's groups go over a kind of record; the role narrows it further. */
  reach(kind: RecordKind, verb: RightVerb): Reach;
};

export type AccountActor = Common & {
  kind: "account";
  role: "administrator" | "staff" | "practitioner";
  accountId: string;
  signInId: string;
  practitionerId: string | null;
  email: string;
  /** Holds the administrator role, in administrator mode or not. */
  isAdministrator: boolean;
  /** Until when the password counts as confirmed (administrator mode); null when it does not. */
  confirmedUntil: Date | null;
  /** The role asks for an authenticator and there is none: only the own account is open. */
  lacksSecondFactor?: boolean;
  /** The centers that "own center" means, as an administrator set them. */
  centerIds: readonly string[];
  /** As whom they look at the portal; pages of the portal are shown so, and nothing can be done there. */
  viewingContactId?: string | null;
};

export type ContactActor = Common & {
  kind: "contact";
  contactId: string;
  portalLoginId: string;
  signInId: string;
  clients: ContactClient[];
  /** The member of staff who only looks at what this contact would see. */
  viewer?: string;
};

/** Nobody yet; `pending` says which step a half-finished sign-in waits for. */
export type AnonymousActor = Common & {
  kind: "anonymous";
  pending: {
    step: "second-factor" | "set-password";
    signInId: string;
    accountId: string | null;
    portalLoginId: string | null;
  } | null;
};

/** A program that shows an API key: what it may read is written on the key, and it is nobody of the team. */
export type KeyActor = Common & {
  kind: "key";
  keyId: string;
  /** The fields it reads, by resource; what is missing it does not reach. */
  grants: Readonly<Record<string, readonly string[]>>;
};

/** The app itself, for jobs and tools; `name` says why it acts. */
export type SystemActor = Common & { kind: "system" };

export type Actor = AccountActor | ContactActor | AnonymousActor | KeyActor | SystemActor;

type Described<T extends Actor> = Omit<T, "can" | "answer" | "reach">;
type Proof = { confirmed?: boolean; fresh?: boolean; rights?: GrantedRights };

const STANDINGS = new WeakMap<object, Required<Proof>>();

/** Gives an actor what it may do. Without `rights` that is whatever its role may. */
export function actorFrom<T extends Actor>(described: Described<T> & Proof): T {
  const { confirmed = false, fresh = confirmed, rights = null, ...rest } = described;
  const held = described.kind === "account" && "lacksSecondFactor" in described && described.lacksSecondFactor === true;
  const answer = (permission: Permission) =>
    held && !/^(own-account|public)\./.test(permission)
      ? "no"
      : permissionAnswer(permission, { role: described.role, confirmed, fresh, rights });
  const can = (permission: Permission) => answer(permission) === "yes";
  const reach = (kind: RecordKind, verb: RightVerb) => reachOf(rights, kind, verb);
  const actor = { ...rest, can, answer, reach } as unknown as T;
  STANDINGS.set(actor, { confirmed, fresh, rights });
  return actor;
}

/** The rights of the groups somebody belongs to, as a page shows them. */
export function rightsOfActor(actor: Actor): GrantedRights {
  return STANDINGS.get(actor)?.rights ?? null;
}

/** The same person while they do this: they see no further than they may do it. Every door hands this one on. */
export function actingWith<T extends Actor>(actor: T, permission: Permission): T {
  const rule = PERMISSIONS[permission];
  const acting = "right" in rule ? actingOn(actor, rule.right[0], rule.right[1]) : actor;
  // Where it is about some of the kinds, only what does it knows which.
  if (!("reports" in rule) || "someOf" in rule) return acting;
  return rule.reports.reduce((narrowed, kind) => actingOn(narrowed, kind, "report"), acting);
}

/** `actingWith` where the permission does not say over which kind of record. */
export function actingOn<T extends Actor>(actor: T, kind: RecordKind, verb: RightVerb): T {
  const standing = STANDINGS.get(actor);
  if (!standing?.rights) return actor;
  return actorFrom<T>({ ...actor, ...standing, rights: narrowedTo(standing.rights, [kind, verb]) });
}

/** The centers whose records of a kind somebody sees; null when they see all of them. */
export function centersSeen(actor: Actor, kind: RecordKind): readonly string[] | null {
  const reach = actor.reach(kind, "view");
  if (actor.kind !== "account" || reach === "all") return null;
  return reach === "own" ? actor.centerIds : [];
}

/** The app acting by itself, for example in a job. */
export function systemActor(reason: string): SystemActor {
  return actorFrom<SystemActor>({
    kind: "system",
    role: "system",
    name: reason,
    language: "en",
    requestId: null,
    ip: null,
  });
}

/** Whether this person may speak for the client: business owner or primary contact. */
export function speaksFor(client: ContactClient): boolean {
  return client.isOwner || client.isPrimary;
}
