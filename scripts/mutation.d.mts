export function mutationOf(
  places: readonly string[],
  tests?: string,
): { readonly mutate: readonly string[]; readonly testFiles: readonly string[] };
