import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

// want needs-signal: fetch
export async function load(url: string) {
  return (await fetch(url)).text();
}

// want needs-signal: load -> fetch
export const loadAll = async (urls: string[]) => {
  for (const url of urls) await load(url);
};

// want needs-signal: urls.map -> load -> fetch
export async function loadTogether(urls: string[]) {
  return Promise.all(urls.map(load));
}

// want needs-signal: sleep
export async function wait() {
  await sleep(1000);
}

// want needs-signal: sleep
export async function poll(tries: number): Promise<void> {
  if (tries > 0) await poll(tries - 1);
  await sleep(1000);
}

export class Feed {
  // want needs-signal: this.page -> fetch
  async read() {
    return await this.page();
  }
  private page() {
    return fetch('https://feed.example');
  }
}

// want needs-signal: no
export async function withSignal(url: string, signal?: AbortSignal) {
  return fetch(url, signal ? { signal } : {});
}

// want needs-signal: no
export async function withOptions(url: string, options: RequestInit) {
  await fetch(url);
  return fetch(url, options);
}

// want needs-signal: no
export async function limited(url: string) {
  return fetch(url, { signal: AbortSignal.timeout(5) });
}

let page: Promise<Response> | undefined;
// want needs-signal: no
export async function remembered(url: string) {
  page ??= fetch(url);
  return page;
}

// want needs-signal: no
export async function left(url: string) {
  void fetch(url);
}

// want needs-signal: no
export async function cleansUp(url: string) {
  try {
    return url;
  } finally {
    await fetch(url);
  }
}

// want needs-signal: no
export async function fromDisk(path: string) {
  return readFile(path);
}

export class Sweeper {
  private readonly stop = new AbortController();
  // want needs-signal: no
  async sweep(): Promise<void> {
    if (this.stop.signal.aborted) return;
    await sleep(1000);
    await this.sweep();
  }
}
