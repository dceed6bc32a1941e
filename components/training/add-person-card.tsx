"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { SearchField } from "@/components/ui/search-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { registerContactAction } from "@/lib/features/training/registrations/actions";
import type { Candidate } from "@/lib/features/training/registrations/queries";
import { paths } from "@/lib/paths";

type AddPersonCardProps = { eventId: string; q: string; candidates: Candidate[] };

/** Finds a contact and registers them. */
export function AddPersonCard({ eventId, q, candidates }: AddPersonCardProps) {
  const t = useTranslations("training.staff");
  return (
    <Card title={t("add")}>
      <p className="mb-3 text-muted text-sm">{t("addHelp")}</p>
      <form action={paths.staff.event(eventId)} className="flex gap-2">
        <SearchField name="q" label={t("add")} defaultValue={q} minLength={2} />
        <Button type="submit">{t("find")}</Button>
      </form>
      {q.length >= 2 && candidates.length === 0 && <p className="mt-3">{t("noneFound")}</p>}
      {candidates.length > 0 && (
        <ul aria-label={t("found")} className="mt-3 divide-y divide-border">
          {candidates.map(({ contactId, clientId, name, clientName, email }) => (
            <li key={`${contactId} ${clientId}`} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <div className="min-w-0">
                <p className="font-medium">{name}</p>
                <p className="truncate text-muted text-sm">{[clientName, email].filter(Boolean).join(" · ")}</p>
              </div>
              <Form action={registerContactAction} className="contents">
                <input type="hidden" name="eventId" value={eventId} />
                <input type="hidden" name="contactId" value={contactId} />
                <input type="hidden" name="clientId" value={clientId} />
                <SubmitButton size="sm" variant="secondary">
                  {t("registerThis")}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
