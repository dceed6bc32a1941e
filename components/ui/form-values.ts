import type { Submitted } from "@/lib/platform/action-state";

/** Fields that are nobody's to keep: passwords, codes, and what the framework or a panel of the form put there. */
function isPrivate(form: HTMLFormElement, name: string) {
  if (name.startsWith("$")) return true;
  const control = form.elements.namedItem(name);
  return (
    control instanceof HTMLInputElement && (control.type === "password" || control.autocomplete === "one-time-code")
  );
}

/** What stands in a form, by field name, as it would be sent; names that end in "[]" are lists. */
export function valuesIn(form: HTMLFormElement): Submitted {
  const values: Submitted = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || isPrivate(form, name)) continue;
    if (name.endsWith("[]")) values[name] = [...(values[name] ?? []), value];
    else values[name] = value;
  }
  return values;
}

/** The other way round. */
export function formDataOf(values: Submitted): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) data.append(name, each);
  return data;
}

/** Whether something was typed before scripts had loaded: a control that differs from what the page brought. */
export function differsFromPage(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLSelectElement) {
      const offered = [...control.options].filter((option) => option.defaultSelected);
      return offered.length > 0 && !offered.some((option) => option.selected);
    }
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || control.type === "hidden") return false;
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}
