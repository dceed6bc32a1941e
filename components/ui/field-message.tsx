import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldMessageProps = { id: string; error: string | null; help?: ReactNode };

/** The line below a field. It is there even when empty: a line that comes and goes moves the button under the finger. */
export function FieldMessage({ id, error, help }: FieldMessageProps) {
  return (
    <div id={id} className={`min-h-[1.3125rem] pt-1 text-sm ${error || help ? "pb-3" : ""}`}>
      {error && (
        <p className="flex items-start gap-1 font-medium text-danger">
          <CircleAlert aria-hidden className="mt-[0.2em] size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {help && <p className="text-muted">{help}</p>}
    </div>
  );
}
