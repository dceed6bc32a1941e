import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { VariableChoice } from "@/components/templates/variable-choice";
import { PageHeader } from "@/components/ui/page-header";
import type { Chosen } from "@/lib/features/mailings/drafts/queries";
import { paths } from "@/lib/paths";
import { newId } from "@/lib/values/id";
import { type LetterDraft, LetterForm } from "./letter-form";
import { type MailingStep, MailingSteps } from "./mailing-steps";
import { TemplatePicker } from "./template-picker";

type LetterStepProps = {
  chosen: Chosen | null;
  draft: Omit<LetterDraft, "editor">;
  reached: MailingStep;
  offer: {
    templates: readonly { id: string; name: string }[];
    variables: readonly VariableChoice[];
    words: Record<string, string>;
    zone: string;
  };
  actions: Parameters<typeof LetterForm>[0]["actions"];
  /** What can be done with a draft that is kept already. */
  more?: ReactNode;
};

/** The first step of a mailing: a template or words of one's own (S2-25, S2-53). */
export function LetterStep({ chosen, draft, reached, offer, actions, more }: LetterStepProps) {
  const t = useTranslations("mailings");
  const { templates, variables, words, zone } = offer;
  const only = chosen?.onlyClient ?? null;
  return (
    <>
      <PageHeader
        title={only ? t("letter.titleOne", { name: only }) : t("letter.title", words)}
        facts={chosen ? [t("chosen", { ...words, count: chosen.count })] : []}
        back={{ href: paths.staff.mailings, label: t("title") }}
        actions={more}
      />
      <MailingSteps current="write" mailingId={draft.mailingId} reached={reached} />
      <TemplatePicker templates={templates} chosen={draft.templateId} />
      <LetterForm
        key={draft.templateId ?? "none"}
        draft={{ ...draft, editor: newId() }}
        variables={variables}
        actions={actions}
        zone={zone}
      />
    </>
  );
}
