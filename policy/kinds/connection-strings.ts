/** Forms of texts with a password in them; the password is the one group that has something. */
const forms: readonly RegExp[] = [
  // `scheme://user:password@host` (RFC 3986; many write a slash in a password as it is, and what is no number is no port).
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^/\s:@'"[\]]*:(?!\d*\/)([^\s@'"]{1,256})@[^\s'"]/gi,
  // ADO.NET and ODBC, `Server=db;Password=x;`: a value with a semicolon in it is in quotes.
  /(?:^|[;"'\s])(?:Password|Pwd)\s*=\s*([^;\s][^;]{0,256});/gi,
  /;\s*(?:Password|Pwd)\s*=\s*(?:"([^"]{1,256})"|'([^']{1,256})'|([^;\s"'][^;\s]*))/gi,
  // A query: libpq's addresses (PostgreSQL docs, "Connection URIs") and JDBC's (pgJDBC, "Connecting to the Database").
  /[?&](?:password|passwd|pwd)=([^&\s"'#;]{1,256})/gi,
  // go-sql-driver/mysql (its README, "DSN"): `user:password@protocol(address)/db`, and without a protocol.
  /(?:^|[\s"'=])[^\s:@/"'=]{1,64}:([^\s"']{1,256})@(?:tcp|udp|unix|cloudsql)\w*\(/g,
  /^[^\s:@/]{1,64}:([^\s/]{1,256})@\/\w*(?:\?\S*)?$/g,
  // Oracle's thin driver (JDBC Developer's Guide, "Database URLs"): `jdbc:oracle:thin:user/password@…`.
  /:thin:[^/\s@]{1,128}\/(?:"([^"]{1,256})"|([^@\s"]{1,256}))@/gi,
];

/** Characters of a longer text that is no connection string of keywords. */
const longest = 4096;
const pair = /\s*(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|[^\s'"(),;]+)(?=\s|$)/y;

/**
 * Passwords in an address or a connection string, in the form that drivers of databases document. Each form takes a time that
 * grows with the text and no faster.
 */
export function passwordsIn(text: string): string[] {
  const found = forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => match.slice(1).filter((group) => group !== undefined)),
  );
  return [...found, ...ofKeywords(text)];
}

/** libpq's keywords and values, `host=db password=x` (PostgreSQL docs, "Keyword/Value Connection Strings"): nothing else is there. */
function ofKeywords(text: string): string[] {
  if (text.length > longest) return [];
  const values = new Map<string, string>();
  for (let at = 0; at < text.trimEnd().length; at = pair.lastIndex) {
    pair.lastIndex = at;
    const [, name = "", value = ""] = pair.exec(text) ?? [];
    if (name === "") return [];
    values.set(name, value.replace(/^'(.*)'$/s, "$1"));
  }
  const password = values.get("password");
  const isConnection = ["dbname", "host", "hostaddr", "service", "user"].some((name) => values.has(name));
  return isConnection && password !== undefined && password !== "" ? [password] : [];
}
