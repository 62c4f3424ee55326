/** What the package consists of, as its files name each other. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

/**
 * The files that `entry` needs, itself included.
 * @param {string} root folder of the package
 * @param {string} entry file in it
 * @param {boolean} lazy also those that are imported on demand
 */
export function filesFrom(root, entry, lazy) {
  const found = new Set([entry])
  // A set visits what is added to it while it is walked.
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    const text = readFileSync(join(root, file), 'utf8')
    const { module } = parseSync(file, text)
    const named = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
      ...(lazy
        ? module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
            text.slice(start, end).replaceAll(/["'`]/g, ''),
          )
        : []),
    ]
    for (const name of named) {
      if (name.startsWith('.')) found.add(posix.join(posix.dirname(file), name))
    }
  }
  return [...found]
}

/**
 * The declarations that a package offers, with those that they name.
 * @param {string} root folder of the package
 * @param {readonly (string | {types: string})[]} offers values of `exports`
 */
export function declarationsFrom(root, offers) {
  const entries = offers.flatMap((offer) =>
    typeof offer === 'string' ? [] : [posix.normalize(offer.types)],
  )
  const found = new Set(entries)
  for (const file of found) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, name] of text.matchAll(/['"](\.\/\w+)\.js['"]/g)) {
      found.add(posix.join(posix.dirname(file), `${name}.d.ts`))
    }
  }
  return [...found]
}

/** Names of packages and of Node's modules that a file imports. */
export function packagesIn(root, files) {
  const names = files.flatMap((file) => {
    const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'))
    return module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
  })
  return [...new Set(names)].filter((name) => !name.startsWith('.'))
}
