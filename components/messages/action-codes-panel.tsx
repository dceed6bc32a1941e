"use client";
import { useTranslations } from "next-intl";
import { type NamedListActions, NamedListEditor } from "@/components/settings/named-list-editor";
import { Badge } from "@/components/ui/badge";
import { TextField } from "@/components/ui/text-field";
import type { ActionCodeRow } from "@/lib/features/messages/action-codes/schema";

type ActionCodesPanelProps = { codes: readonly ActionCodeRow[]; actions: NamedListActions };

/** The administrator's list of what messages can be about. */
export function ActionCodesPanel({ codes, actions }: ActionCodesPanelProps) {
  const t = useTranslations("messages.codes");
  return (
    <NamedListEditor
      entries={codes}
      words={{
        title: t("title"),
        addTitle: t("new"),
        add: t("add"),
        emptyTitle: t("emptyTitle"),
        emptyBody: t("emptyBody"),
      }}
      fields={(code) => (
        <TextField name="name" label={t("name")} defaultValue={code?.name} maxLength={60} autoComplete="off" required />
      )}
      shown={({ name }, archived) => (
        <span className={archived ? "text-muted" : undefined}>
          {name} {archived && <Badge>{archived}</Badge>}
        </span>
      )}
      actions={actions}
    />
  );
}
