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

/** The pictures that the lines below refer to, each once however many lines show it. */
export function StreamMarks({ about }: { about: readonly string[] }) {
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        {[...new Set(about)].map((each) => {
          const Icon = MARKS[each] ?? CircleDot;
          return (
            <g key={each} id={`stream-mark-${each}`}>
              <Icon />
            </g>
          );
        })}
      </defs>
    </svg>
  );
}
