let calls = 0;
const seen = new Set<string>();

// want may-share-state: yes
export const numbered = (url: string) => fetch(`${url}?call=${(calls += 1)}`);

// want may-share-state: yes
export function counted(url: string) {
  calls++;
  return fetch(url);
}

class Session {
  token = '';
  readonly log: string[] = [];

  // want may-share-state: no
  constructor(readonly url: string) {
    this.token = url;
  }

  // want may-share-state: yes
  async next() {
    this.token = await (await fetch(this.url + this.token)).text();
  }

  // want may-share-state: yes
  async again() {
    await this.next();
  }

  // want may-share-state: no
  async ask() {
    return (await fetch(this.url + this.token)).text();
  }
}

export const session = new Session('https://example.com');

// What a function is given is a matter of `changes`.
// want may-share-state: no
export function renamed(user: { name: string }) {
  user.name = user.name.trim();
}

// want may-share-state: no
export function trimmed(name: string) {
  let short = name.trim();
  short = short.slice(0, 20);
  name = short;
  return name;
}

// want may-share-state: yes
export const noted = (id: string) => seen.add(id);
