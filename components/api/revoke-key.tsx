"use client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type RevokeKeyProps = { keyId: string; words: Record<"title" | "body" | "label", string>; action: ServerAction };

/** Ends a key. */
export function RevokeKey({ keyId, words, action }: RevokeKeyProps) {
  return (
    <ConfirmDialog
      title={words.title}
      trigger={<Button size="sm">{words.label}</Button>}
      action={action}
      confirmLabel={words.label}
    >
      {words.body}
      <input type="hidden" name="keyId" value={keyId} />
    </ConfirmDialog>
  );
}
