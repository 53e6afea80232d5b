import type { FieldValues, Resolver } from "react-hook-form";

/**
 * A resolver that is fetched when first needed and still checks what stood in the form at the press:
 * the library hands out its own living values, and somebody may type on while the code is on its way.
 */
export const lateResolver =
  <Typed extends FieldValues, Checked>(
    load: () => Promise<Resolver<Typed, unknown, Checked>>,
  ): Resolver<Typed, unknown, Checked> =>
  async (values, ...rest) => {
    const pressed = structuredClone(values);
    return (await load())(pressed, ...rest);
  };
