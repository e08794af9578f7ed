interface User {
  name: string;
  readonly tags: string[];
  readonly address: { city: string };
}

// want changes: arg0
export function renamed(user: User) {
  user.name = user.name.trim();
}

// want changes: arg1
export const moved = (city: string, user: User) => (user.address.city = city);

// want changes: arg1
export function noted(tag: string, user: User) {
  user.tags.push(tag);
}

// want changes: arg0, arg1
export function swapped(one: User, other: User) {
  const { name } = one;
  one.name = other.name;
  other.name = name;
}

// want changes: arg1
export function tidied(tag: string, user: User) {
  renamed(user);
  return tag.trim();
}

// want changes: arg0
export const twice = (user: User) => tidied('twice', user);

// A parameter that is given another value changes for nobody else.
// want changes: no
export function trimmed(name: string) {
  name = name.trim();
  return name;
}

// want changes: no
export function copied(user: User) {
  const copy = { ...user, tags: [...user.tags] };
  copy.name = copy.name.trim();
  copy.tags.push('copy');
  return copy;
}

// want changes: no
export const renamedCopy = (user: User) => {
  const copy = copied(user);
  renamed(copy);
  return copy;
};

const users: User[] = [];

// State of the module is a matter of `may-share-state`.
// want changes: no
export function added(user: User) {
  users.push(user);
}

// MISSED: a part of the parameter, under a name of its own.
// want changes: no
export function relocated(user: User, city: string) {
  const { address } = user;
  address.city = city;
}

// MISSED: a part of the parameter, handed on.
// want changes: no
export const filled = (user: User) => fill(user.tags);
const fill = (tags: string[]) => tags.push('new');
