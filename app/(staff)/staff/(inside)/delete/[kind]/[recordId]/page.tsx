import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteRecordCard } from "@/components/recycling/delete-record-card";
import { deleteRecordAction } from "@/lib/features/recycling/actions";
import { findDeletable } from "@/lib/features/recycling/queries";
import { deletionAddress } from "@/lib/features/recycling/schema";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Delete" };

export default async function DeleteRecordPage({ params }: PageProps<"/staff/delete/[kind]/[recordId]">) {
  const actor = await admit("records.delete");
  const address = deletionAddress.safeParse(await params);
  const record = address.success ? await findDeletable(actor, address.data) : null;
  if (!record) notFound();
  return <DeleteRecordCard record={record} action={deleteRecordAction} />;
}
