import { isUtf8 } from "node:buffer";
import { shortestText } from "./text-finder";

/** Shortest line or value inside a secret that counts as a secret: shorter ones are in many unrelated texts. */
const shortestPiece = 8;
/** Plain words, such as `kubernetes-admin`, are in many texts too. */
const words = /^[A-Za-z._/-]+$/;
/** The key before a value in YAML, in JSON and in a file of variables. */
const keyed = /^(?:- )*(?:export )?["']?[\w./-]+["']?(?::\s+|\s*=\s*(?!=|$))/;

/** The same limit for encoded text, of which 8 equal characters are no coincidence. */
const shortestEncoded = 8;

/** A longer secret is encoded by itself: finding it inside a longer encoded text takes six times the memory. */
const longestWithin = 1024;

/**
 * The forms in which a secret may appear in a text: as it is, as JSON (also within a JSON text), as a URL, a form, HTML and
 * base64 write it, and each line of a key of many lines. In base64 a secret is also found in the middle of the encoded text,
 * such as the password of basic authentication. A secret that is base64 itself, such as `data` of a Kubernetes Secret, is
 * also known decoded.
 */
export function formsOf(secret: string): string[] {
  if (secret.length < shortestText) return [];
  const decoded = decodedOf(secret) ?? "";
  const forms = [secret, ...linesOf(secret), decoded, ...linesOf(decoded)].flatMap((text) => {
    const json = escapedInJson(text);
    return [text, json, escapedInJson(json), ...inUrls(text), ...inHtml(text)];
  });
  return [...forms, ...inBase64(secret)].filter((form) => form.length >= shortestText);
}

/** The text that base64 encodes; undefined if it is not base64, or its bytes are not text. */
export function decodedOf(text: string): string | undefined {
  const packed = text.replace(/[\r\n]/g, "");
  const bytes = Buffer.from(packed, "base64");
  if (packed === "" || bytes.toString("base64") !== packed || !isUtf8(bytes)) return undefined;
  return bytes.toString();
}

/** Lines of a PEM or similar, and the values in YAML, JSON and files of variables. The frame of a key is not secret. */
function linesOf(secret: string): string[] {
  if (!secret.includes("\n")) return [];
  return secret
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith("-----") && (keyed.test(line) || !/\s/.test(line)))
    .map((line) => line.replace(keyed, "").replace(/^(["'])(.*)\1,?$/, "$2"))
    .filter((piece) => piece.length >= shortestPiece && !words.test(piece));
}

function escapedInJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As a path or query writes it, and as a form does: blanks as `+`. */
function inUrls(text: string): string[] {
  // Half a character is replaced: a URL can't hold it.
  const wellFormed = Buffer.from(text).toString();
  return [encodeURIComponent(wellFormed), new URLSearchParams([["", wellFormed]]).toString().slice(1)];
}

/** With quotes as either entity, as a number, or unescaped, as in text between tags. */
function inHtml(text: string): string[] {
  const between = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = between.replaceAll('"', "&quot;");
  return [between, quoted, ...["&#39;", "&#x27;", "&#039;", "&apos;"].map((quote) => quoted.replaceAll("'", quote))];
}

/** The encoded text, and the part of it that does not depend on its surroundings. Both alphabets. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [bytes.toString("base64")];
  for (const before of secret.length > longestWithin ? [] : [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const first = Math.ceil((before * 8) / 6);
    const behind = Math.floor(((before + bytes.length) * 8) / 6);
    const whole = encoded.slice(first, behind);
    if (whole.length >= shortestEncoded) forms.push(whole);
  }
  return forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
