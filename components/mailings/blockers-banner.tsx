import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { SendBlocker } from "@/lib/features/mailings/rules";
import { paths } from "@/lib/paths";

const IN_LETTER: readonly SendBlocker[] = ["no_subject", "no_text", "unknown_variable"];

type BlockersBannerProps = { mailingId: string; blockers: readonly SendBlocker[]; gaps: number };

/** Everything that stands between this mailing and Send, with the way to where it is put right. */
export function BlockersBanner({ mailingId, blockers, gaps }: BlockersBannerProps) {
  const t = useTranslations("mailings.blockers");
  if (blockers.length === 0) return null;
  const letter = blockers.some((blocker) => IN_LETTER.includes(blocker));
  const href = letter ? paths.staff.mailingLetter(mailingId) : paths.staff.mailingRecipients(mailingId);
  return (
    <Banner
      tone="danger"
      title={t("title")}
      action={
        <LinkButton size="sm" href={href}>
          {letter ? t("write") : t("recipients")}
        </LinkButton>
      }
    >
      <ul className="list-disc pl-5">
        {blockers.map((blocker) => (
          <li key={blocker}>{t(blocker, { count: gaps })}</li>
        ))}
      </ul>
    </Banner>
  );
}
