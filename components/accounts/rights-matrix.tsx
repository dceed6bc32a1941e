import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { roleMay } from "@/lib/platform/access/permissions";
import { REACHES, RECORD_KINDS, RIGHT_VERBS, type Rights } from "@/lib/platform/access/rights";

/** The cells of a group: for each kind of record how far each right goes. Cells that no role has are left out. */
export function RightsMatrix({ rights, values }: { rights: Rights; values: Record<string, string> }) {
  const t = useTranslations("accounts.rights");
  const options = REACHES.map((reach) => ({ value: reach, label: t(`reach.${reach}`) }));
  return (
    <div className="grid gap-4">
      {RECORD_KINDS.map((kind) => (
        <fieldset
          key={kind}
          className="grid grid-cols-2 items-end gap-x-3 gap-y-1 border-border border-b pb-3 last:border-b-0 sm:grid-cols-[10rem_repeat(5,minmax(5rem,1fr))]"
        >
          <legend className="float-left col-span-full mb-1 font-medium sm:col-span-1 sm:mb-0 sm:self-center">
            {t(`kinds.${kind}`, values)}
          </legend>
          {RIGHT_VERBS.map((verb) => {
            const decided = roleMay("administrator", kind, verb) || roleMay("practitioner", kind, verb);
            const name = `rights.${kind}.${verb}`;
            if (!decided) {
              return (
                <span key={verb} className="hidden sm:block">
                  <input type="hidden" name={name} value={rights[kind][verb]} />
                </span>
              );
            }
            return (
              <SelectField
                key={verb}
                name={name}
                label={t(`verbs.${verb}`)}
                defaultValue={rights[kind][verb]}
                options={options}
              />
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
