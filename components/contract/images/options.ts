import type { OptionsOf } from "../capabilities/capability";

/** Where images are pulled from. */
export const imagesOptions = [
  {
    name: "images.repository",
    meaning: "Pulled from exactly the repository that the reference names, of this account or another.",
  },
  {
    name: "images.registries",
    meaning: "Pulled from any registry with a name and a password.",
  },
  {
    name: "images.egress",
    meaning: "Registries outside of the cloud are reached, and nothing more.",
  },
] as const satisfies OptionsOf<"images">;
