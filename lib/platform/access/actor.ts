import { type Permission, permissionAnswer, type Role } from "./permissions";

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
};

export type AccountActor = Common & {
  kind: "account";
  accountId: string;
  signInId: string;
  practitionerId: string | null;
  email: string;
  /** Holds the administrator role, in administrator mode or not. */
  isAdministrator: boolean;
  /** Until when the password counts as confirmed (administrator mode); null when it does not. */
  confirmedUntil: Date | null;
};

export type ContactActor = Common & {
  kind: "contact";
  contactId: string;
  portalLoginId: string;
  signInId: string;
  clients: ContactClient[];
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

/** The app itself, for jobs and tools; `name` says why it acts. */
export type SystemActor = Common & { kind: "system" };

export type Actor = AccountActor | ContactActor | AnonymousActor | SystemActor;

type Described<T extends Actor> = Omit<T, "can">;

/** Gives an actor its `can`. */
export function actorFrom<T extends Actor>(described: Described<T> & { confirmed?: boolean }): T {
  const { confirmed = false, ...rest } = described;
  const can = (permission: Permission) => permissionAnswer(permission, { role: described.role, confirmed }) === "yes";
  return { ...rest, can } as unknown as T;
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
