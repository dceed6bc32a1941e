import { Building2, Languages, ListChecks, Mail, Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { PractitionerPhoto } from "@/components/practitioners/practitioner-photo";
import type { OwnPractitioner } from "@/lib/features/practitioners/portal/schema";
import { formatList } from "@/lib/values/format";
import { languageName, localeOf } from "@/lib/values/locale";
import { displayPhone, phoneHref } from "@/lib/values/phone";

const LINK =
  "inline-flex min-h-(--control-h) max-w-full items-center gap-2 rounded-md text-accent underline-offset-2 hover:underline [&>svg]:size-4 [&>svg]:shrink-0";

type OwnPractitionerCardProps = { practitioner: OwnPractitioner; severalClients: boolean };

/** A practitioner with what they do, where they work and how to reach them. */
export function OwnPractitionerCard({ practitioner, severalClients }: OwnPractitionerCardProps) {
  const t = useTranslations("portal");
  const shell = useTranslations("shell");
  const asked = useLocale();
  const locale = localeOf(asked);
  const { name, title, email, phone, center, services, languages, clients } = practitioner;
  const forWhom = severalClients ? t("helper.for", { clients: formatList(clients, locale) }) : null;
  const spoken = languages.map((language) => languageName(language, locale));
  const facts = [
    { key: "services", icon: <ListChecks aria-hidden />, text: formatList(services, locale) },
    { key: "languages", icon: <Languages aria-hidden />, text: formatList(spoken, locale) },
    { key: "center", icon: <Building2 aria-hidden />, text: center ?? "" },
  ] as const;
  return (
    <article className="rounded-lg border border-border bg-surface p-4">
      <div className="flex items-center gap-3.5">
        <PractitionerPhoto practitioner={practitioner} />
        <div className="min-w-0">
          <h2 className="break-words font-semibold text-lg leading-snug">{name}</h2>
          <p className="break-words text-muted text-sm">{[title, forWhom].filter(Boolean).join(" · ")}</p>
        </div>
      </div>
      <dl className="mt-3 grid gap-1.5 empty:hidden">
        {facts
          .filter(({ text }) => text !== "")
          .map(({ key, icon, text }) => (
            <div
              key={key}
              className="flex gap-2.5 [&_svg]:mt-[0.2em] [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
            >
              <dt className="flex">
                {icon}
                <span className="sr-only">{t(`practitioners.${key}`)}</span>
              </dt>
              <dd className="min-w-0 break-words">{text}</dd>
            </div>
          ))}
      </dl>
      <div className="mt-2 flex flex-wrap gap-x-6 empty:hidden">
        {phone && (
          <a href={phoneHref(phone)} className={LINK}>
            <Phone aria-hidden />
            <span className="sr-only">{shell("call")}</span>
            {displayPhone(phone)}
          </a>
        )}
        {email && (
          <a href={`mailto:${email}`} className={LINK}>
            <Mail aria-hidden />
            <span className="sr-only">{shell("writeTo")}</span>
            <span className="truncate">{email}</span>
          </a>
        )}
      </div>
    </article>
  );
}
