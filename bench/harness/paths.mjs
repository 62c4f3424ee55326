import { join, resolve } from 'node:path'

export const benchFolder = resolve(import.meta.dirname, '..')
export const projectFolder = resolve(benchFolder, '..')

/** Everything that is made, and not kept. */
export const madeFolder = join(benchFolder, '.tmp')
export const dataFolder = join(madeFolder, 'data')
export const pagesFolder = join(madeFolder, 'pages')
export const resultsFolder = join(benchFolder, 'results')
