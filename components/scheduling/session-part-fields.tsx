import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { SessionPart } from "@/lib/features/scheduling/sessions/record/schema";
import { paths } from "@/lib/paths";

type SessionPartFieldsProps = {
  part: SessionPart;
  funding: readonly { value: string; label: string }[];
  /** What to offer as contact minutes and mark where nothing was said yet. */
  closing: boolean;
  values: Record<string, string>;
};

const minutes = { type: "number", inputMode: "numeric", min: 0, max: 1440, required: true } as const;

/** One client's part: hours, who pays, whether it is reported, whether they came. */
export function SessionPartFields({ part, funding, closing, values }: SessionPartFieldsProps) {
  const t = useTranslations("sessions");
  const name = (field: string) => `parts.${part.id}.${field}`;
  const locked = part.kind === "PRE_CLIENT";
  return (
    <fieldset className="min-w-0 border-border border-t px-4 pt-3 pb-1 first:border-t-0">
      <legend className="float-left mb-2 w-full font-medium">
        <TextLink href={paths.staff.client(part.clientId)}>{part.name}</TextLink>{" "}
        <span className="font-normal text-muted tabular-nums">{part.number}</span>
      </legend>
      <div className="clear-both grid grid-cols-3 gap-x-3 lg:grid-cols-[repeat(3,6.5rem)_minmax(0,1fr)]">
        <TextField {...minutes} name={name("contactMinutes")} label={t("contact")} defaultValue={part.contactMinutes} />
        <TextField {...minutes} name={name("prepMinutes")} label={t("prep")} defaultValue={part.prepMinutes} />
        <TextField {...minutes} name={name("travelMinutes")} label={t("travel")} defaultValue={part.travelMinutes} />
        <div className="col-span-3 lg:col-span-1">
          <SelectField
            name={name("fundingSourceId")}
            label={t("funding")}
            placeholder={t("noFunding")}
            options={funding}
            defaultValue={part.fundingSourceId ?? ""}
          />
        </div>
      </div>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Checkbox
          name={name("reportable")}
          disabled={locked}
          defaultChecked={!locked && part.reportable}
          help={locked ? t("reportableLocked", values) : undefined}
        >
          {t("reportableBox")}
        </Checkbox>
        <Checkbox name={name("noShow")} defaultChecked={part.noShow} help={closing ? t("noShowHelp") : undefined}>
          {t("noShow")}
        </Checkbox>
      </div>
    </fieldset>
  );
}
