import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";

type SeriesScopeFieldProps = {
  label: string;
  /** How many are still to come, of those after it and of all. */
  ahead: { following: number; all: number };
  values: Record<string, string>;
};

/** How far a change of one of a series goes. */
export function SeriesScopeField({ label, ahead, values }: SeriesScopeFieldProps) {
  const t = useTranslations("sessions.seriesEdit");
  const counts = { one: null, following: ahead.following, all: ahead.all };
  return (
    <RadioGroup
      name="scope"
      label={label}
      options={(["one", "following", "all"] as const).map((value) => {
        const count = counts[value];
        const help = count === null ? undefined : t("ahead", { ...values, count });
        return { value, label: t(`scopes.${value}`), help };
      })}
      defaultValue="one"
    />
  );
}
