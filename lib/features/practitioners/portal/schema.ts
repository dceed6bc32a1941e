/** A practitioner as the clients they work with see them. */
import type { CodedChoice } from "@/lib/features/settings/coded-lists/schema";
export type OwnPractitioner = {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  center: string | null;
  services: string[];
  languages: CodedChoice[];
  hasPhoto: boolean;
  /** The clients of the contact who asks that they are there for. */
  clients: string[];
};
