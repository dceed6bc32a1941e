import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { DuplicatePerson } from "@/lib/features/contacts/duplicates/schema";
import { paths } from "@/lib/paths";

type DuplicatePersonRowProps = { person: DuplicatePerson; chosen: boolean; onChoose: (chosen: boolean) => void };

/** One of a group, to be chosen or left out. */
export function DuplicatePersonRow({ person, chosen, onChoose }: DuplicatePersonRowProps) {
  const t = useTranslations("duplicates");
  const { id, name, email, otherEmails, phone, hasLogin, clients, clientCount } = person;
  const reached = [email, ...otherEmails, phone].filter((text) => text !== null);
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <span className="flex min-h-6 items-center">
        <input
          type="checkbox"
          aria-label={t("choose", { name })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
          className="tick"
        />
      </span>
      <div className="grid min-w-0 flex-1 gap-x-6 sm:grid-cols-3">
        <p className="min-w-0 break-words font-medium">
          <TextLink href={paths.staff.contact(id)}>{name}</TextLink>{" "}
          {hasLogin && <Badge tone="accent">{t("portalLogin")}</Badge>}
        </p>
        <p className="min-w-0 break-words text-muted text-sm">{reached.join(" · ")}</p>
        <p className="min-w-0 break-words text-muted text-sm">
          {clients.map((client) => (client.title ? `${client.name} (${client.title})` : client.name)).join(", ")}
          {clientCount > clients.length && ` ${t("moreClients", { count: clientCount - clients.length })}`}
        </p>
      </div>
    </li>
  );
}
