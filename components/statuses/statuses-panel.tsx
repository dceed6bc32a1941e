"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { ClientStatusChip } from "@/components/clients/client-status-chip";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { StatusRow } from "@/lib/features/clients/statuses/configuration/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type StatusActions = Record<"add" | "rename" | "move" | "archive" | "restore", ServerAction>;
type StatusesPanelProps = {
  statuses: readonly StatusRow[];
  /** The organization's words. */
  values: Record<string, string>;
  actions: StatusActions;
};

const STANDINGS = ["ACTIVE", "INACTIVE", "PROSPECT"] as const;

/** The statuses in their order; an administrator adds, renames, orders and archives them. */
export function StatusesPanel({ statuses, values, actions }: StatusesPanelProps) {
  const t = useTranslations("statuses");
  return (
    <div className="grid max-w-3xl gap-4">
      <Card title={t("title")} padded={false}>
        <ul className="divide-y divide-border">
          {statuses.map((status) => (
            <li key={status.id} className="flex flex-wrap items-center gap-2 px-4 py-2">
              <span className="min-w-0 flex-[1_1_14rem]">
                <ClientStatusChip name={status.name} standing={status.standing} />
                <span className="block text-muted text-sm">
                  {[
                    status.archived ? t("isArchived") : t(`standings.${status.standing}`),
                    status.blocksSessions && t("noSessions", values),
                    status.blocksAssignments && t("noAssignments"),
                    t("count", { count: status.clients }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              {status.archived ? (
                <RestoreButton status={status} restore={actions.restore} />
              ) : (
                <StatusButtons status={status} actions={actions} />
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("addTitle")}>
        <Form action={actions.add} reset>
          <FieldRow>
            <TextField name="name" label={t("name")} maxLength={60} autoComplete="off" required />
            <SelectField
              name="standing"
              label={t("standing")}
              help={t("standingHelp", values)}
              placeholder={t("choose")}
              options={STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))}
              required
            />
          </FieldRow>
          <FormActions>
            <SubmitButton>{t("add")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function RestoreButton({ status, restore }: { status: StatusRow; restore: ServerAction }) {
  const t = useTranslations("statuses");
  return (
    <Form action={restore} className="contents">
      <input type="hidden" name="statusId" value={status.id} />
      <SubmitButton size="sm" variant="ghost" aria-label={t("restoreOne", { status: status.name })}>
        {t("restore")}
      </SubmitButton>
    </Form>
  );
}

function StatusButtons({ status, actions }: { status: StatusRow; actions: StatusActions }) {
  const t = useTranslations("statuses");
  const { id, name } = status;
  const hidden = <input type="hidden" name="statusId" value={id} />;
  return (
    <span className="flex flex-wrap items-center gap-1">
      {(["up", "down"] as const).map((direction) => (
        <Form key={direction} action={actions.move} className="contents">
          {hidden}
          <input type="hidden" name="direction" value={direction} />
          <SubmitButton size="sm" variant="ghost" aria-label={t(direction, { status: name })}>
            {direction === "up" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
          </SubmitButton>
        </Form>
      ))}
      <LinkButton size="sm" href={paths.staff.admin.status(id)} aria-label={t("rulesOf", { status: name })}>
        {t("rules")}
      </LinkButton>
      <Dialog
        title={t("renameOne", { status: name })}
        trigger={
          <Button size="sm" variant="ghost" aria-label={t("renameOne", { status: name })}>
            {t("rename")}
          </Button>
        }
      >
        {(close) => (
          <Form action={actions.rename} onDone={close}>
            {hidden}
            <TextField name="name" label={t("name")} defaultValue={name} maxLength={60} autoComplete="off" required />
            <FormActions>
              <SubmitButton>{t("save")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Dialog>
      <Form action={actions.archive} className="contents">
        {hidden}
        <SubmitButton size="sm" variant="ghost" aria-label={t("archiveOne", { status: name })}>
          {t("archive")}
        </SubmitButton>
      </Form>
    </span>
  );
}
