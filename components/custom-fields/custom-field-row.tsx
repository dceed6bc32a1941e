"use client";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { IconButton } from "@/components/ui/icon-button";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  archiveCustomFieldAction,
  editCustomFieldAction,
  restoreCustomFieldAction,
} from "@/lib/features/custom-fields/definitions/actions";
import type { CustomFieldRow as FieldRow } from "@/lib/features/custom-fields/definitions/schema";
import type { CustomRecord } from "@/lib/features/custom-fields/schema";
import { CustomFieldDefinition } from "./custom-field-definition";

type CustomFieldRowProps = {
  field: FieldRow;
  record: CustomRecord;
  values: Record<string, string>;
  /** Its place among the live fields, and how to put it in another. */
  place: { index: number; last: number; move: (to: number) => void };
};

/** One field of the organization's own: what it is, and what an administrator can do with it. */
export function CustomFieldRow({ field, record, values, place }: CustomFieldRowProps) {
  const t = useTranslations("custom-fields");
  const { id, label, archived, version } = field;
  const facts = [archived ? t("isArchived") : t(`types.${field.type}`), t("used", { count: field.used })].join(" · ");
  const hidden = <input type="hidden" name="fieldId" value={id} />;
  return (
    <>
      {!archived && (
        <span aria-hidden title={t("drag")} className="cursor-grab text-muted max-sm:hidden">
          <GripVertical className="size-4" />
        </span>
      )}
      <span className="min-w-0 flex-[1_1_12rem]">
        <span className={archived ? "break-words text-muted" : "break-words font-medium"}>{label}</span>{" "}
        {field.mandatory && !archived && <Badge tone="accent">{t("isMandatory")}</Badge>}
        <span className="block text-muted text-sm">{facts}</span>
      </span>
      {archived ? (
        <Form action={restoreCustomFieldAction} className="contents">
          {hidden}
          <SubmitButton size="sm" variant="ghost" aria-label={t("restoreField", { label })}>
            {t("restore")}
          </SubmitButton>
        </Form>
      ) : (
        <span className="flex flex-wrap items-center gap-1">
          <IconButton
            label={t("up", { label })}
            icon={<ArrowUp />}
            isDisabled={place.index === 0}
            onPress={() => place.move(place.index - 1)}
          />
          <IconButton
            label={t("down", { label })}
            icon={<ArrowDown />}
            isDisabled={place.index === place.last}
            onPress={() => place.move(place.index + 1)}
          />
          <Dialog
            title={t("editField", { label })}
            trigger={
              <Button size="sm" variant="ghost" aria-label={t("editField", { label })}>
                {t("edit")}
              </Button>
            }
          >
            {(close) => (
              <Form action={editCustomFieldAction} onDone={close}>
                {hidden}
                <input type="hidden" name="version" value={version} />
                <CustomFieldDefinition field={field} record={record} values={values} />
                <FormActions>
                  <SubmitButton>{t("save")}</SubmitButton>
                </FormActions>
              </Form>
            )}
          </Dialog>
          <Form action={archiveCustomFieldAction} className="contents">
            {hidden}
            <SubmitButton size="sm" variant="ghost" aria-label={t("archiveField", { label })}>
              {t("archive")}
            </SubmitButton>
          </Form>
        </span>
      )}
    </>
  );
}
