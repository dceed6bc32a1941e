import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { DraftNote } from "@/components/drafts/draft-note";
import { GiveUpDialog } from "@/components/training/give-up-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { DayPart, DaySession } from "@/lib/features/calendar/day/schema";
import { holdSessionAction, missSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { paths } from "@/lib/paths";
import { minutesBetween } from "@/lib/values/instant";

type HoldFormProps = { session: DaySession; begun: boolean; values: Record<string, string> };

/** Notes while it goes on, hours when it is over; one tap marks it as held, two that nobody came. */
export function HoldForm({ session, begun, values }: HoldFormProps) {
  const t = useTranslations("my-day");
  const planned = Math.round(minutesBetween(session.startsAt, session.endsAt));
  const key = <input type="hidden" name="sessionId" value={session.id} />;
  return (
    <Form action={holdSessionAction} className="grid grid-cols-[minmax(0,1fr)] border-border border-t bg-bg p-4">
      {key}
      <TextArea name="note" label={t("note")} help={t("noteHelp", values)} rows={4} />
      {session.parts.map((part) => (
        <PartHours key={part.id} part={part} planned={planned} many={session.parts.length > 1} />
      ))}
      {begun ? (
        <div className="flex gap-2 pt-1">
          <SubmitButton icon={<Check aria-hidden />} className="min-h-11 flex-1 sm:flex-none">
            {t("hold")}
          </SubmitButton>
          <GiveUpDialog
            title={t("missTitle", values)}
            trigger={<Button className="min-h-11">{t("miss")}</Button>}
            action={missSessionAction}
            confirmLabel={t("miss")}
            keepLabel={t("keep", values)}
          >
            {key}
            <p>{t("missBody", values)}</p>
          </GiveUpDialog>
          <LinkButton href={paths.staff.session(session.id)} variant="ghost" className="min-h-11">
            {t("open", values)}
          </LinkButton>
        </div>
      ) : (
        <p className="pt-1 text-muted text-sm">{t("notBegun", values)}</p>
      )}
      <DraftNote />
    </Form>
  );
}

const minutes = { type: "number", inputMode: "numeric", min: 0, max: 1440, required: true } as const;

/** One client's hours; who pays and whether it is reported stay as planned, and can be changed on the session's page. */
function PartHours({ part, planned, many }: { part: DayPart; planned: number; many: boolean }) {
  const t = useTranslations("my-day");
  const name = (field: string) => `parts.${part.id}.${field}`;
  return (
    <fieldset className="min-w-0">
      <legend className={many ? "truncate font-medium" : "sr-only"}>{part.name}</legend>
      {part.reportable && <input type="hidden" name={name("reportable")} value="on" />}
      <input type="hidden" name={name("fundingSourceId")} value={part.fundingSourceId ?? ""} />
      <div className="grid grid-cols-3 gap-x-3">
        <TextField
          {...minutes}
          name={name("contactMinutes")}
          label={t("contact")}
          defaultValue={part.contactMinutes || planned}
        />
        <TextField {...minutes} name={name("prepMinutes")} label={t("prep")} defaultValue={part.prepMinutes} />
        <TextField {...minutes} name={name("travelMinutes")} label={t("travel")} defaultValue={part.travelMinutes} />
      </div>
      {many && (
        <Checkbox name={name("noShow")} defaultChecked={part.noShow}>
          {t("didNotCome")}
        </Checkbox>
      )}
    </fieldset>
  );
}
