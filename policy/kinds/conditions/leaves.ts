/**
 * Who is left in by a condition: nobody; those that it names, by an account, an organization or a claim that others can't
 * have; or everybody. What is not known yet counts as named, and the reading of it is written down (`View`).
 */
export type Leaves = "nobody" | "named" | "everybody";

const order: readonly Leaves[] = ["nobody", "named", "everybody"];

/** Who is left in where all of the conditions have to hold; everybody where there are none. */
export function whereAll(parts: readonly Leaves[]): Leaves {
  return parts.reduce<Leaves>(
    (least, part) => (order.indexOf(part) < order.indexOf(least) ? part : least),
    "everybody",
  );
}

/** Who is left in where one of the conditions is enough; nobody where there are none. */
export function whereAny(parts: readonly Leaves[]): Leaves {
  return parts.reduce<Leaves>((most, part) => (order.indexOf(part) > order.indexOf(most) ? part : most), "nobody");
}
