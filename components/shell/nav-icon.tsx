import {
  BriefcaseBusiness,
  Building2,
  CalendarClock,
  CalendarDays,
  ChartColumn,
  CircleUser,
  ClipboardList,
  CreditCard,
  FileSignature,
  FileText,
  GraduationCap,
  House,
  IdCard,
  ListChecks,
  type LucideIcon,
  Mail,
  MessagesSquare,
  Settings,
  Sprout,
  Sun,
  UserRound,
  UsersRound,
} from "lucide-react";

const ICONS = {
  home: House,
  clients: Building2,
  prospects: Sprout,
  contacts: UsersRound,
  practitioners: BriefcaseBusiness,
  day: Sun,
  calendar: CalendarDays,
  scheduling: CalendarClock,
  events: GraduationCap,
  mailings: Mail,
  tasks: ListChecks,
  reports: ChartColumn,
  admin: Settings,
  info: IdCard,
  agreement: FileSignature,
  availability: CalendarClock,
  sessions: MessagesSquare,
  requests: ClipboardList,
  payments: CreditCard,
  account: CircleUser,
  documents: FileText,
  person: UserRound,
} as const satisfies Record<string, LucideIcon>;

export type NavIconName = keyof typeof ICONS;
export type NavItem = {
  href: string;
  label: string;
  icon: NavIconName;
  /** Current only on exactly this address; for a home page, below which everything lies. */
  exact?: boolean;
};

/** The picture beside a menu word. */
export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden className="size-[1.125rem] shrink-0" strokeWidth={1.75} />;
}
