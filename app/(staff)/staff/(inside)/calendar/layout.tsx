import type { ReactNode } from "react";
import { MoreWords } from "@/components/shell/more-words";
import { browserWords } from "@/lib/platform/i18n/browser-words";

export default async function CalendarLayout({ children }: { children: ReactNode }) {
  return <MoreWords words={await browserWords("(staff)/staff/(inside)/calendar")}>{children}</MoreWords>;
}
