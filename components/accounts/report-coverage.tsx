import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type Reporting, type Role, reportSuffices, reportsOf } from "@/lib/platform/access/permissions";
import { type GrantedRights, RECORD_KINDS, type RecordKind } from "@/lib/platform/access/rights";
import { formatList } from "@/lib/values/format";

type ReportCoverageProps = {
  of: Role;
  values: Record<string, string>;
  /** Whose rights to set beside it; left out where there is nobody. */
  rights?: GrantedRights;
};

type Key = Reporting["permission"] extends `${infer Noun}.${infer Verb}` ? `${Noun}-${Verb}` : never;

/** What the right to report is about within a role, read off the table that the doors ask. */
export function ReportCoverage({ of, values, rights }: ReportCoverageProps) {
  const t = useTranslations("accounts.rights");
  const kindsText = (kinds: readonly RecordKind[]) =>
    kinds.length === RECORD_KINDS.length
      ? t("everyKind")
      : formatList(
          kinds.map((kind) => t(`kinds.${kind}`, values)),
          "en",
        );
  const yours = ({ kinds, someOf, everywhere }: Reporting) => {
    const has = kinds.filter((kind) => reportSuffices(rights ?? null, kind, everywhere));
    if (has.length < kinds.length) return someOf && has.length > 0 ? kindsText(has) : t("reach.none");
    return t(kinds.every((kind) => reportSuffices(rights ?? null, kind, true)) ? "reach.all" : "reach.own");
  };
  const heads = [t("reportingWhat"), t("kind"), ...(rights === undefined ? [] : [t("reportingNow")])];
  return (
    <div className="mt-6">
      <h3 className="font-medium">{t("reporting")}</h3>
      <p className="mb-2 max-w-prose text-muted text-sm">{t("reportingHelp")}</p>
      <ScrollRegion label={t("reporting")}>
        <table className="w-full min-w-[34rem] text-left text-sm">
          <thead>
            <tr className="border-border border-b text-muted">
              {heads.map((head) => (
                <th key={head} scope="col" className="px-3 py-2 font-medium first:pl-0">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reportsOf(of).map((each) => (
              <tr key={each.permission} className="border-border border-b align-top last:border-b-0">
                <th scope="row" className="py-2 pr-3 font-medium">
                  {t(`reports.${each.permission.replace(".", "-") as Key}`)}
                </th>
                <td className="px-3 py-2 text-muted">
                  {kindsText(each.kinds)}
                  {each.everywhere && <span className="block">{t("reportingAll")}</span>}
                </td>
                {rights !== undefined && <td className="px-3 py-2 text-muted">{yours(each)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
