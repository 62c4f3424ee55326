/**
 * Names of classes as short as they can be, where nobody else's style sheet meets them: for the option
 * `generateScopedName` of one build.
 */
export function shortNames() {
  const known = new Map()
  return (name, file) => {
    const key = `${file}:${name}`
    if (!known.has(key)) known.set(key, `t${known.size.toString(36)}`)
    return known.get(key)
  }
}
