"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components/ComboBox";
import { useClientSuggestions } from "@/components/templates/use-client-suggestions";
import { optionStyles, popoverStyles } from "@/components/ui/overlay-styles";
import type { PickedPerson } from "@/lib/features/scheduling/sessions/drafting/schema";

export type PeopleFinderProps = {
  /** The field it stands in. */
  field: { id: string; describedBy: string | undefined };
  label: string;
  placeholder: string;
  /** Everybody there is, or the address that is asked while somebody types. */
  from: readonly PickedPerson[] | string;
  taken: readonly string[];
  onPick: (person: PickedPerson) => void;
};

/** Finds one more person while a name is typed. */
export function PeopleFinder({ field, label, placeholder, from, taken, onPick }: PeopleFinderProps) {
  const t = useTranslations("ui");
  const [typed, setTyped] = useState("");
  const asked = useClientSuggestions(typeof from === "string" ? from : "", typeof from === "string" ? typed : "");
  const all = typeof from === "string" ? asked : from;
  const wanted = typed.trim().toLowerCase();
  const items = all.filter(
    (person) => !taken.includes(person.id) && (typeof from === "string" || person.label.toLowerCase().includes(wanted)),
  );
  return (
    <ComboBox
      aria-label={label}
      items={items}
      inputValue={typed}
      selectedKey={null}
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        const person = items.find((each) => each.id === key);
        if (!person) return;
        onPick(person);
        setTyped("");
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger={typeof from === "string" ? "input" : "focus"}
      className="min-w-0"
    >
      {/* It stands in a form, which Enter must not send. */}
      <Input
        id={field.id}
        placeholder={placeholder}
        aria-describedby={field.describedBy}
        className="control"
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <Popover className={popoverStyles}>
        <ListBox<PickedPerson> renderEmptyState={() => <p className="px-2 py-1.5 text-muted">{t("noMatches")}</p>}>
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.label} className={optionStyles()}>
              <span className="min-w-0">
                <Text slot="label">{person.label}</Text>
                {person.detail && (
                  <Text slot="description" className="block text-muted text-sm">
                    {person.detail}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
