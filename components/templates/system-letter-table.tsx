import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { SystemLetterRow } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";

type SystemLetterTableProps = { caption: string; rows: readonly SystemLetterRow[]; words: Record<string, string> };

/** Letters that the app sends by itself, one link for each language. */
export function SystemLetterTable({ caption, rows, words }: SystemLetterTableProps) {
  const t = useTranslations("templates");
  return (
    <Card padded={false}>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "letter",
            header: t("columnLetter"),
            primary: true,
            cell: (row) => t(`systemNames.${row.key}`, words),
          },
          { key: "when", header: t("columnWhen"), cell: (row) => t(`systemWhen.${row.key}`) },
          {
            key: "language",
            header: t("columnLanguage"),
            cell: (row) => (
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {row.languages.map(({ language, changed }) => (
                  <TextLink key={language} href={paths.staff.admin.systemLetter(row.key, language)}>
                    {changed ? t("changedMark", { language: t(`language.${language}`) }) : t(`language.${language}`)}
                  </TextLink>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
