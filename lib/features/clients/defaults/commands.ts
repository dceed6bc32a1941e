import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { formatMoney } from "@/lib/values/format";
import { CURRENCY, money } from "@/lib/values/money";
import { sql } from "@/lib/values/sql";
import { findDefaultChoices, findDefaults } from "./queries";
import type { ClientDefaults, DefaultChoices, EditDefaultsInput } from "./schema";

/** Sets what new work with a client begins with. Refused when somebody else saved in between. */
export async function editDefaults(actor: Actor, { clientId, version, ...fields }: EditDefaultsInput): Promise<void> {
  await inTransaction(async (tx) => {
    const [client] = await rows<{ name: string }>(
      sql`select name from clients where id = ${clientId}::uuid for no key update`,
      tx,
    );
    const before = await findDefaults(actor, clientId, tx);
    if (!client || !before) refuse("not_found", "refusals.notFound");
    if (before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    checkChoices(await findDefaultChoices(actor, tx), fields, before);
    await tx.clientDefaults.upsert({
      where: { clientId },
      create: { clientId, ...fields },
      update: { ...fields, version: { increment: 1 } },
      select: { clientId: true },
    });
    const after = await findDefaults(actor, clientId, tx);
    const changes = after && changesBetween(shown(before), shown(after));
    if (!changes) return;
    const subject = { kind: "client", id: clientId };
    const data = { name: client.name, changes };
    await record(tx, actor, { kind: "client.defaults-edited", subject, clientIds: [clientId], data });
  });
}

type Chosen = Pick<EditDefaultsInput, "serviceId" | "fundingSourceId" | "practitionerId">;

/** What is archived or inactive cannot be chosen anew; where it stands already it may stay. */
function checkChoices(choices: DefaultChoices, chosen: Chosen, before: ClientDefaults): void {
  const isOffered = (id: string | null, offered: readonly { id: string }[], present: { id: string } | null) =>
    id === null || id === present?.id || offered.some((choice) => choice.id === id);
  const { serviceId, fundingSourceId, practitionerId } = chosen;
  const refuseAt = (field: string) => refuse("unknown_choice", "validation.id", { field });
  if (!isOffered(serviceId, choices.services, before.service)) refuseAt("serviceId");
  if (!isOffered(fundingSourceId, choices.fundingSources, before.fundingSource)) refuseAt("fundingSourceId");
  if (!isOffered(practitionerId, choices.practitioners, before.practitioner)) refuseAt("practitionerId");
}

/** As history keeps it: names instead of ids, amounts as people write them. */
function shown(defaults: ClientDefaults): Record<string, unknown> {
  const { workerCompCode, multiplierCode, rateCents, service, fundingSource, practitioner } = defaults;
  return {
    workerCompCode,
    multiplierCode,
    service: service?.name ?? null,
    rate: rateCents === null ? null : formatMoney(money(rateCents, CURRENCY), "en"),
    fundingSource: fundingSource?.name ?? null,
    defaultPractitioner: practitioner?.name ?? null,
  };
}
