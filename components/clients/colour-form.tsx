"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { CLIENT_COLOURS, type ClientColour } from "@/lib/features/clients/colours/rules";
import type { ServerAction } from "@/lib/platform/action-state";
import { ColourDot } from "./colour-dot";

type ColourFormProps = { clientId: string; colour: ClientColour | null; action: ServerAction };

/** The palette of a client's colour in one's own calendar. */
export function ColourForm({ clientId, colour, action }: ColourFormProps) {
  const t = useTranslations("clients.colour");
  return (
    <Form action={action} className="grid grid-cols-[minmax(0,1fr)]">
      <input type="hidden" name="clientId" value={clientId} />
      <fieldset>
        <legend className="font-medium text-sm">{t("label")}</legend>
        <p className="mb-2 text-muted text-sm">{t("help")}</p>
        <div className="flex flex-wrap gap-1.5">
          {[null, ...CLIENT_COLOURS].map((name) => (
            <label
              key={name ?? ""}
              className="flex cursor-pointer items-center gap-1.5 rounded-md border border-border px-2 py-1 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="colour"
                value={name ?? ""}
                defaultChecked={name === colour}
                className="sr-only"
              />
              {name && <ColourDot colour={name} />}
              {t(name ?? "none")}
            </label>
          ))}
        </div>
      </fieldset>
      <FormActions>
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
