/** A function of an object that is computed once for each: what it gave is kept as long as the object is. */
export const oncePer = <Key extends object, Found>(make: (key: Key) => Found): ((key: Key) => Found) => {
  const kept = new WeakMap<Key, Found>()
  return key => {
    const found = kept.get(key) ?? make(key)
    kept.set(key, found)
    return found
  }
}

/** A memo by object and key: of each object the last `most` results are kept, for as long as the object lives. */
export const lastPer = <Owner extends object, Found>(most = 1) => {
  const owners = oncePer<Owner, Map<string, Found>>(() => new Map())
  const find = (owner: Owner, key: string): Found | undefined => owners(owner).get(key)
  const keep = (owner: Owner, key: string, found: Found): Found => {
    const kept = owners(owner)
    // The one that was asked for last goes to the end.
    kept.delete(key)
    kept.set(key, found)
    const [oldest] = kept.keys()
    if (kept.size > most) kept.delete(oldest)
    return found
  }
  return {
    find,
    keep,
    of: (owner: Owner, key: string, make: () => Found) => keep(owner, key, find(owner, key) ?? make()),
  }
}
