import { hashPassword } from "@/lib/platform/access/passwords";
import { db, type Prisma } from "@/lib/platform/db/db";
import { nextNumber } from "./sequence";

/** The password of everybody the factories and the demonstration make. */
export const PASSWORD = "harbor lantern 42";

let hashed: Promise<string> | null = null;

/** Hashing is slow on purpose; one password needs it once. */
export function passwordHash(): Promise<string> {
  hashed ??= hashPassword(PASSWORD);
  return hashed;
}

type AccountOptions = Partial<Prisma.AccountUncheckedCreateInput>;

/** A staff sign-in with the factories' password. */
export async function account(options: AccountOptions = {}) {
  const number = nextNumber();
  return db.account.create({
    data: {
      email: `account${number}@example.org`,
      firstName: "Ada",
      lastName: `Account ${number}`,
      role: "STAFF",
      passwordHash: await passwordHash(),
      ...options,
    },
  });
}

export async function practitioner(options: Partial<Prisma.PractitionerUncheckedCreateInput> = {}) {
  const number = nextNumber();
  return db.practitioner.create({
    data: {
      firstName: "Paula",
      lastName: `Practitioner ${number}`,
      email: `practitioner${number}@example.org`,
      phone: "+13125550142",
      ...options,
    },
  });
}

type ContactOptions = Partial<Prisma.ContactUncheckedCreateInput>;

/** A person; of a client only once `relationship` says so. */
export async function contact(options: ContactOptions = {}) {
  const number = nextNumber();
  return db.contact.create({
    data: { firstName: "Carla", lastName: `Contact ${number}`, email: `contact${number}@example.org`, ...options },
  });
}

/** Lets a contact into the portal with the factories' password. */
export async function portalLogin(options: Partial<Prisma.PortalLoginUncheckedCreateInput> & { contactId: string }) {
  return db.portalLogin.create({ data: { passwordHash: await passwordHash(), ...options } });
}
