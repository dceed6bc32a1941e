"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
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
  const [picked, setPicked] = useState(false);
  const asked = useClientSuggestions(typeof from === "string" ? from : "", typeof from === "string" ? typed : "");
  const all = typeof from === "string" ? asked : from;
  const wanted = typed.trim().toLowerCase();
  const items = all.filter(
    (person) => !taken.includes(person.id) && (typeof from === "string" || person.label.toLowerCase().includes(wanted)),
  );
  return (
    // Begun anew with each person, so that the list closes once somebody was found.
    <ComboBox
      key={taken.join()}
      aria-label={label}
      items={items}
      inputValue={typed}
      selectedKey={null}
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        const person = items.find((each) => each.id === key);
        if (!person) return;
        setPicked(true);
        onPick(person);
        setTyped("");
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
      className="min-w-0"
    >
      <div className="relative">
        {/* It stands in a form, which Enter must not send. */}
        <Input
          id={field.id}
          placeholder={placeholder}
          aria-describedby={field.describedBy}
          autoFocus={picked}
          className={typeof from === "string" ? "control" : "control pr-9"}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
        {typeof from !== "string" && (
          <Button
            aria-label={t("showOptions")}
            className="absolute inset-y-0 right-0 flex w-9 items-center justify-center rounded-md text-muted hover:text-text"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        )}
      </div>
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
