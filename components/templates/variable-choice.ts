/** A variable that can be put into a letter: its name in the text, its name for people, and an example. */
export type VariableChoice = { id: string; label: string; example: string };

/** "center name", "CENTER-NAME" and "CENTER_NAME" are the same. */
export function choiceNamed(choices: readonly VariableChoice[], text: string): VariableChoice | null {
  const id = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  return choices.find((choice) => choice.id === id) ?? null;
}

/** What fits what was typed after "[": by either name. */
export function choicesFor(choices: readonly VariableChoice[], typed: string): VariableChoice[] {
  const wanted = typed.toLowerCase().replace(/[\s_-]+/g, " ");
  const fits = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s_:-]+/g, " ")
      .includes(wanted);
  return choices.filter(({ id, label }) => fits(id) || fits(label));
}
