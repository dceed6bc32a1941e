import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { formatDateTime, formatNumber } from "@/lib/values/format";
import { EventStatusChip } from "./event-status-chip";

/** The staff's list of events. */
export function EventsTable({ events }: { events: EventView[] }) {
  const t = useTranslations("training");
  const seats = ({ seatsTaken, capacity }: EventView) =>
    capacity === null
      ? t("staff.seatsUnlimited", { taken: seatsTaken })
      : t("staff.seatsOf", { taken: seatsTaken, capacity });
  return (
    <DataTable
      caption={t("staff.caption")}
      rows={events}
      rowKey={(event) => event.id}
      rowHref={(event) => paths.staff.event(event.id)}
      columns={[
        { key: "event", header: t("staff.event"), cell: (event) => event.title, primary: true },
        {
          key: "date",
          header: t("staff.date"),
          cell: (event) => formatDateTime(event.startsAt, { locale: "en", zone: event.timeZone, showZone: true }),
        },
        { key: "center", header: t("staff.center"), cell: (event) => event.centerName },
        { key: "seats", header: t("staff.seats"), cell: seats, align: "end" },
        {
          key: "waiting",
          header: t("staff.waiting"),
          cell: (event) => formatNumber(event.waiting, "en"),
          align: "end",
        },
        { key: "audience", header: t("staff.audience"), cell: (event) => t(`audience.${event.audience}`) },
        {
          key: "status",
          header: t("staff.status"),
          cell: (event) => <EventStatusChip status={event.status} />,
        },
      ]}
    />
  );
}
