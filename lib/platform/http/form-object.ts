type FormValue = string | File | FormValue[] | { [key: string]: FormValue };

const MAX_FIELDS = 5_000;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A form as the object its schema expects: "hours.1.start" nests, "ids[]" collects into an array, everything else
 * is a single string or file. React's own "$ACTION_…" fields are left out.
 */
export function formObject(form: FormData): Record<string, FormValue> {
  const result: Record<string, FormValue> = {};
  let fields = 0;
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    if (++fields > MAX_FIELDS) throw new RangeError("too many form fields");
    const path = name.replace(/\[\]$/, "").split(".");
    if (path.some((part) => FORBIDDEN.has(part))) continue;
    place(result, { path, value, list: name.endsWith("[]") });
  }
  return result;
}

function place(
  target: Record<string, FormValue>,
  { path, value, list }: { path: string[]; value: string | File; list: boolean },
) {
  const [head = "", ...rest] = path;
  if (rest.length > 0) {
    const inner = target[head];
    const next = typeof inner === "object" && !Array.isArray(inner) && !(inner instanceof File) ? inner : {};
    target[head] = next;
    place(next, { path: rest, value, list });
    return;
  }
  const present = target[head];
  if (!list) target[head] = value;
  else target[head] = Array.isArray(present) ? [...present, value] : [value];
}
