import assert from "node:assert/strict";
import { isSecret } from "../../policy/kinds/secrets";

/** Forms that drivers document, with the page; `PASSWORD` is where the password is. */
const forms: readonly [page: string, text: string][] = [
  ["PostgreSQL, Keyword/Value Connection Strings", "host=db user=app password=PASSWORD dbname=shop"],
  ["PostgreSQL, Keyword/Value Connection Strings", "host = db user = app password = 'PASSWORD'"],
  ["PostgreSQL, Connection URIs", "postgresql://db/shop?user=app&password=PASSWORD"],
  ["PostgreSQL, Connection URIs", "postgresql://app:PASSWORD@db:5432/shop"],
  ["pgJDBC, Connecting to the Database", "jdbc:postgresql://db/shop?user=app&password=PASSWORD&ssl=true"],
  ["go-sql-driver/mysql, DSN", "app:PASSWORD@tcp(db:3306)/shop"],
  ["go-sql-driver/mysql, DSN", "app:PASSWORD@unix(/tmp/mysql.sock)/shop?charset=utf8"],
  ["go-sql-driver/mysql, DSN", "app:PASSWORD@/shop"],
  ["Oracle, JDBC Developer's Guide", "jdbc:oracle:thin:app/PASSWORD@//db:1521/shop"],
  ["Microsoft, SqlConnection.ConnectionString", "Server=db;User Id=sa;Password=PASSWORD"],
  ["Microsoft, SqlConnection.ConnectionString", "Server=db;User Id=sa;Password='PASSWORD'"],
  ["Microsoft, SqlConnection.ConnectionString", 'Server=db;User Id=sa;Password="PASSWORD"'],
  ["Microsoft, JDBC Driver, Building the Connection URL", "jdbc:sqlserver://db:1433;user=sa;password=PASSWORD"],
  ["MySQL, JDBC URL Format", "jdbc:mysql://db/shop?user=app&password=PASSWORD"],
];
/** Put together here, so that it is no template. */
const braced = ["$", "{DB_PASSWORD}"].join("");

describe("a connection string", () => {
  for (const [page, text] of forms) {
    it(`has a password where ${page} says so: ${text}`, () => {
      for (const password of ["hunter22x", "S3same!", "$ecret-99"]) {
        assert.equal(
          isSecret(
            "DB_DSN",
            text.replace("PASSWORD", () => password),
          ),
          true,
          password,
        );
      }
    });

    it(`has none where it is filled in: ${text}`, () => {
      for (const reference of [braced, "$(DB_PASSWORD)", "****"]) {
        const filled = text.replace("PASSWORD", () => reference);
        assert.equal(isSecret("DB_DSN", filled), false, filled);
      }
    });

    it(`has none where no password is in it: ${text}`, () => {
      const without = text.replace(/[:/]PASSWORD|[ &;]?password ?= ?["']?PASSWORD["']?/i, "");
      assert.notEqual(without, text);
      assert.equal(isSecret("DB_DSN", without), false, without);
    });
  }

  it("is none where words are beside the pairs, or where no connection is named", () => {
    for (const text of ["connect(user=user, password=password)", "color=red password=blue x", "a@b.example", "a:b"]) {
      assert.equal(isSecret("TEXT", text), false, text);
    }
  });
});
