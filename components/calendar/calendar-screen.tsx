"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { CalendarDesk, type CalendarDeskProps } from "./calendar-desk";

/** The calendar with what it remembers of the days it has shown. */
export function CalendarScreen(props: CalendarDeskProps) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } }));
  return (
    <QueryClientProvider client={client}>
      <CalendarDesk {...props} />
    </QueryClientProvider>
  );
}
