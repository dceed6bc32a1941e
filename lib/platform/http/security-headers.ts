/** Scripts and style elements by nonce only; style attributes stay allowed (calendar, virtual rows, React Aria). */
export function contentSecurityPolicy({ nonce, development }: { nonce: string; development: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Headers of every answer, by name. */
export function securityHeaders({ secure }: { secure: boolean }): Record<string, string> {
  const always = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "x-frame-options": "DENY",
  };
  return secure ? { ...always, "strict-transport-security": "max-age=31536000; includeSubDomains" } : always;
}

const SHOWN_IN_PAGES = /^\/api\/documents\/[^/]+\/preview$/;

/**
 * What an answer under /api may do in a browser, where it is opened there by itself: nothing (FI-04). Only what pages of
 * ours show in place may be framed by them; a browser's PDF viewer does not start in a sandbox, so what keeps such a file
 * quiet is that it may load and run nothing. Null for pages, which have a policy of their own.
 */
export function answerHeaders(pathname: string): Record<string, string> | null {
  if (!pathname.startsWith("/api/")) return null;
  if (!SHOWN_IN_PAGES.test(pathname)) return { "content-security-policy": "sandbox; default-src 'none'" };
  return {
    "content-security-policy":
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
  };
}
