/** Who paid for a session. Struck through and red when it is not reportable, and said in words for those who cannot see that. */
export function StreamFunding({
  identifier,
  reportable,
  meaning,
}: {
  identifier: string;
  reportable: boolean;
  meaning: string;
}) {
  return (
    <span className="ml-1.5 inline-flex items-baseline gap-1">
      {reportable ? (
        <span className="font-medium">{identifier}</span>
      ) : (
        <s className="font-medium text-danger">{identifier}</s>
      )}
      <span className="sr-only">({meaning})</span>
    </span>
  );
}
