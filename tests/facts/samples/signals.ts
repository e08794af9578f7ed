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

// want accepts-signal: at arg1.cancel, passedOn
export async function takenApart(url: string, options: Options) {
  const { cancel, ...rest } = options;
  const limit = AbortSignal.timeout(1000 * (rest.retries ?? 1));
  const either = cancel ? AbortSignal.any([cancel, limit]) : limit;
  return fetch(url, { signal: either });
}

// want accepts-signal: at arg1.cancel, passedOn false
export async function leftBehind(url: string, options: Options) {
  const { retries = 1 } = options;
  return fetch(`${url}?retries=${String(retries)}`);
}

// want accepts-signal: at arg1.cancel, passedOn false
export async function ignored(url: string, { cancel: _cancel }: Options) {
  return fetch(url);
}

// want accepts-signal: no
export async function without(url: string, options: { retries?: number; headers?: Record<string, string> }) {
  return fetch(url, { headers: options.headers ?? {} });
}
