import { db, type Prisma } from "@/lib/platform/db/db";
import { contact, portalLogin } from "./people";
import { nextNumber } from "./sequence";

/** The status every installation begins with, by its standing. */
export async function statusId(standing: "ACTIVE" | "INACTIVE" | "PROSPECT"): Promise<string> {
  const { id } = await db.clientStatus.findFirstOrThrow({
    where: { standing },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return id;
}

export async function center(options: Partial<Prisma.CenterUncheckedCreateInput> = {}) {
  return db.center.create({
    data: {
      name: `Center ${nextNumber()}`,
      timeZone: "America/Chicago",
      addressLine1: "100 Main Street",
      city: "Chicago",
      state: "IL",
      postalCode: "60601",
      phone: "+13125550100",
      email: "center@example.org",
      ...options,
    },
  });
}

type ClientOptions = Partial<Prisma.ClientUncheckedCreateInput> & { standing?: "ACTIVE" | "INACTIVE" | "PROSPECT" };

/** A client at a center of its own, or at the one named. */
export async function client({ standing = "ACTIVE", ...options }: ClientOptions = {}) {
  const number = nextNumber();
  const preClient = options.kind === "PRE_CLIENT";
  return db.client.create({
    data: {
      number: preClient ? `@${90_000 + number}` : String(90_000 + number),
      name: `Client ${number}`,
      statusId: options.statusId ?? (await statusId(standing)),
      centerId: options.centerId ?? (await center()).id,
      ...options,
    },
  });
}

type RelationshipOptions = Partial<Prisma.RelationshipUncheckedCreateInput> & { clientId: string; contactId: string };

export async function relationship(options: RelationshipOptions) {
  return db.relationship.create({ data: options });
}

/** A client with one contact who owns it, is its primary contact and may sign in to the portal. */
export async function clientWithOwner(options: ClientOptions & { email?: string; language?: string } = {}) {
  const { email, ...clientOptions } = options;
  const made = await client(clientOptions);
  const owner = await contact({ ...(email ? { email } : {}), language: options.language ?? "en" });
  await relationship({ clientId: made.id, contactId: owner.id, isOwner: true, isPrimary: true, title: "Owner" });
  const login = await portalLogin({ contactId: owner.id });
  return { client: made, contact: owner, login };
}
