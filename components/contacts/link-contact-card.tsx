import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { SearchField } from "@/components/ui/search-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { LinkableContact } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type LinkContactCardProps = {
  clientId: string;
  found: { text: string; people: LinkableContact[] } | null;
  action: ServerAction;
};

/** Adds somebody who is a contact already, of another client perhaps. */
export function LinkContactCard({ clientId, found, action }: LinkContactCardProps) {
  const t = useTranslations("contacts.ofClient");
  return (
    <Card title={t("linkTitle")}>
      <search>
        <form action={paths.staff.clientContacts(clientId)} className="flex gap-2">
          <SearchField name="find" label={t("find")} defaultValue={found?.text} maxLength={100} />
          <Button type="submit">{t("findButton")}</Button>
        </form>
      </search>
      {found?.people.length === 0 && <p className="mt-3 text-muted text-sm">{t("noneFound")}</p>}
      <ul className="mt-3 grid gap-2">
        {found?.people.map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <span className="block break-words">{person.name}</span>
              <span className="block text-muted text-sm [overflow-wrap:anywhere]">{person.email}</span>
            </span>
            {person.linked ? (
              <span className="text-muted text-sm">{t("already")}</span>
            ) : (
              <Form action={action} className="contents">
                <input type="hidden" name="clientId" value={clientId} />
                <input type="hidden" name="contactId" value={person.id} />
                <SubmitButton size="sm" variant="secondary" aria-label={t("linkPerson", { name: person.name })}>
                  {t("link")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
