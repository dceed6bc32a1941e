import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeField } from "@/components/ui/time-field";
import type { Pairing, PairingSearch } from "@/lib/features/scheduling/pairing/schema";
import { paths } from "@/lib/paths";
import { formatDateTime } from "@/lib/values/format";

type SlotQuestionProps = {
  pairing: Pairing;
  search: PairingSearch;
  values: Record<string, string>;
  mayBook: boolean;
};

/** Who can take one time, and for everybody else what stands in the way. */
export function SlotQuestion({ pairing, search, values, mayBook }: SlotQuestionProps) {
  const t = useTranslations("pairing");
  const { client, first, minutes, pairs, slot } = pairing;
  const { service, on, at } = search;
  if (!on)
    return (
      <Card title={t("askTitle")}>
        <p className="mb-3 text-pretty text-muted text-sm">{t("askBody")}</p>
        <LinkButton
          href={paths.staff.pairing(client.id, {
            service,
            week: first,
            minutes: String(minutes),
            on: pairs[0]?.offers[0]?.date ?? first,
            at: "09:00",
          })}
        >
          {t("choose")}
        </LinkButton>
      </Card>
    );
  return (
    <Card title={t("askTitle")}>
      <form action={paths.staff.scheduling}>
        <p className="mb-3 text-pretty text-muted text-sm">{t("askBody")}</p>
        <input type="hidden" name="client" value={client.id} />
        <input type="hidden" name="week" value={first} />
        <input type="hidden" name="minutes" value={minutes} />
        {service && <input type="hidden" name="service" value={service} />}
        <DateField name="on" label={t("on")} defaultValue={on} />
        <TimeField name="at" label={t("at")} defaultValue={at ?? "09:00"} />
        <Button type="submit">{t("ask")}</Button>
      </form>
      {slot && (
        <section aria-labelledby="slot-answers" className="mt-4 border-border border-t pt-4">
          <h3 id="slot-answers" className="font-medium tabular-nums">
            {formatDateTime(slot.startsAt, { locale: "en", zone: client.timeZone, showZone: true })}
          </h3>
          <ul className="divide-y divide-border">
            {slot.answers.map(({ practitionerId, name, reasons }) => (
              <li key={practitionerId} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2.5">
                <span className="min-w-0 flex-[1_1_8rem]">{name}</span>
                {reasons.length === 0 && <StatusChip tone="success">{t("fits")}</StatusChip>}
                {reasons.length === 0 && mayBook && (
                  <LinkButton
                    size="sm"
                    href={paths.staff.bookSlot({
                      clientId: client.id,
                      practitionerId,
                      startsAt: slot.startsAt,
                      minutes,
                    })}
                    aria-label={t("bookSlotWith", { name })}
                  >
                    {t("bookSlot")}
                  </LinkButton>
                )}
                {reasons.length > 0 && (
                  <span className="basis-full text-muted text-sm">
                    {reasons.map((reason) => t(`reasons.${reason}`, values)).join(" · ")}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}
