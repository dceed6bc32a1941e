import { renderJSONContentToReactElement } from "@tiptap/static-renderer/json/react";
import { createElement, Fragment, type ReactNode } from "react";
import { Body, Container, Head, Hr, Html, Img, Link, render, Text, toPlainText } from "react-email";
import type { LetterBrand } from "@/lib/features/centers/schema";
import { isBlank } from "@/lib/values/text";
import { type LetterValues, VARIABLES, type VariableId } from "./copy";
import { filledText, usedVariables } from "./rules";
import type { Letter, LetterBody } from "./schema";

type Footer = { lines: readonly string[]; link?: { href: string; label: string } };

export type RenderedLetter = { subject: string; html: string; text: string };

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#1c2430";
const styles = {
  body: { margin: 0, padding: "24px 12px", backgroundColor: "#ffffff", color: INK, fontFamily: FONT },
  // A long address breaks instead of widening the letter.
  container: { maxWidth: "600px", overflowWrap: "anywhere" },
  paragraph: { margin: "0 0 16px", fontSize: "16px", lineHeight: "24px", color: INK },
  heading: { margin: "24px 0 8px", fontSize: "20px", lineHeight: "28px", fontWeight: 600, color: INK },
  list: { margin: "0 0 16px", paddingLeft: "24px", fontSize: "16px", lineHeight: "24px", color: INK },
  link: { color: "#1f5fbf", textDecoration: "underline", wordBreak: "break-word" },
  code: { fontSize: "24px", lineHeight: "32px", letterSpacing: "3px", fontWeight: 700 },
  rule: { margin: "24px 0 12px", borderColor: "#d8dde5" },
  footer: { margin: "0 0 4px", fontSize: "13px", lineHeight: "20px", color: "#566274" },
} as const;

const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/i;

/** A value is words, whatever it looks like: React escapes it, and only a web address of a link variable can be followed. */
function VariableText({ id, value }: { id: VariableId; value: string }) {
  const { shown } = VARIABLES[id] as { shown?: "link" | "code" };
  if (shown === "code") return <span style={styles.code}>{value}</span>;
  if (shown === "link" && WEB_ADDRESS.test(value)) {
    return (
      <Link href={value} style={styles.link}>
        {value}
      </Link>
    );
  }
  const lines = value.split("\n").flatMap((line, place) => (place === 0 ? [line] : [<br key={line} />, line]));
  return createElement(Fragment, null, ...lines);
}

type Children = { children?: ReactNode };

function bodyElement(body: LetterBody, values: LetterValues): ReactNode {
  const make = renderJSONContentToReactElement({
    nodeMapping: {
      doc: ({ children }: Children) => <>{children}</>,
      paragraph: ({ children }: Children) => <Text style={styles.paragraph}>{children}</Text>,
      heading: ({ children }: Children) => <h2 style={styles.heading}>{children}</h2>,
      bulletList: ({ children }: Children) => <ul style={styles.list}>{children}</ul>,
      orderedList: ({ children }: Children) => <ol style={styles.list}>{children}</ol>,
      listItem: ({ children }: Children) => <li>{children}</li>,
      text: ({ node }) => node.text ?? "",
      hardBreak: () => <br />,
      variable: ({ node }) => {
        const id: VariableId = node.attrs?.id;
        return <VariableText id={id} value={values[id] ?? ""} />;
      },
    },
    markMapping: {
      bold: ({ children }: Children) => <strong>{children}</strong>,
      italic: ({ children }: Children) => <em>{children}</em>,
      link: ({ mark, children }) => (
        <Link href={mark.attrs?.href} style={styles.link}>
          {children}
        </Link>
      ),
    },
  });
  return make({ content: body as never });
}

function LetterFooter({ lines, link }: Footer) {
  return (
    <>
      <Hr style={styles.rule} />
      {lines.map((line) => (
        <Text key={line} style={styles.footer}>
          {line}
        </Text>
      ))}
      {link && (
        <Text style={styles.footer}>
          <Link href={link.href} style={{ ...styles.link, color: styles.footer.color }}>
            {link.label}
          </Link>
        </Text>
      )}
    </>
  );
}

/** The center's face above its letters; programs that show no pictures show its name. */
function LetterHead({ name, ink, logo }: LetterBrand) {
  const style = { margin: "0 0 24px", paddingBottom: "12px", borderBottom: `3px solid ${ink}` };
  return (
    <div style={style}>
      {logo && <Img src={logo} alt="" height="40" style={{ display: "block", marginBottom: "8px" }} />}
      <Text style={{ margin: 0, fontSize: "16px", lineHeight: "24px", fontWeight: 600, color: ink }}>{name}</Text>
    </div>
  );
}

/**
 * A letter for one reader: subject line, HTML and plain text, with the variables that had no value.
 * Values are literal; nothing in them is markup, an address to follow or a further variable.
 */
export async function renderLetter({
  subject,
  body,
  values,
  language,
  footer,
  brand,
}: Letter & { values: LetterValues; language: string; footer?: Footer; brand?: LetterBrand | null }): Promise<
  RenderedLetter & { missing: VariableId[] }
> {
  const line = filledText(subject, (id) => (values[id] ?? "").replace(/\s*\n\s*/g, ", "));
  const html = await render(
    <Html lang={language} dir="ltr">
      <Head />
      <Body style={styles.body}>
        <Container style={styles.container}>
          {brand && <LetterHead {...brand} />}
          {bodyElement(body, values)}
          {footer && <LetterFooter {...footer} />}
        </Container>
      </Body>
    </Html>,
  );
  const missing = usedVariables({ subject, body }).filter((id) => isBlank(values[id]));
  return { subject: line, html, text: toPlainText(html), missing };
}
