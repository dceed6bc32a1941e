import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { roleMay } from "@/lib/platform/access/permissions";
import { type GrantedRights, RECORD_KINDS, RIGHT_VERBS, reachOf } from "@/lib/platform/access/rights";

type RightsTableProps = {
  role: "administrator" | "staff" | "practitioner";
  rights: GrantedRights;
  values: Record<string, string>;
};

/** What somebody may do, after role and groups. */
export function RightsTable({ role, rights, values }: RightsTableProps) {
  const t = useTranslations("accounts.rights");
  return (
    <ScrollRegion label={t("own")}>
      <table className="w-full min-w-[34rem] text-left">
        <thead>
          <tr className="border-border border-b text-muted text-sm">
            <th scope="col" className="py-2 pr-3 font-medium">
              {t("kind")}
            </th>
            {RIGHT_VERBS.map((verb) => (
              <th key={verb} scope="col" className="px-3 py-2 font-medium">
                {t(`verbs.${verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RECORD_KINDS.map((kind) => (
            <tr key={kind} className="border-border border-b last:border-b-0">
              <th scope="row" className="py-2 pr-3 font-medium">
                {t(`kinds.${kind}`, values)}
              </th>
              {RIGHT_VERBS.map((verb) => (
                <td key={verb} className="px-3 py-2 text-muted">
                  {roleMay(role, kind, verb) ? t(`reach.${reachOf(rights, kind, verb)}`) : t("reach.none")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
