import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db/db";
import { nextNumber } from "./sequence";

/** A stage every installation begins with. */
export async function prospectStageId(name: "New" | "Contacted" | "Converted" = "New"): Promise<string> {
  return (await db.prospectStage.findUniqueOrThrow({ where: { name }, select: { id: true } })).id;
}

type ProspectOptions = Partial<Prisma.ProspectUncheckedCreateInput> & { stage?: "New" | "Contacted" | "Converted" };

/** A possible customer in the first stage. */
export async function prospect({ stage = "New", ...options }: ProspectOptions = {}) {
  const number = nextNumber();
  return db.prospect.create({
    data: {
      name: `Prospect ${number}`,
      email: `prospect${number}@example.org`,
      stageId: options.stageId ?? (await prospectStageId(stage)),
      stagedAt: now(),
      createdAt: now(),
      ...options,
    },
  });
}

type PersonOptions = Partial<Prisma.ProspectContactUncheckedCreateInput> & { prospectId: string };

/** A person of a prospect. */
export async function prospectContact(options: PersonOptions) {
  const number = nextNumber();
  return db.prospectContact.create({
    data: {
      firstName: "Petra",
      lastName: `Person ${number}`,
      email: `person${number}@example.org`,
      createdAt: now(),
      ...options,
    },
  });
}
