import { now } from "@/lib/platform/clock";
import { closeDatabase } from "@/lib/platform/db/db";
import { dayIn } from "@/lib/values/wall-clock";
import { seedAbsence } from "./demo/absence";
import { chanceFrom } from "./demo/chance";
import { seedClients } from "./demo/clients";
import { seedMoney } from "./demo/money";
import { seedOrganization } from "./demo/organization";
import { seedProspects } from "./demo/prospects";
import { seedTeam } from "./demo/team";
import { seedTestimonials } from "./demo/testimonials";
import { seedWaiting } from "./demo/waiting";
import { seedPlannedSessions } from "./demo/week";
import { seedAvailability, seedEvents, seedSessions, seedSignatures, seedTasks } from "./demo/work";
import { PASSWORD } from "./factories/people";

/** The demonstration: one invented organisation with a past. Prints who to sign in as. */
async function seed() {
  const today = dayIn("America/Chicago", now());
  const chance = chanceFrom(42);
  const organization = await seedOrganization();
  const team = await seedTeam(organization);
  const clients = await seedClients({ organization, team, today, chance });
  const context = { organization, clients, today, chance };
  await seedSessions(context);
  await seedSignatures(context);
  await seedMoney(context);
  await seedAvailability(context);
  await seedEvents(context);
  await seedTasks(context);
  await seedPlannedSessions(context);
  await seedWaiting();
  await seedAbsence();
  await seedTestimonials();
  await seedProspects({ organization, team, today, chance });
}

const SIGN_INS = `
Sign in with the password: ${PASSWORD}

  Back office   /staff/sign-in
    administrator   admin@lakesprairie.example
    staff           staff@lakesprairie.example
    practitioner    practitioner@lakesprairie.example

  Client portal   /sign-in
    business owner  owner@mail.example
    owner (Spanish) carmen@mail.example
    other contact   contact@mail.example
    guardian        guardian@mail.example
`;

await seed();
await closeDatabase();
process.stdout.write(`${SIGN_INS.trim()}\n`);
