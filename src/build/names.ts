/** Names by their number: pages share most of their ids and addresses, and a number takes little room. */
export interface Names {
  all: readonly string[];
  /** The number of `name`, which it gets when it is new. */
  numberOf: (name: string) => number;
  /** The number of `name`, if it has one. */
  find: (name: string) => number | undefined;
}

/** Numbers names, after those that are numbered already. */
export function numbering(known: readonly string[] = []): Names {
  const all = [...known];
  const numbers = new Map(all.map((name, number) => [name, number]));
  const add = (name: string) => {
    // A piece of a page would keep the whole of it in memory.
    const copy = structuredClone(name);
    numbers.set(copy, all.length);
    return all.push(copy) - 1;
  };
  return { all, numberOf: (name) => numbers.get(name) ?? add(name), find: (name) => numbers.get(name) };
}
