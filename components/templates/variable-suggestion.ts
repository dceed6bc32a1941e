import { Extension } from "@tiptap/core";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { choicesFor, type VariableChoice } from "./variable-choice";

/** What is offered while somebody types after "[". */
export type Offer = {
  choices: VariableChoice[];
  active: number;
  /** Where the list stands: below the line that is typed, above it near the window's end. */
  at: { left: number; top?: number; bottom?: number };
  choose: (choice: VariableChoice) => void;
};

type Options = { choices: readonly VariableChoice[]; show: (offer: Offer | null) => void };

const GAP = 4;
/** Pixels that a full list takes. */
const HEIGHT = 340;
const SHOWN = 6;

type Props = SuggestionProps<VariableChoice, VariableChoice>;

function offerOf({ items, clientRect, command }: Props, active: number): Offer | null {
  const place = clientRect?.();
  if (!place || items.length === 0) return null;
  const fits = place.bottom + HEIGHT < window.innerHeight;
  const beside = fits ? { top: place.bottom + GAP } : { bottom: window.innerHeight - place.top + GAP };
  return { choices: items, active, at: { left: place.left, ...beside }, choose: command };
}

/** Opens the list of variables at "[", steered by the arrow keys while the focus stays in the text. */
export const VariableSuggestion = Extension.create<Options>({
  name: "variableSuggestion",

  addOptions: () => ({ choices: [], show: () => undefined }),

  addProseMirrorPlugins() {
    const { choices, show } = this.options;
    let props: Props | null = null;
    let active = 0;
    const present = () => show(props ? offerOf(props, active) : null);
    const move = (steps: number) => {
      const count = props?.items.length ?? 0;
      if (count > 0) active = (active + steps + count) % count;
      present();
      return count > 0;
    };
    const update = (next: Props) => {
      props = next;
      active = 0;
      present();
    };
    return [
      Suggestion<VariableChoice, VariableChoice>({
        editor: this.editor,
        char: "[",
        allowSpaces: true,
        allowedPrefixes: null,
        items: ({ query }) => choicesFor(choices, query).slice(0, SHOWN),
        command: ({ editor, range, props: choice }) => {
          editor
            .chain()
            .focus()
            .insertContentAt(range, { type: "variable", attrs: { id: choice.id } })
            .run();
        },
        render: () => ({
          onStart: update,
          onUpdate: update,
          onExit: () => {
            props = null;
            present();
          },
          onKeyDown: ({ event }) => {
            const choice = props?.items[active];
            if (event.key === "ArrowDown") return move(1);
            if (event.key === "ArrowUp") return move(-1);
            if (event.key === "Escape") {
              show(null);
              props = null;
              return true;
            }
            if ((event.key !== "Enter" && event.key !== "Tab") || !choice || !props) return false;
            props.command(choice);
            return true;
          },
        }),
      }),
    ];
  },
});
