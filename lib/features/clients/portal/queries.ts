import "server-only";
import { cache } from "react";
import type { CenterBrand } from "@/lib/features/centers/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { PORTAL_FIELDS } from "@/lib/features/settings/schema";
import type { ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { isBrandColour } from "@/lib/values/brand-colour";
import { addSeconds } from "@/lib/values/instant";
import { fullName } from "@/lib/values/person-name";
import { actsFor, companyEditAnswer } from "./rules";
import type { CompanyDetails, Helper, PortalClient } from "./schema";
import { clientsActedFor } from "./scope";

const COMPANY = {
  name: true,
  legalName: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  phone: true,
  email: true,
  website: true,
  industry: true,
  employeeCount: true,
  version: true,
} as const satisfies Prisma.ClientSelect;

const CLIENT = {
  ...COMPANY,
  id: true,
  isPerson: true,
  practitioner: {
    select: { firstName: true, lastName: true, title: true, phone: true, email: true, status: true },
  },
  center: { select: { id: true, name: true, phone: true, email: true, colour: true, logoFileId: true } },
  _count: { select: { schedules: { where: { intervals: { some: {} } } } } },
  proposals: {
    where: { status: { in: ["WAITING", "ACCEPTED", "DECLINED"] } },
    orderBy: { id: "desc" },
    take: 30,
    select: {
      id: true,
      field: true,
      oldValue: true,
      newValue: true,
      status: true,
      contactName: true,
      proposedAt: true,
      decidedAt: true,
      reason: true,
    },
  },
} as const satisfies Prisma.ClientSelect;

type Selected = Prisma.ClientGetPayload<{ select: typeof CLIENT }>;

/** What the portal shows around each of its pages: who asks, and their clients. */
type PortalView = { own: { firstName: string; phone: string | null }; clients: PortalClient[] };

/**
 * The contact who asks with their clients, primary ones first, each as far as this contact may see it: the name of all,
 * the details of those they act for. Read once per request, in one question.
 */
export const findPortalView = cache(async (actor: ContactActor): Promise<PortalView> => {
  const ids = actor.clients.map(({ clientId }) => clientId);
  const [contact, setting, rules] = await Promise.all([
    db.contact.findUniqueOrThrow({
      where: { id: actor.contactId },
      select: {
        firstName: true,
        phone: true,
        relationships: {
          where: { client: { id: { in: ids }, deletedAt: null } },
          select: { client: { select: CLIENT } },
        },
      },
    }),
    findSetting("portal"),
    findSetting("portalFields"),
  ]);
  const { relationships, ...own } = contact;
  const clients = actor.clients.flatMap((relation) => {
    const client = relationships.find((found) => found.client.id === relation.clientId)?.client;
    return client ? [{ ...portalClient(client, relation), edit: companyEditAnswer(relation, setting), rules }] : [];
  });
  return { own, clients };
});

/** The clients of the contact who asks. */
export async function listPortalClients(actor: ContactActor): Promise<PortalClient[]> {
  return (await findPortalView(actor)).clients;
}

function portalClient(
  client: Selected,
  relation: ContactActor["clients"][number],
): Omit<PortalClient, "edit" | "rules"> {
  const { id, isPerson, practitioner, center, _count, proposals, ...details } = client;
  return {
    id,
    name: details.name,
    isPerson,
    relation,
    helper: helperOf({ practitioner, center }),
    brand: brandOf(center),
    hasAvailability: _count.schedules > 0,
    details: actsFor(relation) ? details : null,
    proposals: actsFor(relation) ? proposals.flatMap(ownProposal) : [],
  };
}

function brandOf({ id: centerId, name, colour, logoFileId }: Selected["center"]): CenterBrand {
  return { centerId, name, colour: isBrandColour(colour) ? colour : null, hasLogo: logoFileId !== null };
}

/** What was decided long ago is no news. */
const NEWS_DAYS = 30;

function ownProposal({ status, field: name, oldValue: from, newValue: to, ...found }: Selected["proposals"][number]) {
  const field = PORTAL_FIELDS.find((each) => each === name);
  const old = found.decidedAt && found.decidedAt < addSeconds(now(), -NEWS_DAYS * 86_400);
  const isShown = status === "WAITING" || status === "ACCEPTED" || status === "DECLINED";
  return field && !old && isShown ? [{ ...found, field, from, to, state: status }] : [];
}

/** A practitioner who has left helps nobody; then the center does. */
function helperOf({ practitioner, center }: Pick<Selected, "practitioner" | "center">): Helper {
  const { name, phone: centerPhone, email: centerEmail } = center;
  if (practitioner?.status !== "ACTIVE")
    return { kind: "center", title: null, name, phone: centerPhone, email: centerEmail };
  const { title, phone, email } = practitioner;
  return { kind: "practitioner", name: fullName(practitioner), title, phone, email };
}

/** A client's details as a command sees them; null where the contact does not act for it, as for an unknown id. */
export async function findCompany(tx: Tx, actor: ContactActor, clientId: string): Promise<CompanyDetails | null> {
  const where = { AND: [{ id: clientId, deletedAt: null }, { id: { in: clientsActedFor(actor) } }] };
  return tx.client.findFirst({ where, select: COMPANY });
}
