import { useTranslations } from "next-intl";
import type { Block } from "@/lib/features/scheduling/pairing/schema";
import { addDays } from "@/lib/values/date";
import { formatDate, formatLocalTime } from "@/lib/values/format";
import { timeOfMinutes } from "@/lib/values/time";

type SmallWeekProps = { name: string; first: string; blocks: readonly Block[] };

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const SHOWN = { from: 7 * 60, to: 21 * 60 };
const NOON = 12 * 60;
const COLUMN = 30;
const HEIGHT = 70;
const TOP = 14;

const placeOf = (minutes: number) =>
  TOP + ((Math.min(Math.max(minutes, SHOWN.from), SHOWN.to) - SHOWN.from) / (SHOWN.to - SHOWN.from)) * HEIGHT;

/** The time that both have free in a week, drawn from seven to nine; the whole of it is said in words. */
export function SmallWeek({ name, first, blocks }: SmallWeekProps) {
  const t = useTranslations("pairing");
  const dayName = (day: number) => formatDate(addDays(first, day), "en", { style: "weekday" });
  const said = blocks.map(
    ({ day, from, to }) =>
      `${dayName(day)} ${formatLocalTime(timeOfMinutes(from), "en")} – ${formatLocalTime(timeOfMinutes(to), "en")}`,
  );
  const label = said.length > 0 ? t("weekOf", { name, times: said.join("; ") }) : t("weekNone", { name });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${COLUMN * 7} ${TOP + HEIGHT}`}
      className="h-21 w-52 max-w-full shrink-0 self-center"
    >
      {DAYS.map((day) => (
        <g key={day}>
          <text x={day * COLUMN + COLUMN / 2 - 1} y={9} textAnchor="middle" className="fill-muted text-[9px]">
            {dayName(day).slice(0, 2)}
          </text>
          <rect x={day * COLUMN} y={TOP} width={COLUMN - 2} height={HEIGHT} rx={3} className="fill-hover" />
        </g>
      ))}
      {blocks
        .filter(({ from, to }) => to > SHOWN.from && from < SHOWN.to)
        .map(({ day, from, to }) => (
          <rect
            key={`${day}-${from}`}
            x={day * COLUMN}
            y={placeOf(from)}
            width={COLUMN - 2}
            height={Math.max(2, placeOf(to) - placeOf(from))}
            rx={3}
            className="fill-accent"
          />
        ))}
      <line
        x1={0}
        x2={COLUMN * 7 - 2}
        y1={placeOf(NOON)}
        y2={placeOf(NOON)}
        strokeDasharray="2 3"
        className="stroke-border"
      />
    </svg>
  );
}
