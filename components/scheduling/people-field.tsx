"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { FieldLabel } from "@/components/ui/field-label";
import { FieldMessage } from "@/components/ui/field-message";
import { useField } from "@/components/ui/form-context";
import { IconButton } from "@/components/ui/icon-button";
import type { PickedPerson } from "@/lib/features/scheduling/sessions/drafting/schema";

const PeopleFinder = lazy(async () => ({ default: (await import("./people-finder")).PeopleFinder }));

type PeopleFieldProps = {
  name: string;
  label: string;
  placeholder: string;
  help?: string;
  chosen: readonly PickedPerson[];
  /** Everybody there is, or the address that is asked while somebody types. */
  from: readonly PickedPerson[] | string;
};

/** Several people, each found by typing; posts their ids under `name[]`. */
export function PeopleField({ name, label, placeholder, help, chosen, from }: PeopleFieldProps) {
  const t = useTranslations("sessions");
  const field = useField(name, { help, required: true, words: { label } });
  const [people, setPeople] = useState(chosen);
  return (
    <div className="min-w-0">
      <FieldLabel htmlFor={field.id} required>
        {label}
      </FieldLabel>
      {people.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-1.5">
          {people.map((person) => (
            <li
              key={person.id}
              className="flex min-w-0 items-center gap-1 rounded-full border border-edge bg-raised py-0.5 pr-1 pl-3"
            >
              <input type="hidden" name={`${name}[]`} value={person.id} />
              <span className="min-w-0 [overflow-wrap:anywhere]">{person.label}</span>
              <IconButton
                label={t("removePerson", { name: person.label })}
                icon={<X />}
                onPress={() => setPeople(people.filter(({ id }) => id !== person.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<input className="control" placeholder={placeholder} aria-label={label} disabled />}>
        <PeopleFinder
          field={{ id: field.id, describedBy: field.aria["aria-describedby"] }}
          label={label}
          placeholder={placeholder}
          from={from}
          taken={people.map(({ id }) => id)}
          onPick={(person) => setPeople([...people, person])}
        />
      </Suspense>
      <FieldMessage id={field.messageId} error={field.error} help={help} />
    </div>
  );
}
