"use client";
import { CircleAlert } from "lucide-react";
import { useContext } from "react";
import { FormContext, fieldId } from "./form-context";

/** Why the form was not accepted, with a way to each field that needs another look. */
export function FormProblem() {
  const { id, refusal, fields: known, showsConflicts } = useContext(FormContext);
  if (!refusal || (refusal.conflict && showsConflicts)) return null;
  // A refusal about one field says it once, here as the way to the field.
  const fields = Object.entries(refusal.fields);
  // A sentence that names its field needs no name before it, and one about a box says what to do with the box.
  const labelOf = (name: string, sentence: string) => {
    const { label, isBox } = known.get(name) ?? {};
    return label && !isBox && !isWholeStory && !sentence.startsWith(label) ? label : null;
  };
  const isWholeStory = fields.length === 1 && fields[0]?.[1] === refusal.message;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-form-problem
      className="mb-4 flex gap-2.5 rounded-md border border-danger bg-danger-soft p-3 text-text"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0">
        {!isWholeStory && <p className="font-medium">{refusal.message}</p>}
        {fields.length > 0 && (
          <ul className={isWholeStory ? "" : "mt-1 grid gap-y-0.5 text-sm"}>
            {fields.map(([name, sentence]) => (
              <li key={name}>
                <a href={`#${fieldId(id, name)}`} className="inline-block min-h-6 underline underline-offset-2">
                  <FieldName label={labelOf(name, sentence)} />
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        )}
        {refusal.way && (
          // In a tab of its own, so that nothing typed here is lost.
          <a href={refusal.way.href} target="_blank" rel="noopener" className="inline-block min-h-6 underline">
            {refusal.way.label}
          </a>
        )}
      </div>
    </div>
  );
}

function FieldName({ label }: { label: string | null }) {
  return label && <span className="font-medium">{label}: </span>;
}
