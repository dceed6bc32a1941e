import {
  type AccountActor,
  type AnonymousActor,
  actorFrom,
  type ContactActor,
  type ContactClient,
} from "@/lib/platform/access/actor";
import type { GrantedRights } from "@/lib/platform/access/rights";
import { newId } from "@/lib/values/id";

const common = { language: "en", requestId: null, ip: null, signInId: newId() };

type AccountOptions = {
  accountId?: string;
  practitionerId?: string | null;
  name?: string;
  confirmed?: boolean;
  rights?: GrantedRights;
  centerIds?: readonly string[];
};

/** Somebody signed in to the back office; `confirmed` as in administrator mode. */
export function accountActor(
  role: AccountActor["role"] & ("administrator" | "staff" | "practitioner"),
  options: AccountOptions = {},
) {
  const { accountId = newId(), practitionerId = null, name = "Ada Account", confirmed = false } = options;
  const { rights = null, centerIds = [] } = options;
  return actorFrom<AccountActor>({
    ...common,
    kind: "account",
    role,
    name,
    accountId,
    practitionerId,
    email: "ada@example.org",
    isAdministrator: role === "administrator",
    confirmedUntil: confirmed ? new Date("2100-01-01T00:00:00Z") : null,
    confirmed,
    rights,
    centerIds,
  });
}

/** A contact signed in to the portal, acting for these clients. */
export function contactActor(contactId: string, clients: (Partial<ContactClient> & { clientId: string })[] = []) {
  return actorFrom<ContactActor>({
    ...common,
    kind: "contact",
    role: "contact",
    name: "Carla Contact",
    contactId,
    portalLoginId: newId(),
    clients: clients.map((client) => ({
      centerId: newId(),
      isOwner: false,
      isPrimary: false,
      isGuardian: false,
      ...client,
    })),
  });
}

/** Nobody yet; `pending` as after the first of two steps. */
export function anonymousActor({ pending = null, ip = null }: Partial<Pick<AnonymousActor, "pending" | "ip">> = {}) {
  return actorFrom<AnonymousActor>({
    kind: "anonymous",
    role: "anonymous",
    name: "",
    language: "en",
    requestId: null,
    ip,
    pending,
  });
}
