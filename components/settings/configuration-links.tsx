import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";

const { actionCodes, agreement, clientFields, configurationFile, fundingSources, languages } = paths.staff.admin;
const { securityPolicy, services, statuses, prospectStages } = paths.staff.admin;
const LINKS = [
  { key: "agreement", href: agreement },
  { key: "clientFields", href: clientFields },
  { key: "statuses", href: statuses },
  { key: "services", href: services },
  { key: "fundingSources", href: fundingSources },
  { key: "languages", href: languages },
  { key: "prospectStages", href: prospectStages },
  { key: "actionCodes", href: actionCodes },
  { key: "securityPolicy", href: securityPolicy },
  { key: "configurationFile", href: configurationFile },
] as const;

/** The parts of the configuration that have pages of their own. */
export function ConfigurationLinks() {
  const t = useTranslations("settings.links");
  return (
    <Card title={t("title")}>
      <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {LINKS.map(({ key, href }) => (
          <li key={key}>
            <TextLink href={href}>{t(key)}</TextLink>
            <p className="text-muted text-sm">{t(`${key}Body`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
