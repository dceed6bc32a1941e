"use client";
import { Pencil, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { cancelEventAction, publishEventAction } from "@/lib/features/training/actions";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { GiveUpDialog } from "./give-up-dialog";

type EventActionsProps = {
  event: EventView;
  /** Further entries of More, of other parts of the product. */
  further: readonly MenuEntry[];
  mayPrint: boolean;
};

/** What staff can do with an event in its present state. */
export function EventActions({ event, further, mayPrint }: EventActionsProps) {
  const t = useTranslations("training.staff");
  const { id, title, status } = event;
  const more: MenuEntry[] = [
    ...further,
    ...(mayPrint ? [] : [{ id: "print", label: t("print"), disabledReason: t("printRefused") }]),
    { id: "delete", label: t("delete"), href: paths.staff.deleteRecord("event", id), tone: "danger" },
  ];
  return (
    <>
      {status === "DRAFT" && (
        <Form action={publishEventAction} className="contents">
          <input type="hidden" name="eventId" value={id} />
          <SubmitButton>{t("publish")}</SubmitButton>
        </Form>
      )}
      {status !== "CANCELLED" && (
        <LinkButton href={paths.staff.editEvent(id)} icon={<Pencil aria-hidden />}>
          {t("edit")}
        </LinkButton>
      )}
      {mayPrint && (
        <LinkButton href={paths.staff.eventRoster(id)} icon={<Printer aria-hidden />}>
          {t("print")}
        </LinkButton>
      )}
      <Menu label={t("more")} items={more} />
      {status !== "CANCELLED" && (
        <GiveUpDialog
          title={t("cancelTitle", { title })}
          trigger={<Button>{t("cancel")}</Button>}
          action={cancelEventAction}
          confirmLabel={t("cancelConfirm")}
          keepLabel={t("keepEvent")}
        >
          <input type="hidden" name="eventId" value={id} />
          <p className="mb-3">{t("cancelBody", { people: event.seatsTaken + event.waiting })}</p>
          <TextField name="reason" label={t("cancelReason")} maxLength={500} autoComplete="off" />
        </GiveUpDialog>
      )}
    </>
  );
}
