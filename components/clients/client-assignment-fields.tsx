import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { optionsWith } from "@/components/ui/select-options";
import type { ClientChoices, ClientRecord } from "@/lib/features/clients/record/schema";

type ClientAssignmentFieldsProps = {
  client: ClientRecord | null;
  choices: ClientChoices;
  values: Record<string, string>;
};

/** Status, center and practitioners; an inactive practitioner is offered only where they are assigned already. */
export function ClientAssignmentFields({ client, choices, values }: ClientAssignmentFieldsProps) {
  const t = useTranslations("clients.form");
  const assigned = client?.practitioners.map(({ id }) => id) ?? [];
  const others = assigned.filter((id) => id !== client?.practitionerId);
  const offered = choices.practitioners
    .filter(({ id, active }) => active || assigned.includes(id))
    .map(({ id, name, active }) => ({ value: id, label: active ? name : t("inactiveOption", { name }) }));
  const onlyCenter = choices.centers.length === 1 ? choices.centers[0]?.id : undefined;
  return (
    <>
      <FieldRow>
        <SelectField
          name="statusId"
          label={t("status")}
          options={optionsWith(choices.statuses, client?.status)}
          defaultValue={client?.status.id}
          required
        />
        <SelectField
          name="centerId"
          label={t("center", values)}
          placeholder={t("choose")}
          options={optionsWith(choices.centers, client?.center)}
          defaultValue={client?.center.id ?? onlyCenter}
          required
        />
      </FieldRow>
      <SelectField
        name="practitionerId"
        label={t("practitioner", values)}
        help={t("practitionerHelp", values)}
        placeholder={t("noPractitioner")}
        options={offered}
        defaultValue={client?.practitionerId ?? ""}
      />
      {offered.length > 1 && (
        <Disclosure title={t("otherPractitioners", values)} open={others.length > 0}>
          <div className="max-h-64 overflow-y-auto">
            <CheckboxGroup
              name="otherPractitionerIds[]"
              label={t("otherPractitioners", values)}
              options={offered}
              defaultValue={others}
            />
          </div>
        </Disclosure>
      )}
    </>
  );
}
