import type { ErrorCode } from "yaml";

/**
 * The error of a text that is not YAML, by the parser's code. The parser's own messages quote the text, which may hold a
 * secret.
 */
export const yamlWords: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "an alias (*) has a tag or an anchor of its own",
  BAD_ALIAS: "an alias (*) or an anchor (&) has no name, or one that ends in a colon",
  BAD_COLLECTION_TYPE: "a tag is of another kind than what it is before",
  BAD_DIRECTIVE: "a directive (%) is none that YAML has",
  BAD_DQ_ESCAPE: "a backslash in a text in \" is followed by what it can't escape",
  BAD_INDENT: "it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed",
  BAD_PROP_ORDER: "a tag or an anchor is before the sign of its value; required: after it",
  BAD_SCALAR_START: "a text without quotes begins with a character that has a meaning; required: quotes around it",
  BLOCK_AS_IMPLICIT_KEY: "a list or a mapping begins behind a key on its line; required: on a line of its own",
  BLOCK_IN_FLOW: "a list or a mapping of lines is within brackets",
  DUPLICATE_KEY: "a mapping has a key twice",
  IMPOSSIBLE: "it can't be taken apart",
  KEY_OVER_1024_CHARS: "a key has more than 1,024 characters",
  MISSING_CHAR: "a quote, a bracket, a comma, a colon or a space is missing",
  MULTILINE_IMPLICIT_KEY: "a key is on more than one line",
  MULTIPLE_ANCHORS: "a value has more than one anchor",
  MULTIPLE_DOCS: "there is more than one document",
  MULTIPLE_TAGS: "a value has more than one tag",
  NON_STRING_KEY: "a key is no text",
  RESOURCE_EXHAUSTION: "it is nested too deep",
  TAB_AS_INDENT: "it is indented by a tab; required: spaces",
  TAG_RESOLVE_FAILED: "a value is not what its tag says, or its tag is not known",
  UNEXPECTED_TOKEN: "something is where nothing can be",
};
