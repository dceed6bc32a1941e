import { useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { deadlineText, eventWhen, seatsLeft } from "@/lib/features/training/rules";
import type { EventView } from "@/lib/features/training/schema";
import { localeOf } from "@/lib/values/locale";

/** When, where, how many places: what everybody may know of an event. */
export function EventFacts({ event }: { event: EventView }) {
  const t = useTranslations("training");
  const language = useLocale();
  const locale = localeOf(language);
  const left = seatsLeft(event);
  const online = event.isOnline ? t("online") : null;
  const deadline = deadlineText(event, locale);
  return (
    <DefinitionList
      items={[
        { term: t("when"), value: eventWhen(event, locale), wide: true },
        { term: t("where"), value: [event.location, online].filter(Boolean).join(" · ") },
        { term: t("seats"), value: left === null ? t("seatsOpen") : t("seatsLeft", { count: left }) },
        { term: t("center"), value: event.centerName },
        ...(deadline ? [{ term: t("deadline"), value: deadline }] : []),
      ]}
    />
  );
}
