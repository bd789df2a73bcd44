import { isUtf8 } from "node:buffer";
import { shortestText } from "./text-finder";

/** Lines of a secret, and what keys in it have, count from here on: shorter ones stand in many a text that has nothing to do with it. */
const shortestPiece = 8;
/** Words alone, such as `kubernetes-admin`, stand in many a text too. */
const words = /^[A-Za-z._/-]+$/;
/** What stands before a value in YAML, in JSON and in a file of variables. */
const keyed = /^(?:- )*(?:export )?["']?[\w./-]+["']?(?::\s+|\s*=\s*(?!=|$))/;

/** The same for what is encoded, where nothing of it is by chance. */
const shortestEncoded = 8;

/** A longer secret is encoded by itself: to know it in the midst of others takes six times its room. */
const longestWithin = 1024;

/**
 * The forms in which a secret may stand in a text: as it is, as JSON (also within a text that is JSON itself), a URL, a form,
 * HTML and base64 write it, and each line of a key of many lines. In base64 a secret is known also where it stands in the middle of what
 * is encoded, such as the password of basic authentication. A secret that is base64 itself, as `data` of a Secret of Kubernetes
 * is, is known decoded too.
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

/** What a text in base64 says; undefined where it is no such, or stands for bytes that are no text. */
export function decodedOf(text: string): string | undefined {
  const packed = text.replace(/[\r\n]/g, "");
  const bytes = Buffer.from(packed, "base64");
  if (packed === "" || bytes.toString("base64") !== packed || !isUtf8(bytes)) return undefined;
  return bytes.toString();
}

/** Lines of a PEM or its like, and the values in YAML, JSON and files of variables. What frames a key is no secret. */
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

/** As a path or query has it, and as a form does: blanks as `+`. */
function inUrls(text: string): string[] {
  // Half a character, which a URL can't have, is replaced.
  const wellFormed = Buffer.from(text).toString();
  return [encodeURIComponent(wellFormed), new URLSearchParams([["", wellFormed]]).toString().slice(1)];
}

/** With quotes of either name, by number, or as they are, as in text between tags. */
function inHtml(text: string): string[] {
  const between = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = between.replaceAll('"', "&quot;");
  return [between, quoted, ...["&#39;", "&#x27;", "&#039;", "&apos;"].map((quote) => quoted.replaceAll("'", quote))];
}

/** As it is, and what does not depend on what stands before and behind it. Both alphabets. */
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
