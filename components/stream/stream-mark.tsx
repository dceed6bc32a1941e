/** A picture of what a line of the stream is about, so that one kind is found among many; the sentence says it too. */
export function StreamMark({ about }: { about: string }) {
  return (
    <span className="!col-start-1 row-start-1 flex size-7 items-center justify-center rounded-full bg-hover text-muted">
      <svg aria-hidden viewBox="0 0 24 24" className="size-3.5">
        <use href={`#stream-mark-${about}`} />
      </svg>
    </span>
  );
}
