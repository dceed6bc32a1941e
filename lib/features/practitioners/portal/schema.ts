/** A practitioner as the clients they work with see them. */
export type OwnPractitioner = {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  center: string | null;
  services: string[];
  languages: string[];
  hasPhoto: boolean;
  /** The clients of the contact who asks that they are there for. */
  clients: string[];
};
