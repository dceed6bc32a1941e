import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { Bookable, BookingView } from "@/lib/features/scheduling/booking/schema";
import { paths } from "@/lib/paths";

type BookingChoicesProps = {
  booking: BookingView;
  client: Bookable;
  practitioner: Bookable["practitioners"][number] | null;
};

const named = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** For whom, with whom and what, where there is anything to choose. */
export function BookingChoices({ booking, client, practitioner }: BookingChoicesProps) {
  const t = useTranslations("portal.booking");
  const { clients, service } = booking;
  const fields = [
    { name: "client", label: t("client"), options: named(clients), value: client.id, placeholder: undefined },
    {
      ...{ name: "practitioner", label: t("practitioner"), options: named(practitioner ? client.practitioners : []) },
      ...{ value: practitioner?.id, placeholder: undefined },
    },
    {
      ...{ name: "service", label: t("service"), options: named(practitioner?.services ?? []) },
      ...{ value: service?.id ?? "", placeholder: t("anyService") },
    },
  ].filter(({ options, placeholder }) => options.length > (placeholder ? 0 : 1));
  if (fields.length === 0) return practitioner && <p className="mb-4 font-medium">{practitioner.name}</p>;
  return (
    <form
      key={`${client.id} ${practitioner?.id}`}
      action={paths.portal.bookSession}
      className="mb-2 grid items-start gap-x-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]"
    >
      {fields.map(({ value, ...field }) => (
        <SelectField key={field.name} {...field} defaultValue={value} />
      ))}
      <div className="pb-4 sm:pt-[1.75rem]">
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
