import { Bell, BellOff, Pin, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { VisibilityChip } from "@/components/ui/visibility-chip";
import type { RecordMarks as Marks } from "@/lib/features/pins/schema";
import { formatDay } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import { MARK_ACTIONS } from "./mark-actions";
import { PinDialog } from "./pin-dialog";

type RecordMarksProps = {
  subject: { kind: string; id: string };
  marks: Marks;
  zone: string;
  mayPin: boolean;
};

/** What stands on top of a record: notes that staff pinned there, and whether one hears of what happens with it. */
export function RecordMarks({ subject, marks, zone, mayPin }: RecordMarksProps) {
  const t = useTranslations("pins");
  const { pins, follows } = marks;
  const about = (
    <>
      <input type="hidden" name="subjectKind" value={subject.kind} />
      <input type="hidden" name="subjectId" value={subject.id} />
    </>
  );
  const dayOf = (text: string) => {
    const at = parseInstant(text);
    return at ? formatDay(at, { locale: "en", zone }) : "";
  };
  return (
    <section aria-label={t("title")} className="mb-4 grid gap-2">
      {pins.map(({ id, text, authorName, createdAt }) => (
        <div key={id} className="flex items-start gap-3 rounded-lg bg-warning-soft px-4 py-3">
          <Pin aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <div className="min-w-0 flex-1">
            <p className="whitespace-pre-line break-words">{text}</p>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-muted text-sm">
              <VisibilityChip to="STAFF">{t("staffOnly")}</VisibilityChip>
              {t("by", { name: authorName, date: dayOf(createdAt) })}
            </p>
          </div>
          {mayPin && (
            <Form action={MARK_ACTIONS.unpin} className="contents">
              <input type="hidden" name="pinId" value={id} />
              <SubmitButton
                size="sm"
                variant="ghost"
                icon={<X aria-hidden />}
                aria-label={t("unpinNamed", { text: text.slice(0, 40) })}
              >
                {t("unpin")}
              </SubmitButton>
            </Form>
          )}
        </div>
      ))}
      <div className="-ml-2 flex flex-wrap gap-1">
        {mayPin && <PinDialog subject={subject} action={MARK_ACTIONS.pin} />}
        <Form action={follows ? MARK_ACTIONS.unfollow : MARK_ACTIONS.follow} className="contents">
          {about}
          <SubmitButton size="sm" variant="ghost" icon={follows ? <BellOff aria-hidden /> : <Bell aria-hidden />}>
            {t(follows ? "unfollow" : "follow")}
          </SubmitButton>
        </Form>
      </div>
    </section>
  );
}
