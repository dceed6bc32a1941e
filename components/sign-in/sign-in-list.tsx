import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

/** One sign-in with its times already in words. */
export type SignInItem = {
  id: string;
  device: string | null;
  ip: string | null;
  since: string;
  seen: string;
  current: boolean;
};

type SignInListProps = { items: readonly SignInItem[]; end: ServerAction; everywhere: ServerAction };

/** Where the person is signed in; each browser but this one can be signed out from here. */
export function SignInList({ items, end, everywhere }: SignInListProps) {
  const t = useTranslations("sign-in");
  return (
    <>
      <ul className="mb-4 grid max-w-2xl gap-2">
        {items.map(({ id, device, ip, since, seen, current }) => {
          const name = device ?? t("signIns.unknownDevice");
          return (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border bg-surface p-3"
            >
              <div className="min-w-0 flex-[1_1_14rem]">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {name}
                  {current && <Badge tone="success">{t("signIns.current")}</Badge>}
                </p>
                <p className="text-muted text-sm">
                  {[ip && t("signIns.from", { address: ip }), t("signIns.seen", { when: seen })]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
                <p className="text-muted text-sm">{t("signIns.since", { when: since })}</p>
              </div>
              {!current && (
                <Form action={end} className="flex">
                  <input type="hidden" name="signInId" value={id} />
                  <SubmitButton variant="secondary" size="sm" aria-label={t("signIns.endOf", { device: name })}>
                    {t("signIns.end")}
                  </SubmitButton>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      <Form action={everywhere} className="flex">
        <SubmitButton variant="secondary">{t("account.signOutEverywhere")}</SubmitButton>
      </Form>
    </>
  );
}
