"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";

type TemplatePickerProps = { templates: readonly { id: string; name: string }[]; chosen: string | null };

/** Chooses the template that a letter begins with; the page opens again with its words. */
export function TemplatePicker({ templates, chosen }: TemplatePickerProps) {
  const t = useTranslations("mailings.letter");
  const router = useRouter();
  const path = usePathname();
  const address = useSearchParams();

  function open(template: string) {
    const query = new URLSearchParams(address);
    query.set("template", template || "none");
    router.replace(`${path}?${query}`, { scroll: false });
  }
  return (
    <div className="max-w-2xl">
      <SelectField
        name="template"
        label={t("template")}
        help={t("templateHelp")}
        value={chosen ?? ""}
        onChange={(event) => open(event.target.value)}
        options={[{ value: "", label: t("none") }, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </div>
  );
}
