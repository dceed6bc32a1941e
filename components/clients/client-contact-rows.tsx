"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldRow } from "@/components/ui/field-row";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";

const MOST_ROWS = 20;

/** The people added together with a new client. */
export function ClientContactRows() {
  const t = useTranslations("clients.form");
  const [rows, setRows] = useState([0]);
  const [isMinor, setMinor] = useState(false);
  const words = isMinor
    ? ({ one: "guardianNumber", remove: "removeGuardian", add: "addGuardian" } as const)
    : ({ one: "contactNumber", remove: "removeContact", add: "addContact" } as const);
  return (
    <>
      <Checkbox name="isMinor" help={t("isMinorHelp")} onChange={(event) => setMinor(event.currentTarget.checked)}>
        {t("isMinor")}
      </Checkbox>
      {rows.map((row, index) => (
        <fieldset key={row} className="relative mb-2 min-w-0 rounded-md border border-border p-3">
          <legend className="px-1 font-medium text-sm">{t(words.one, { number: index + 1 })}</legend>
          {rows.length > 1 && (
            <div className="absolute -top-2 right-2">
              <IconButton
                small
                label={t(words.remove, { number: index + 1 })}
                icon={<X />}
                onPress={() => setRows(rows.filter((each) => each !== row))}
              />
            </div>
          )}
          <ContactRowFields row={row} />
        </fieldset>
      ))}
      {rows.length < MOST_ROWS && (
        <div>
          <Button size="sm" icon={<Plus />} onPress={() => setRows([...rows, Math.max(...rows) + 1])}>
            {t(words.add)}
          </Button>
        </div>
      )}
      <div className="mt-4">
        <FieldRow>
          <TextField
            name="username"
            label={t("username")}
            help={t("usernameHelp")}
            autoComplete="off"
            maxLength={100}
          />
          <div className="self-center">
            <Checkbox name="welcome" help={t("welcomeHelp")}>
              {t("welcome")}
            </Checkbox>
          </div>
        </FieldRow>
      </div>
    </>
  );
}

function ContactRowFields({ row }: { row: number }) {
  const t = useTranslations("clients.form");
  const name = (field: string) => `contacts.${row}.${field}`;
  return (
    <>
      <FieldRow>
        <TextField name={name("firstName")} label={t("firstName")} autoComplete="off" />
        <TextField name={name("lastName")} label={t("lastName")} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField name={name("email")} label={t("email")} type="email" autoComplete="off" />
        <TextField name={name("phone")} label={t("phone")} type="tel" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField name={name("title")} label={t("title")} />
        <div className="self-center">
          <Checkbox name={name("isOwner")}>{t("isOwner")}</Checkbox>
        </div>
      </FieldRow>
    </>
  );
}
