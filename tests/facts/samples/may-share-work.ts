export class Once<V> {
  readonly #running = new Map<string, Promise<V>>();

  // want may-share-work: yes
  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.#running.get(key);
    if (known) return known;
    const made = make();
    this.#running.set(key, made);
    return made;
  }
}

const pages = new Once<Response>();
let config: Promise<Response> | undefined;

// want may-share-work: yes
export function load(url: string, options: { signal?: AbortSignal }) {
  return pages.get(url, () => fetch(url, { ...options }));
}

// want may-share-work: yes
export async function read(url: string, signal: AbortSignal) {
  return await load(url, { signal });
}

// want may-share-work: yes
export async function settings() {
  config ??= fetch('https://config.example');
  return config;
}

// want may-share-work: no
export async function own(url: string, signal: AbortSignal) {
  await settings();
  return await fetch(url, { signal });
}

// want may-share-work: no
export async function beside(url: string, signal: AbortSignal) {
  signal.throwIfAborted();
  return await pages.get(url, () => fetch(url));
}
