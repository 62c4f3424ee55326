import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * A lock file may be written where a registry has the newest release for this machine's platform only. It then
 * names no other, and `npm ci` of a newer npm refuses it everywhere.
 */
test.each(['package-lock.json', 'bench/package-lock.json'])(
  '%s names every platform of every package that comes in several',
  (file) => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'))
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${folder}/node_modules/${name}`] === undefined,
      ),
    )
    expect(missing).toEqual([])
  },
)
