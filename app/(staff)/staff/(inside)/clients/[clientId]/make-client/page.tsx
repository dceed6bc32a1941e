import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { MakeClientForm } from "@/components/clients/make-client-form";
import { makeClientAction } from "@/lib/features/clients/making/actions";
import { findMissingFields } from "@/lib/features/clients/mandatory/queries";
import { findClient, findClientChoices } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Make client" };

export default async function MakeClientPage({ params }: PageProps<"/staff/clients/[clientId]/make-client">) {
  const actor = await admit("clients.make");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  if (client.kind === "CLIENT") redirect(paths.staff.client(client.id));
  const [choices, terms, missing] = await Promise.all([
    findClientChoices(actor),
    findSetting("terminology"),
    findMissingFields(client),
  ]);
  return (
    <ClientShell client={client} terms={terms} can={{ edit: true, mail: actor.can("mailings.prepare") }}>
      <MakeClientForm
        client={client}
        missing={missing}
        today={dayIn(client.center.timeZone, now())}
        practitioners={choices.practitioners}
        terms={terms}
        action={makeClientAction}
      />
    </ClientShell>
  );
}
