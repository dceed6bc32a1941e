"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Calendar, CalendarCell, CalendarGrid } from "react-aria-components/Calendar";
import { Heading } from "react-aria-components/Heading";

const STEP = "flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text";

/** One month to pick a day from; takes its value from the date field around it. */
export function MonthGrid() {
  return (
    <Calendar>
      <header className="mb-2 flex items-center gap-1">
        <Heading className="flex-1 pl-1 font-semibold text-base" />
        <Button slot="previous" className={STEP}>
          <ChevronLeft aria-hidden className="size-4" />
        </Button>
        <Button slot="next" className={STEP}>
          <ChevronRight aria-hidden className="size-4" />
        </Button>
      </header>
      <CalendarGrid
        weekdayStyle="short"
        className="border-separate border-spacing-0.5 [&_th]:font-normal [&_th]:text-muted [&_th]:text-xs"
      >
        {(date) => (
          <CalendarCell
            date={date}
            className="flex size-9 cursor-pointer items-center justify-center rounded-md text-sm tabular-nums hover:bg-hover focus-visible:outline-2 focus-visible:outline-accent disabled:cursor-not-allowed disabled:text-muted disabled:line-through outside-month:invisible selected:bg-accent selected:text-on-accent"
          />
        )}
      </CalendarGrid>
    </Calendar>
  );
}
