import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UpdatePanel } from "@/components/updates/update-panel";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { planUpdateAction } from "@/lib/features/updates/actions";
import { findUpdateForm } from "@/lib/features/updates/forms/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Update" };

export default async function UpdatePage({ params, searchParams }: PageProps<"/staff/update/[noun]">) {
  const actor = await admit("updates.run");
  const [{ noun }, query, terms, words] = await Promise.all([
    params,
    searchParams,
    findSetting("terminology"),
    pageWords(),
  ]);
  const form = await findUpdateForm(actor, { noun, query }, { words, terms });
  if (!form) notFound();
  return <UpdatePanel form={form} values={termValues(terms)} plan={planUpdateAction} />;
}
