/** A default export has as many names as there are files that import it: see default-imports.ts. */
import { createServer } from 'node:http';

// want runs-at-start: load
export default async (folder: string): Promise<number> => folder.length;

export const server = createServer((_request, response) => void response.end());
