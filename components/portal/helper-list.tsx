import { useLocale, useTranslations } from "next-intl";
import { PractitionerCard } from "@/components/shell/practitioner-card";
import type { HelperOf } from "@/lib/features/clients/portal/schema";
import { terminology } from "@/lib/features/settings/schema";
import { formatList } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { displayPhone, phoneHref } from "@/lib/values/phone";

type Words = { practitioner: string; center: string };

const USUAL = terminology.parse({});

/** A renamed word as the organization writes it; the usual one in the reader's language. */
function wordFor(word: string, { usual, translated }: { usual: string; translated: string }) {
  if (word === usual) return translated;
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/** Whom to ask: practitioner or center of each client, in the same place at the end of every page. */
export function HelperList({ helpers, words }: { helpers: readonly HelperOf[]; words: Words }) {
  const t = useTranslations("portal");
  const asked = useLocale();
  const locale = localeOf(asked);
  const practitioner = wordFor(words.practitioner, {
    usual: USUAL.practitioner.singular,
    translated: t("terms.practitioner"),
  });
  const center = wordFor(words.center, { usual: USUAL.center.singular, translated: t("terms.center") });
  return helpers.map(({ kind, name, title, phone, email, clients }) => {
    const forWhom = helpers.length > 1 ? t("helper.for", { clients: formatList(clients, locale) }) : null;
    return (
      <PractitionerCard
        key={`${name} ${email}`}
        heading={kind === "center" ? t("helper.center", { center }) : t("helper.practitioner", { practitioner })}
        name={name}
        detail={[title, forWhom].filter(Boolean).join(" · ") || undefined}
        phone={phone ? { href: phoneHref(phone), label: displayPhone(phone) } : undefined}
        email={email ?? undefined}
      />
    );
  });
}
