import "server-only";
import { arrive } from "@/lib/features/accounts/sign-ins/commands";
import { changeSetting } from "@/lib/features/settings/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { acceptPassword } from "@/lib/platform/access/choose-password";
import { startSignIn } from "@/lib/platform/access/sign-ins";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { isUnclaimed } from "./queries";
import type { SetUpInput } from "./schema";

/** Any number will do, as long as only set-up uses it. */
const SET_UP_LOCK = 7_202_611;

/**
 * Makes the first administrator and names the organization. Of many who try at once only one gets through.
 * @throws {RefusalError} already_set_up, password_too_short and its like
 */
export async function setUp(
  actor: Actor,
  input: SetUpInput,
  { userAgent }: { userAgent: string | null },
): Promise<{ token: string }> {
  await countAttempt("set-up", { limit: 100, windowSeconds: 3600 });
  if (!(await isUnclaimed())) refuse("already_set_up", "sign-in.refusals.alreadySetUp");
  const context = [input.organization, input.email, `${input.firstName} ${input.lastName}`];
  const passwordHash = await acceptPassword(input.password, { context });
  const token = await inTransaction((tx) => makeFirstAdministrator(tx, actor, { input, passwordHash, userAgent }));
  const name = `${input.firstName} ${input.lastName}`;
  await changeSetting({ ...actor, name }, "organization", { name: input.organization, timeZone: input.timeZone });
  await changeSetting({ ...actor, name }, "mail", { fromName: input.organization });
  return { token };
}

type First = { input: SetUpInput; passwordHash: string; userAgent: string | null };

async function makeFirstAdministrator(tx: Tx, actor: Actor, { input, passwordHash, userAgent }: First) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${SET_UP_LOCK})`;
  if (!(await isUnclaimed(tx))) refuse("already_set_up", "sign-in.refusals.alreadySetUp");
  const { firstName, lastName, email } = input;
  const { id } = await tx.account.create({
    data: { firstName, lastName, email, passwordHash, role: "ADMINISTRATOR" },
    select: { id: true },
  });
  const name = `${firstName} ${lastName}`;
  const subject = { kind: "account", id };
  await record(
    tx,
    { ...actor, name },
    { kind: "account.created", subject, data: { name, email, role: "ADMINISTRATOR" } },
  );
  await arrive(tx, { ...actor, name }, { accountId: id, method: "set-up" });
  return startSignIn(tx, actor, { owner: { accountId: id }, userAgent });
}
