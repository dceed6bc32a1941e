import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";

/** Asks for the code of a document; a plain GET form, so that the answer has an address. */
export function VerifyForm() {
  const t = useTranslations("agreements.verify");
  return (
    <form action={paths.portal.verifyStart} className="grid gap-2">
      <label htmlFor="verify-code" className="font-medium">
        {t("code")}
      </label>
      <input
        id="verify-code"
        name="code"
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="control font-mono uppercase"
      />
      <div>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
