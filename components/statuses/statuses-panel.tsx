"use client";
import { useTranslations } from "next-intl";
import { ClientStatusChip } from "@/components/clients/client-status-chip";
import { type NamedListActions, NamedListEditor } from "@/components/settings/named-list-editor";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { StatusRow } from "@/lib/features/clients/statuses/configuration/schema";
import { paths } from "@/lib/paths";

type StatusesPanelProps = {
  statuses: readonly StatusRow[];
  /** The organization's words. */
  values: Record<string, string>;
  actions: NamedListActions;
};

const STANDINGS = ["ACTIVE", "INACTIVE", "PROSPECT"] as const;

/** The statuses in their order, each with the way to its rules. */
export function StatusesPanel({ statuses, values, actions }: StatusesPanelProps) {
  const t = useTranslations("statuses");
  return (
    <NamedListEditor
      entries={statuses}
      words={{ title: t("title"), addTitle: t("addTitle"), add: t("add") }}
      fields={(status) => <StatusFields status={status} values={values} />}
      shown={(status, archived) => (
        <>
          <ClientStatusChip name={status.name} standing={status.standing} />
          <span className="block text-muted text-sm">
            {[
              archived ?? t(`standings.${status.standing}`),
              status.blocksSessions && t("noSessions", values),
              status.blocksAssignments && t("noAssignments"),
              t("count", { count: status.clients }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      )}
      extra={({ id, name }) => (
        <LinkButton size="sm" href={paths.staff.admin.status(id)} aria-label={t("rulesOf", { status: name })}>
          {t("rules")}
        </LinkButton>
      )}
      actions={actions}
    />
  );
}

/** The standing is chosen once: it is what the status means. */
function StatusFields({ status, values }: { status: StatusRow | null; values: Record<string, string> }) {
  const t = useTranslations("statuses");
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={status?.name} maxLength={60} autoComplete="off" required />
      {!status && (
        <SelectField
          name="standing"
          label={t("standing")}
          help={t("standingHelp", values)}
          placeholder={t("choose")}
          options={STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))}
          required
        />
      )}
    </>
  );
}
