const SIZES = { sm: "size-6 text-[0.625rem]", md: "size-8 text-xs", lg: "size-12 text-base" };

function initials(name: string) {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0] ?? "").join("");
}

/** A person as two letters, an organization as two in a square; always beside the name, so it is silent. */
export function Avatar({ name, size = "md", square }: { name: string; size?: keyof typeof SIZES; square?: boolean }) {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 select-none items-center justify-center bg-accent-soft font-semibold text-accent uppercase ${square ? "rounded-lg" : "rounded-full"} ${SIZES[size]}`}
    >
      {initials(name)}
    </span>
  );
}
