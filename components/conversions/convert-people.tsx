import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { SelectField } from "@/components/ui/select-field";
import type { PersonMatch } from "@/lib/features/conversions/schema";
import type { ProspectPerson } from "@/lib/features/prospects/record/schema";

type ConvertPeopleProps = {
  people: readonly ProspectPerson[];
  matches: readonly PersonMatch[];
  values: Record<string, string>;
};

/** Who of the prospect becomes a full contact, who is one already, and who stays. */
export function ConvertPeople({ people, matches, values }: ConvertPeopleProps) {
  const t = useTranslations("conversions");
  if (people.length === 0) return <p className="mb-4 text-muted">{t("noPeople")}</p>;
  return (
    <FieldGroup legend={t("people")} help={t("peopleHelp", values)}>
      <ul className="grid gap-1">
        {people.map((person) => {
          const own = matches.filter(({ personId }) => personId === person.id);
          return (
            <li key={person.id} className="grid items-start gap-x-4 sm:grid-cols-2">
              <div className="min-w-0 pt-2 text-sm max-sm:pt-0">
                <p className="flex items-center gap-1.5 font-medium">
                  <span className="min-w-0 break-words">{person.name}</span>
                  {person.isMain && (
                    <span className="inline-flex text-warning" title={t("main")}>
                      <Star aria-hidden className="size-4 fill-current" />
                      <span className="sr-only">{t("main")}</span>
                    </span>
                  )}
                </p>
                <p className="break-words text-muted">{[person.title, person.email].filter(Boolean).join(" · ")}</p>
              </div>
              <SelectField
                name={`people.${person.id}`}
                label={t("what", { name: person.name })}
                hideLabel
                defaultValue={own[0]?.id ?? (person.isMain ? "create" : "leave")}
                options={[
                  { value: "create", label: t("create") },
                  ...own.map(({ id, name, email, clients }) => ({
                    value: id,
                    label: t("useExisting", { name, detail: clients[0] ?? email ?? "" }),
                  })),
                  { value: "leave", label: t("leave") },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
