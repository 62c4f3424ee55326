/**
 * What stands in the place of modules of @tanstack/query-core: a timeline changes no data, and asks for none
 * page by page. Both are built into its client, and would be 1.5 kB of the first load that nothing reaches.
 */
export const standIns = {
  '/query-core/build/modern/mutationCache.js':
    'export class MutationCache { clear() {} findAll() { return [] } async resumePausedMutations() {} }',
  '/query-core/build/modern/infiniteQueryBehavior.js':
    'export const [infiniteQueryBehavior, hasNextPage, hasPreviousPage] = []',
}

/**
 * For the `load` of a plugin: what stands in the place of a module, by the end of its path; undefined for all
 * others.
 *
 * @param {Readonly<Record<string, string>>} modules
 */
export function loadFrom(modules) {
  return (id) => Object.entries(modules).find(([module]) => id.endsWith(module))?.[1]
}

/** @returns {import('vite').Plugin} */
export function queriesOnly() {
  return {
    name: 'throughline-queries-only',
    apply: 'build',
    enforce: 'pre',
    load: loadFrom(standIns),
  }
}
