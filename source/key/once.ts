/** The same work for the same list is done once: a frame has no time to look at 100,000 rows. */
export const once = <K extends object, V>(work: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, {readonly value: V}>();
  return key => {
    const done = known.get(key) ?? {value: work(key)};
    known.set(key, done);
    return done.value;
  };
};
