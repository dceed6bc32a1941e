import {
  Ban,
  CalendarClock,
  CircleDot,
  CreditCard,
  FileSignature,
  FileText,
  GraduationCap,
  KeyRound,
  Layers,
  type LucideIcon,
  Mail,
  MessageSquareText,
  MessagesSquare,
  Pin,
  Sprout,
  SquarePen,
  Trash2,
  UsersRound,
} from "lucide-react";

const MARKS: Record<string, LucideIcon> = {
  agreement: FileSignature,
  availability: CalendarClock,
  billing: CreditCard,
  client: SquarePen,
  contact: UsersRound,
  document: FileText,
  documents: FileText,
  event: GraduationCap,
  invoice: CreditCard,
  mail: Mail,
  mailing: Mail,
  message: MessageSquareText,
  operation: Layers,
  payment: CreditCard,
  pin: Pin,
  "portal-login": KeyRound,
  prospect: Sprout,
  record: Trash2,
  registration: GraduationCap,
  session: MessagesSquare,
  unsubscribe: Ban,
};

/** A picture of what a line of the stream is about, so that one kind is found among many; the sentence says it too. */
export function StreamMark({ about }: { about: string }) {
  const Icon = MARKS[about] ?? CircleDot;
  return (
    <span className="!col-start-1 row-start-1 flex size-7 items-center justify-center rounded-full bg-hover text-muted">
      <Icon aria-hidden className="size-3.5" />
    </span>
  );
}
