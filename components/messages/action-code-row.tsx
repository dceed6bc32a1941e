import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionCodeRow as ActionCode } from "@/lib/features/messages/action-codes/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type ActionCodeRowProps = { code: ActionCode; rename: ServerAction; archive: ServerAction };

/** One code with its name to change, and the way off the list or back onto it. */
export function ActionCodeRow({ code, rename, archive }: ActionCodeRowProps) {
  const t = useTranslations("messages.codes");
  const verb = t(code.archived ? "restore" : "archive");
  return (
    <li className="flex flex-wrap items-start gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        {code.archived ? (
          <p className="flex min-h-(--control-sm) items-center gap-2 text-muted">
            <span className="break-words">{code.name}</span> <Badge>{t("archived")}</Badge>
          </p>
        ) : (
          <Disclosure title={code.name}>
            <Form action={rename} className="flex flex-wrap items-start gap-3">
              <input type="hidden" name="actionCodeId" value={code.id} />
              <div className="min-w-0 flex-1 basis-44">
                <TextField name="name" label={t("name")} defaultValue={code.name} maxLength={60} required />
              </div>
              <div className="pt-[1.625rem]">
                <SubmitButton variant="secondary" aria-label={`${t("rename")}: ${code.name}`}>
                  {t("rename")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        )}
      </div>
      <Form action={archive}>
        <input type="hidden" name="actionCodeId" value={code.id} />
        <input type="hidden" name="archived" value={String(!code.archived)} />
        <SubmitButton variant="ghost" size="sm" aria-label={`${verb}: ${code.name}`}>
          {verb}
        </SubmitButton>
      </Form>
    </li>
  );
}
