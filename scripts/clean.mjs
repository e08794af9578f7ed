// Removes the build, so that files deleted from src do not live on in dist.
import { rm } from 'node:fs/promises';

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
