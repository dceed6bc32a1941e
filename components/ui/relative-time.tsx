/** "2 hours ago", with the exact time on hover and focus. Both texts come ready-made from the server. */
export function RelativeTime({ text, exact, iso }: { text: string; exact: string; iso: string }) {
  return (
    <time dateTime={iso}>
      <button type="button" data-tip={exact} className="tip cursor-default rounded-md text-inherit">
        {text}
        <span className="sr-only"> ({exact})</span>
      </button>
    </time>
  );
}
