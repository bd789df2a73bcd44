import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What the fake does for a command; `@message@` in what it prints is the message of the last update. Where it `waits`, it writes that down, and the signal that ends it. A `code` below 0 is a signal that kills it. */
interface Answer {
  prints?: unknown;
  /** On standard error. */
  says?: string;
  code?: number;
  waits?: boolean;
}

/** What the fake says: by the first words of a command, what it prints and how it ends, one after the other. */
export type Script = Readonly<Record<string, readonly Answer[]>>;

/** A `pulumi` on the path that writes down how it is called, and answers by a script. A shell's: it is called a dozen times a test. */
export class FakePulumi {
  private readonly folder: string;

  constructor(folder: string, script: Script) {
    this.folder = join(folder, "bin");
    mkdirSync(this.folder);
    const cases = Object.entries(script).map(([words, answers], key) => {
      for (const [i, answer] of answers.entries()) this.writeAnswer(`${key}.${i + 1}`, answer);
      return `  "${words}"*) answer ${key} ${answers.length} ;;\n`;
    });
    writeFileSync(join(this.folder, "pulumi"), `${source}case "$called" in\n${cases.join("")}esac\n`);
    chmodSync(join(this.folder, "pulumi"), 0o755);
  }

  /** The path that finds it. */
  get path(): string {
    return `${this.folder}${delimiter}${process.env.PATH}`;
  }

  /** How it was called, a line for each, without ids and the port that the API is told events at. Its version is asked each time. */
  get calls(): string[] {
    const log = join(this.folder, "calls");
    const text = existsSync(log) ? readFileSync(log, "utf8").trimEnd() : "";
    return text === "" ? [] : text.replaceAll(/(?<=deployment |isotopo:well )[0-9a-f]{12}/g, "<id>").split("\n");
  }

  private writeAnswer(name: string, { prints, says, code = 0, waits = false }: Answer): void {
    const write = (what: string, text: string) => writeFileSync(join(this.folder, `${name}.${what}`), text);
    const text = typeof prints === "string" ? prints : JSON.stringify(prints);
    write("out", text === undefined ? "" : `${text}\n`);
    write("err", says === undefined ? "" : `${says}\n`);
    write("end", `${code} ${waits}\n`);
  }
}

const source = `#!/bin/sh
here=\${0%/*}
called=$*
case "$called" in version*) echo v3.270.0; exit ;; esac
case "$called" in
  *" --event-log "*)
    after=\${called#* --event-log }
    called="\${called%% --event-log *} \${after#* }" ;;
esac
echo "$called" >>"$here/calls"
case "$called" in
  "up "*" --message "*)
    after=\${called#* --message }
    printf %s "\${after%% --policy-pack *}" >"$here/message" ;;
esac
message=
[ -f "$here/message" ] && read -r message <"$here/message"
answer() {
  [ -f "$here/$1.next" ] && read -r next <"$here/$1.next" || next=1
  [ "$next" -lt "$2" ] && echo $((next + 1)) >"$here/$1.next"
  read -r code waits <"$here/$1.$next.end"
  sed "s|@message@|$message|g" "$here/$1.$next.out"
  cat "$here/$1.$next.err" >&2
  if [ "$waits" = true ]; then
    for signal in INT TERM; do trap "echo SIG$signal >>'$here/calls'; exit $code" "$signal"; done
    echo waits >>"$here/calls"
    while :; do sleep 0.05; done
  fi
  [ "$code" -ge 0 ] || kill "$code" $$
  exit "$code"
}
`;
