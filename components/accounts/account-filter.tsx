import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { ACCOUNT_ROLES } from "@/lib/features/accounts/team/copy";
import type { AccountSearch } from "@/lib/features/accounts/team/schema";
import { paths } from "@/lib/paths";

type AccountFilterProps = {
  search: AccountSearch;
  centers: readonly { id: string; name: string }[];
  values: Record<string, string>;
};

/** Narrows the list by role, center and state; the address holds it. */
export function AccountFilter({ search, centers, values }: AccountFilterProps) {
  const t = useTranslations("accounts");
  const chosen = search.role || search.center || search.state;
  return (
    <form className="mb-3 flex flex-wrap items-end gap-3 print:hidden">
      <SelectField
        name="role"
        label={t("filter.role")}
        placeholder={t("filter.anyRole")}
        defaultValue={search.role ?? ""}
        options={ACCOUNT_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <SelectField
        name="center"
        label={t("filter.center", values)}
        placeholder={t("filter.anyCenter", values)}
        defaultValue={search.center ?? ""}
        options={centers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="state"
        label={t("filter.state")}
        placeholder={t("filter.anyState")}
        defaultValue={search.state ?? ""}
        options={[
          { value: "active", label: t("filter.active") },
          { value: "inactive", label: t("filter.inactive") },
        ]}
      />
      <div className="mb-5 flex gap-2">
        <SubmitButton variant="secondary">{t("filter.apply")}</SubmitButton>
        {chosen && (
          <LinkButton variant="ghost" href={paths.staff.admin.accounts}>
            {t("filter.clear")}
          </LinkButton>
        )}
      </div>
    </form>
  );
}
