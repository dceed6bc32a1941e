import type { LocalDate } from "./date";
import type { Instant } from "./instant";
import { intlTag, type Locale } from "./locale";
import { currencyDigits, type Money } from "./money";
import type { LocalTime } from "./time";

/** Server and browser must print the same bytes: Intl's narrow spaces (U+202F, U+2009) become plain ones. */
function plain(text: string): string {
  return text.replace(/[\u202f\u2009]/g, " ");
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format costs about 50 times as much as using one. */
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(intlTag(locale), options);
  if (formats.size < 500) formats.set(key, known);
  return known;
}

export type DateStyle = "medium" | "long" | "weekday" | "month";

const DATE_STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  medium: { year: "numeric", month: "short", day: "numeric" },
  long: { year: "numeric", month: "long", day: "numeric", weekday: "long" },
  weekday: { weekday: "short", month: "short", day: "numeric" },
  month: { year: "numeric", month: "long" },
};

const utc = (date: LocalDate, time: LocalTime = "00:00") => new Date(`${date}T${time}:00Z`);

/** A calendar day: "Mar 8, 2026". */
export function formatDate(date: LocalDate, locale: Locale, { style = "medium" }: { style?: DateStyle } = {}): string {
  return plain(dateFormat(locale, { ...DATE_STYLES[style], timeZone: "UTC" }).format(utc(date)));
}

/** "Mar 8 – 12, 2026"; one day alone is not repeated. */
export function formatDateRange(start: LocalDate, end: LocalDate, { locale }: { locale: Locale }): string {
  return plain(dateFormat(locale, { ...DATE_STYLES.medium, timeZone: "UTC" }).formatRange(utc(start), utc(end)));
}

/** A wall-clock time: "2:15 PM"; 24:00 shows as midnight. */
export function formatLocalTime(time: LocalTime, locale: Locale): string {
  const shown = time === "24:00" ? "00:00" : time;
  return plain(
    dateFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(utc("2000-01-01", shown)),
  );
}

export type ZonedFormat = { locale: Locale; zone: string; showZone?: boolean };

function timeOptions({ zone, showZone }: ZonedFormat): Intl.DateTimeFormatOptions {
  return { hour: "numeric", minute: "2-digit", timeZone: zone, ...(showZone ? { timeZoneName: "short" } : {}) };
}

/** The day a moment falls on for people in the zone. */
export function formatDay(instant: Instant, { locale, zone, style = "medium" }: ZonedFormat & { style?: DateStyle }) {
  return plain(dateFormat(locale, { ...DATE_STYLES[style], timeZone: zone }).format(instant));
}

/** "2:15 PM", with `showZone` "2:15 PM CDT". */
export function formatTime(instant: Instant, format: ZonedFormat): string {
  return plain(dateFormat(format.locale, timeOptions(format)).format(instant));
}

/** "Mar 8, 2026, 2:15 PM", with `showZone` the zone behind. */
export function formatDateTime(instant: Instant, format: ZonedFormat): string {
  return plain(dateFormat(format.locale, { ...DATE_STYLES.medium, ...timeOptions(format) }).format(instant));
}

/** "2:15 – 3:00 PM", with the days where they differ. */
export function formatTimeRange(start: Instant, end: Instant, format: ZonedFormat): string {
  return plain(dateFormat(format.locale, timeOptions(format)).formatRange(start, end));
}

const RELATIVE_STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 hours ago", "in 2 days", "now". Show the exact time beside it on hover. */
export function formatRelative(instant: Instant, now: Instant, { locale }: { locale: Locale }): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const relative = new Intl.RelativeTimeFormat(intlTag(locale), { numeric: "auto" });
  const step = RELATIVE_STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return plain(step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : relative.format(0, "second"));
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return plain(new Intl.NumberFormat(intlTag(locale), options).format(value));
}

/** 0.25 is "25%". */
export function formatPercent(share: number, locale: Locale, { digits = 0 }: { digits?: number } = {}): string {
  return formatNumber(share, locale, { style: "percent", maximumFractionDigits: digits });
}

/** "$1,234.50"; exact, because Intl takes the decimal text. */
export function formatMoney({ cents, currency }: Money, locale: Locale): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(cents)).padStart(digits + 1, "0");
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const exact = `${cents < 0 ? "-" : ""}${decimal}` as Intl.StringNumericLiteral;
  return plain(new Intl.NumberFormat(intlTag(locale), { style: "currency", currency }).format(exact));
}

/** "Ana, Luis, and Omar". */
export function formatList(
  items: readonly string[],
  locale: Locale,
  { type = "conjunction" }: Intl.ListFormatOptions = {},
) {
  return plain(new Intl.ListFormat(intlTag(locale), { type }).format(items));
}

const SIZE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1.5 MB": decimal units, as file managers show them. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const power = bytes < 1000 ? 0 : Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = SIZE_UNITS[power] ?? "byte";
  return formatNumber(bytes / 1000 ** power, locale, {
    style: "unit",
    unit,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  });
}

/** Minutes of work as "1 hr 30 min". */
export function formatDuration(minutes: number, locale: Locale): string {
  const parts: [number, string][] = [
    [Math.floor(minutes / 60), "hour"],
    [minutes % 60, "minute"],
  ];
  const shown = parts.filter(([value, unit]) => value > 0 || (unit === "minute" && minutes === 0));
  return shown
    .map(([value, unit]) => formatNumber(value, locale, { style: "unit", unit, unitDisplay: "short" }))
    .join(" ");
}

/** Making one is dear, and there are few different ones. */
function remembered<Options extends unknown[], Made>(make: (...options: Options) => Made) {
  const made = new Map<string, Made>();
  return (...options: Options): Made => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(...options);
    made.set(key, known);
    return known;
  };
}

type DateFormatting = ConstructorParameters<typeof Intl.DateTimeFormat>;
type NumberFormatting = ConstructorParameters<typeof Intl.NumberFormat>;
type PluralRules = ConstructorParameters<typeof Intl.PluralRules>;

/** What messages with numbers, dates and plurals in them are put together with. */
export const MESSAGE_FORMATTERS = {
  getDateTimeFormat: remembered((...options: DateFormatting) => new Intl.DateTimeFormat(...options)),
  getNumberFormat: remembered((...options: NumberFormatting) => new Intl.NumberFormat(...options)),
  getPluralRules: remembered((...options: PluralRules) => new Intl.PluralRules(...options)),
};
