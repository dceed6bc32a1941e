"use client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type DeleteGroupProps = { groupId: string; words: Record<"title" | "body" | "label", string>; action: ServerAction };

/** Removes a group that nobody belongs to. */
export function DeleteGroup({ groupId, words, action }: DeleteGroupProps) {
  return (
    <ConfirmDialog
      title={words.title}
      trigger={<Button variant="danger">{words.label}</Button>}
      action={action}
      confirmLabel={words.label}
    >
      {words.body}
      <input type="hidden" name="groupId" value={groupId} />
    </ConfirmDialog>
  );
}
