import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";

type SessionFormShellProps = {
  values: Record<string, string>;
  back: string;
  form?: "new" | "edit" | "series";
  /** Where those stand who could come then, for a time that was chosen before anybody. */
  whoCould?: string | null;
  children: ReactNode;
};

const WORDS = {
  new: { title: "newTitle", help: "newHelp", back: "backToList" },
  edit: { title: "editTitle", help: null, back: "backToSession" },
  series: { title: "seriesEdit.title", help: "seriesEdit.help", back: "backToSession" },
} as const;

/** The head of the forms of a session. */
export function SessionFormShell({ values, back, form = "new", whoCould, children }: SessionFormShellProps) {
  const t = useTranslations("sessions");
  const { title, help, back: way } = WORDS[form];
  return (
    <div className="max-w-4xl">
      <PageHeader
        back={{ href: back, label: t(way, values) }}
        title={t(title, values)}
        description={help ? t(help, values) : undefined}
        actions={whoCould && <LinkButton href={whoCould}>{t("whoCould")}</LinkButton>}
      />
      {children}
    </div>
  );
}
