import type { Metadata } from "next";
import { ActionCodesPanel } from "@/components/messages/action-codes-panel";
import {
  addActionCodeAction,
  archiveActionCodeAction,
  renameActionCodeAction,
} from "@/lib/features/messages/action-codes/actions";
import { listActionCodes } from "@/lib/features/messages/action-codes/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Action codes" };

const ACTIONS = { add: addActionCodeAction, rename: renameActionCodeAction, archive: archiveActionCodeAction };

export default async function ActionCodesPage() {
  const actor = await admit("settings.edit");
  return <ActionCodesPanel codes={await listActionCodes(actor)} actions={ACTIONS} />;
}
