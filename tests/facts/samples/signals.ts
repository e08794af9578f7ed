interface Options {
  readonly cancel?: AbortSignal;
  readonly retries?: number;
}

// want accepts-signal: at arg1, passedOn
export async function direct(url: string, signal?: AbortSignal) {
  return fetch(url, { signal: signal ?? null });
}

// want accepts-signal: at arg1.cancel, passedOn
export async function inOptions(url: string, options: Options) {
  return fetch(url, options.cancel ? { signal: options.cancel } : {});
}

// want accepts-signal: at arg1.cancel, passedOn false
export async function ignored(url: string, { cancel: _cancel }: Options) {
  return fetch(url);
}

// want accepts-signal: no
export async function without(url: string, options: { retries?: number; headers?: Record<string, string> }) {
  return fetch(url, { headers: options.headers ?? {} });
}
