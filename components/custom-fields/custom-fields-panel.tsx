"use client";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useState } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { formDataOf } from "@/components/ui/form-values";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { addCustomFieldAction, placeCustomFieldAction } from "@/lib/features/custom-fields/definitions/actions";
import type { CustomFieldRow as FieldRow } from "@/lib/features/custom-fields/definitions/schema";
import type { CustomRecord } from "@/lib/features/custom-fields/schema";
import { CustomFieldDefinition } from "./custom-field-definition";
import { CustomFieldRow } from "./custom-field-row";

type CustomFieldsPanelProps = {
  fields: readonly FieldRow[];
  record: CustomRecord;
  /** How many live fields there can be. */
  most: number;
  title: string;
  values: Record<string, string>;
};

/** The organization's own fields of one kind of record; an administrator adds, edits, orders and archives them. */
export function CustomFieldsPanel({ fields, record, most, title, values }: CustomFieldsPanelProps) {
  const t = useTranslations("custom-fields");
  const { live, move, drag } = useOrder(fields);
  const [round, setRound] = useState(0);
  const archived = fields.filter((field) => field.archived);
  const last = live.length - 1;
  return (
    <>
      <Card
        title={title}
        padded={false}
        actions={<span className="text-muted text-sm">{t("room", { count: live.length, most })}</span>}
      >
        {fields.length === 0 && <EmptyState kind="new" title={t("emptyTitle")} body={t("emptyBody")} />}
        <ul className="divide-y divide-border">
          {live.map((field, index) => (
            <li
              key={field.id}
              {...drag(field.id, index)}
              className="flex flex-wrap items-center gap-2 px-4 py-2 data-over:bg-accent-soft"
            >
              <CustomFieldRow
                {...{ field, record, values }}
                place={{ index, last, move: (to) => move(field.id, to) }}
              />
            </li>
          ))}
          {archived.map((field) => (
            <li key={field.id} className="flex flex-wrap items-center gap-2 px-4 py-2">
              <CustomFieldRow {...{ field, record, values }} place={{ index: 0, last: 0, move: () => {} }} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("addTitle")}>
        <Form key={round} action={addCustomFieldAction} onDone={() => setRound(round + 1)}>
          <input type="hidden" name="recordKind" value={record} />
          <CustomFieldDefinition field={null} record={record} values={values} />
          <FormActions>
            <SubmitButton>{t("add")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

/** The live fields in their order, and putting one in another place by its buttons or by dragging. */
function useOrder(fields: readonly FieldRow[]) {
  const [live, show] = useOptimistic(fields.filter(({ archived }) => !archived));
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);

  function move(id: string, to: number) {
    const from = live.findIndex((field) => field.id === id);
    if (from < 0 || from === to) return;
    const after = [...live];
    after.splice(to, 0, ...after.splice(from, 1));
    startTransition(async () => {
      show(after);
      const answer = await placeCustomFieldAction(null, formDataOf({ fieldId: id, position: String(to) }));
      if (answer && !answer.ok) toast({ message: answer.refusal.message, tone: "danger" });
    });
  }
  const drag = (id: string, index: number) => ({
    draggable: true,
    "data-over": held !== null && over === index ? "" : undefined,
    onDragStart: () => setHeld(id),
    onDragEnd: () => setHeld(null),
    onDragOver: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      setOver(index);
    },
    onDrop: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      if (held) move(held, index);
    },
  });
  return { live, move, drag };
}
