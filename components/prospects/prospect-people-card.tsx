"use client";
import { Star, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { addProspectContactAction } from "@/lib/features/prospects/people/actions";
import type { ProspectPerson, ProspectRecord } from "@/lib/features/prospects/record/schema";
import { paths } from "@/lib/paths";
import { PersonDialog } from "./person-dialog";
import { PersonMenu } from "./person-menu";

type ProspectPeopleCardProps = { prospect: ProspectRecord; mayEdit: boolean };

/** The people of a prospect: name, title, and a star on the main one. */
export function ProspectPeopleCard({ prospect, mayEdit }: ProspectPeopleCardProps) {
  const t = useTranslations("prospects.people");
  const add = mayEdit && (
    <PersonDialog
      prospectId={prospect.id}
      person={null}
      action={addProspectContactAction}
      trigger={
        <Button size="sm" variant="ghost">
          <UserRoundPlus aria-hidden />
          {t("add")}
        </Button>
      }
    />
  );
  return (
    <Card title={t("title")} actions={add}>
      {prospect.people.length === 0 ? (
        <p className="text-muted text-sm">{t("empty")}</p>
      ) : (
        <ul className="-my-2 divide-y divide-border">
          {prospect.people.map((person) => (
            <li key={person.id} className="flex items-start gap-2 py-2">
              <Person person={person} />
              {mayEdit && <PersonMenu prospectId={prospect.id} person={person} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Person({ person }: { person: ProspectPerson }) {
  const t = useTranslations("prospects.people");
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p className="flex items-center gap-1.5 font-medium">
        {person.contactId ? (
          <TextLink href={paths.staff.contact(person.contactId)}>{person.name}</TextLink>
        ) : (
          <span className="min-w-0 break-words">{person.name}</span>
        )}
        {person.isMain && (
          <span className="inline-flex text-warning" title={t("main")}>
            <Star aria-hidden className="size-4 fill-current" />
            <span className="sr-only">{t("main")}</span>
          </span>
        )}
      </p>
      {person.title && <p className="break-words text-muted">{person.title}</p>}
      {person.email && (
        <p className="[overflow-wrap:anywhere]">
          <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>
        </p>
      )}
      {person.phone && <p>{person.phone}</p>}
    </div>
  );
}
