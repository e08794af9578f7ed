// What a call gives decides what its callee comes to: options that are left out open no branch that asks for them.

interface Options {
  isPublic?: boolean;
  signFor?: { team: string; seconds: number };
}

async function sign(page: string, seconds: number) {
  return (await fetch(`https://sign.example.com/${page}?for=${seconds}`)).text();
}

async function render(page: string, options?: Options) {
  if (options?.isPublic && options.signFor) return sign(page, options.signFor.seconds);
  return page.toUpperCase();
}

async function present(page: string, options: Options = {}) {
  return {
    page,
    body: await render(
      page,
      options.isPublic ? { isPublic: true, signFor: { team: 'a', seconds: 60 } } : undefined,
    ),
  };
}

async function shown(page: string, { isPublic = false, signFor }: Options = {}) {
  if (!isPublic || signFor === undefined) return page;
  return sign(page, signFor.seconds);
}

async function perhaps(page: string, kind: 'local' | 'remote', ready?: string) {
  return ready ?? (kind === 'remote' ? await sign(page, 1) : page);
}

// want waits-for-network: no
export const bare = (page: string) => render(page);

// want waits-for-network: no
export const other = (page: string) => render(page, { isPublic: true });

// want waits-for-network: render -> sign -> fetch
export const open = (page: string) => render(page, { isPublic: true, signFor: { team: 'a', seconds: 5 } });

// want waits-for-network: render -> sign -> fetch
export const unknown = (page: string, options: Options) => render(page, options);

// want waits-for-network: render -> sign -> fetch
export const spread = (page: string, options: Options) => render(page, { ...options });

// Through two functions, the second in the words of the first.
// want waits-for-network: no
export const inside = (page: string) => present(page);

// want waits-for-network: present -> render -> sign -> fetch
export const outside = (page: string) => present(page, { isPublic: true });

// want waits-for-network: no
export const byDefault = (page: string) => shown(page);

// want waits-for-network: shown -> sign -> fetch
export const asked = (page: string) => shown(page, { isPublic: true, signFor: { team: 'a', seconds: 5 } });

// want waits-for-network: no
export const local = (page: string) => perhaps(page, 'local');

// want waits-for-network: no
export const known = (page: string) => perhaps(page, 'remote', page);

// want waits-for-network: perhaps -> sign -> fetch
export const remote = (page: string) => perhaps(page, 'remote');

// A parameter that is set again is what it was set to.
async function overwritten(page: string, options?: Options) {
  options = { isPublic: true, ...options };
  if (options.isPublic) return sign(page, 1);
  return page;
}
// want waits-for-network: overwritten -> sign -> fetch
export const set = (page: string) => overwritten(page);

// Set once at the beginning, it is what that makes of it.
async function completed(page: string, options?: Options) {
  options = { isPublic: false, ...options };
  if (options.isPublic) return sign(page, 1);
  return page;
}
// want waits-for-network: no
export const left = (page: string) => completed(page);

// want waits-for-network: completed -> sign -> fetch
export const wanted = (page: string) => completed(page, { isPublic: true });

async function perhapsSet(page: string, options: Options = {}) {
  if (page === '') options = { isPublic: true };
  if (options.isPublic) return sign(page, 1);
  return page;
}
// want waits-for-network: perhapsSet -> sign -> fetch
export const unsure = (page: string) => perhapsSet(page);

// One branch is closed, another is not.
async function both(page: string, options?: Options) {
  if (options?.isPublic) await sign(page, 1);
  return (await fetch(page)).text();
}
// want waits-for-network: both -> fetch
export const second = (page: string) => both(page);

// What is given to do is done, though other calls of the callee are not made.
async function measured<T>(options: { log?: string }, work: () => Promise<T>): Promise<T> {
  if (options.log) await sign(options.log, 1);
  return await Promise.resolve().then(async () => work());
}
// want waits-for-io: measured -> sign -> fetch
export const timed = (page: string) => measured({}, () => sign(page, 1));
