"use client";
import { CalendarClock, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { GiveUpDialog } from "@/components/training/give-up-dialog";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  cancelSessionAction,
  confirmSessionAction,
  missSessionAction,
} from "@/lib/features/scheduling/sessions/actions";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";
import { paths } from "@/lib/paths";
import { MoveSessionDialog } from "./move-session-dialog";
import { SeriesScopeField } from "./series-scope-field";

type SessionActionsProps = {
  session: {
    id: string;
    status: SessionStatus;
    date: string;
    start: string;
    minutes: number;
    timeZone: string;
    ahead: { following: number; all: number } | null;
  };
  /** Whether it has begun, so that somebody can have come or not. */
  begun: boolean;
  values: Record<string, string>;
};

/** What can be done with a session in its present state. */
export function SessionActions({ session, begun, values }: SessionActionsProps) {
  const t = useTranslations("sessions");
  const asked = session.status === "REQUESTED";
  const open = asked || session.status === "BOOKED";
  const key = <input type="hidden" name="sessionId" value={session.id} />;
  return (
    <>
      {asked && (
        <Form action={confirmSessionAction} className="contents">
          {key}
          <SubmitButton>{t("confirm")}</SubmitButton>
        </Form>
      )}
      {open && (
        <MoveSessionDialog
          session={session}
          trigger={<Button icon={<CalendarClock aria-hidden />}>{t("move")}</Button>}
          values={values}
        />
      )}
      <LinkButton href={paths.staff.editSession(session.id)} icon={<Pencil aria-hidden />}>
        {t("edit")}
      </LinkButton>
      {open && begun && (
        <GiveUpDialog
          title={t("missTitle", values)}
          trigger={<Button>{t("miss")}</Button>}
          action={missSessionAction}
          confirmLabel={t("miss")}
          keepLabel={t("keep", values)}
        >
          {key}
          <p>{t("missBody", values)}</p>
        </GiveUpDialog>
      )}
      {open && (
        <GiveUpDialog
          title={t(asked ? "declineTitle" : "cancelTitle", values)}
          trigger={<Button variant="ghost">{t(asked ? "decline" : "cancelIt", values)}</Button>}
          action={cancelSessionAction}
          confirmLabel={t(asked ? "decline" : "cancelIt", values)}
          keepLabel={t("keep", values)}
        >
          {key}
          <p className="mb-3">{t("cancelBody", values)}</p>
          {session.ahead && session.ahead.all > 1 && (
            <SeriesScopeField label={t("cancelScope")} ahead={session.ahead} values={values} />
          )}
          <TextField name="reason" label={t("cancelReason")} maxLength={300} autoComplete="off" required />
        </GiveUpDialog>
      )}
    </>
  );
}
