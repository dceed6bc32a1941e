import { InputRule, mergeAttributes, Node } from "@tiptap/core";
import { choiceNamed, type VariableChoice } from "./variable-choice";

type Options = { choices: readonly VariableChoice[] };

const LOOK =
  "mx-px inline-block rounded-md bg-accent-soft px-1.5 font-medium text-accent text-sm leading-6 selected:outline-2 [&.ProseMirror-selectednode]:outline-2";

/** A variable in a letter: one piece that typing cannot break, shown by its readable name. */
export const VariableNode = Node.create<Options>({
  name: "variable",
  group: "inline",
  inline: true,
  atom: true,

  addOptions: () => ({ choices: [] }),

  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-variable"),
      renderHTML: ({ id }: { id: string }) => ({ "data-variable": id }),
    },
  }),

  parseHTML() {
    const known = (element: HTMLElement) =>
      choiceNamed(this.options.choices, element.getAttribute("data-variable") ?? "") ? null : false;
    return [{ tag: "span[data-variable]", getAttrs: known }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const label = this.options.choices.find(({ id }) => id === node.attrs.id)?.label ?? String(node.attrs.id);
    return ["span", mergeAttributes(HTMLAttributes, { class: LOOK, contenteditable: "false" }), label];
  },

  renderText: ({ node }) => `[${node.attrs.id}]`,

  addInputRules() {
    return [
      new InputRule({
        find: /\[([^[\]\n]{2,60})\]$/,
        handler: ({ range, match, chain }) => {
          const choice = choiceNamed(this.options.choices, match[1] ?? "");
          if (!choice) return null;
          chain()
            .insertContentAt(range, { type: this.name, attrs: { id: choice.id } })
            .run();
          return undefined;
        },
      }),
    ];
  },

  addKeyboardShortcuts() {
    // Browsers disagree on deleting what cannot be edited; the whole chip goes at once.
    const removeBeside = (side: "nodeBefore" | "nodeAfter") => {
      const { empty, $from } = this.editor.state.selection;
      const node = $from[side];
      if (!empty || node?.type !== this.type) return false;
      const from = side === "nodeBefore" ? $from.pos - node.nodeSize : $from.pos;
      return this.editor.commands.deleteRange({ from, to: from + node.nodeSize });
    };
    return { Backspace: () => removeBeside("nodeBefore"), Delete: () => removeBeside("nodeAfter") };
  },
});
