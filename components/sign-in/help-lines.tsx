import { TextLink } from "@/components/ui/text-link";

type HelpLinesProps = { text: string; lines: readonly { name: string; phone: string; href: string }[] };

/** Whom to call when the way in does not work. */
export function HelpLines({ text, lines }: HelpLinesProps) {
  return (
    <div className="grid gap-2 border-border border-t pt-5 text-muted">
      <p>{text}</p>
      {lines.length > 0 && (
        <ul className="grid gap-1">
          {lines.map(({ name, phone, href }) => (
            <li key={name} className="flex flex-wrap gap-x-2">
              <span>{name}</span>
              <TextLink href={href}>{phone}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
