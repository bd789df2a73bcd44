/** The config of all programs. */
export const settings: Readonly<Record<string, string>> = {
  "l1-builtin-can:number": "42",
  "l1-builtin-can:text": "no number",
  "l1-builtin-try:object": '{"a":"found"}',
  "l1-config-secret:number": "41",
  "l1-config-secret:text": "a text from config that is hidden",
  "l1-config-types-object:map": '{"a":{"b":[1,null]}}',
  "l1-config-types-object:list": "[1,2]",
  "l1-config-types-optional:text": "",
  "l1-config-types-primitive:number": "3.5",
  "l1-config-types-primitive:text": "Hello",
  "l1-config-types-primitive:truth": "false",
};
