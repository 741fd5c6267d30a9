/** A function of an object that is computed once for each: what it gave is kept as long as the object is. */
export const oncePer = <Key extends object, Found>(make: (key: Key) => Found): ((key: Key) => Found) => {
  const kept = new WeakMap<Key, Found>()
  return key => {
    const found = kept.get(key) ?? make(key)
    kept.set(key, found)
    return found
  }
}
