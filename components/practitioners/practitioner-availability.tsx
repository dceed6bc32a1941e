import { useTranslations } from "next-intl";
import { AvailabilityEditor } from "@/components/scheduling/availability-editor";
import { TimeOffCard } from "@/components/scheduling/time-off-card";
import { PageHeader } from "@/components/ui/page-header";
import {
  removePractitionerSpecialHoursAction,
  savePractitionerHoursAction,
  savePractitionerSpecialHoursAction,
} from "@/lib/features/scheduling/availability/actions";
import type { SpecialHours, SpecialSearch, WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import { addTimeOffAction, removeTimeOffAction } from "@/lib/features/scheduling/time-off/actions";
import type { TimeOff } from "@/lib/features/scheduling/time-off/schema";
import { paths } from "@/lib/paths";
import { withQuery } from "@/lib/values/query";

type PractitionerAvailabilityProps = {
  practitioner: { id: string; name: string };
  hours: { usual: WeeklyHours; special: readonly SpecialHours[] };
  /** `toCover` counts the planned sessions that fall into it. */
  timeOff: { planned: readonly TimeOff[]; toCover: number };
  search: SpecialSearch;
  mayEdit: boolean;
};

/** When a practitioner works, and when not. */
export function PractitionerAvailability({
  practitioner: { id, name },
  hours,
  timeOff,
  search,
  mayEdit,
}: PractitionerAvailabilityProps) {
  const t = useTranslations("scheduling.hours");
  const actions = {
    save: savePractitionerHoursAction,
    saveSpecial: savePractitionerSpecialHoursAction,
    remove: removePractitionerSpecialHoursAction,
  };
  const may = { add: addTimeOffAction, remove: removeTimeOffAction };
  return (
    <>
      <PageHeader title={t("title")} back={{ href: paths.staff.practitioner(id), label: name }} />
      <AvailabilityEditor
        owner={{ practitionerId: id }}
        hours={hours}
        search={search}
        hrefOf={(asked) => withQuery(paths.staff.practitionerAvailability(id), asked)}
        actions={mayEdit ? actions : null}
      >
        <TimeOffCard
          practitionerId={id}
          timeOff={timeOff.planned}
          toCover={timeOff.toCover}
          {...(mayEdit && { may })}
        />
      </AvailabilityEditor>
    </>
  );
}
