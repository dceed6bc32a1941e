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

const column = (day: number, top: number, height: number) =>
  `M${day * COLUMN} ${top}h${COLUMN - 2}v${height}h${2 - COLUMN}z`;
const DAY_COLUMNS = DAYS.map((day) => column(day, TOP, HEIGHT)).join("");
const LETTER_PLACES = DAYS.map((day) => day * COLUMN + COLUMN / 2 - 1).join(" ");

/** The time that both have free in a week, drawn from seven to nine; the whole of it is said in words. */
export function SmallWeek({ name, first, blocks }: SmallWeekProps) {
  const t = useTranslations("pairing");
  const dayNames = DAYS.map((day) => formatDate(addDays(first, day), "en", { style: "weekday" }));
  const said = blocks.map(
    ({ day, from, to }) =>
      `${dayNames[day]} ${formatLocalTime(timeOfMinutes(from), "en")} – ${formatLocalTime(timeOfMinutes(to), "en")}`,
  );
  const label = said.length > 0 ? t("weekOf", { name, times: said.join("; ") }) : t("weekNone", { name });
  const shown = blocks.filter(({ from, to }) => to > SHOWN.from && from < SHOWN.to);
  const times = shown.map(({ day, from, to }) => column(day, placeOf(from), Math.max(2, placeOf(to) - placeOf(from))));
  // Drawn in few elements: a page has many of these.
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${COLUMN * 7} ${TOP + HEIGHT}`}
      className="h-21 w-52 max-w-full shrink-0 self-center"
    >
      <text x={LETTER_PLACES} y={9} textAnchor="middle" className="fill-muted text-[9px]">
        {dayNames.map((day) => day.slice(0, 1)).join("")}
      </text>
      <path d={DAY_COLUMNS} className="fill-hover" />
      <path d={times.join("")} className="fill-accent" />
      <path d={`M0 ${placeOf(NOON)}h${COLUMN * 7 - 2}`} strokeDasharray="2 3" className="stroke-border" />
    </svg>
  );
}
