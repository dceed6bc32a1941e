import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { InquiryCenter } from "@/lib/features/prospects/inquiries/schema";
import { paths } from "@/lib/paths";

type InquiryLinksCardProps = { centers: readonly InquiryCenter[]; origin: string; values: Record<string, string> };

/** The addresses of the public pages, to be put on the organization's own site. */
export function InquiryLinksCard({ centers, origin, values }: InquiryLinksCardProps) {
  const t = useTranslations("prospects.stages");
  return (
    <Card title={t("forms")}>
      <p className="mb-2 text-muted text-sm">{t("formsBody", values)}</p>
      <ul className="grid gap-1 text-sm">
        {centers.map(({ id, name, slug }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            {name}: <TextLink href={paths.portal.inquire(slug)}>{`${origin}${paths.portal.inquire(slug)}`}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
