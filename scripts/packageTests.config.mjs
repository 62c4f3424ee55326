import { defineConfig } from 'vitest/config'

/** The tests of what `npm run build:lib` leaves: they run it, and so they are no unit tests. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['scripts/*.spec.mjs'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env.PACKAGE_REPORT
      ? ['default', ['json', { outputFile: process.env.PACKAGE_REPORT }]]
      : ['default'],
  },
})
