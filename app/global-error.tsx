"use client";
import english from "@/messages/en/ui.json";
import spanish from "@/messages/es/ui.json";
import "./globals.css";

/** The frame itself broke, so nothing around it can be relied on: both languages, no providers. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body className="mx-auto grid max-w-lg gap-6 p-6 pt-16">
        {[english, spanish].map((words, at) => (
          <section key={words.errorTitle} lang={at === 0 ? "en" : "es"}>
            <h1 className="font-semibold text-xl">{words.errorTitle}</h1>
            <p className="text-muted">{words.errorBody}</p>
            {/* A plain link: the router went down with the frame. */}
            <a href="/" className="text-accent underline">
              {words.notFoundAction}
            </a>
          </section>
        ))}
        {error.digest && <p className="text-muted text-sm">{error.digest}</p>}
      </body>
    </html>
  );
}
