import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";

type PractitionerCardProps = {
  /** "Your counselor", with the organization's own word. */
  heading: string;
  name: string;
  detail?: string;
  phone?: { href: string; label: string };
  email?: string;
};

/** Whom to ask, in the same place at the end of each portal page (WCAG 3.2.6). */
export function PractitionerCard({ heading, name, detail, phone, email }: PractitionerCardProps) {
  const t = useTranslations("shell");
  const link =
    "inline-flex min-h-(--control-h) max-w-full items-center gap-2 rounded-md text-accent underline-offset-2 hover:underline";
  return (
    <section
      aria-label={heading}
      className="mt-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-t pt-5"
    >
      <Avatar name={name} size="lg" />
      <div className="min-w-0 flex-1">
        <h2 className="text-muted text-sm">{heading}</h2>
        <p className="font-semibold">{name}</p>
        {detail && <p className="text-muted text-sm">{detail}</p>}
      </div>
      <div className="flex w-full flex-wrap gap-x-5 sm:w-auto">
        {phone && (
          <a href={phone.href} className={link}>
            <Phone aria-hidden className="size-4" />
            <span className="sr-only">{t("call")}</span>
            {phone.label}
          </a>
        )}
        {email && (
          <a href={`mailto:${email}`} className={link}>
            <Mail aria-hidden className="size-4 shrink-0" />
            <span className="sr-only">{t("writeTo")}</span>
            <span className="truncate">{email}</span>
          </a>
        )}
      </div>
    </section>
  );
}
