/** How the cases of `require-concurrency-limit` are written: what every file holds besides, and what a finding says. */

/** What every case may use: one operation that waits for the network, one that does not. */
const prelude = `
  async function load(id: string): Promise<string> {
    const response = await fetch('https://example.com/' + id);
    return response.text();
  }
  async function label(id: string): Promise<string> { return id.toUpperCase(); }
  async function inSlices<T>(promises: Promise<T>[], size = 50): Promise<T[]> {
    const results: T[] = [];
    while (promises.length > 0) results.push(...(await Promise.all(promises.splice(0, size))));
    return results;
  }
  export { inSlices, label, load };
`;

export const inFile = (code: string): string => `${code}\n${prelude}`;

interface Place {
  readonly line: number;
  readonly column: number;
}

export const unlimited = (
  name: string,
  code: string,
  data: { call: string; work: string; advice: string },
  at: Place,
) => ({ name, code: inFile(code), errors: [{ messageId: 'noLimit' as const, data, ...at }] });

export const open = (
  name: string,
  code: string,
  data: { call: string; limit: string; evidence: string },
  at: Place,
) => ({ name, code: inFile(code), errors: [{ messageId: 'openLimit' as const, data, ...at }] });

export const absurd = (name: string, code: string, data: { call: string; limit: number }, at: Place) => ({
  name,
  code: inFile(code),
  errors: [{ messageId: 'absurdLimit' as const, data, ...at }],
});

export const started = (
  name: string,
  code: string,
  data: { call: string; work?: string; collection?: string },
  at: Place,
) => ({
  name,
  code: inFile(code),
  errors: [
    {
      messageId: 'startedBefore' as const,
      data: { work: 'load -> fetch', collection: 'ids', ...data },
      ...at,
    },
  ],
});

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });
