import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { standIns } from './queriesOnly.mjs'

const exported = (code) =>
  new Set(
    [...code.matchAll(/export (?:const|class)? ?(?:[{[]([^}\]]*)[}\]]|(\w+))/g)]
      .flatMap(([, several, one]) => (several ?? one).split(','))
      .map((name) => name.trim()),
  )

// A release that moves or renames one of them would bring all of it back, and only the size would tell.
test.each(Object.entries(standIns))('%s stands in for what is there', (module, code) => {
  const real = readFileSync(`node_modules/@tanstack${module}`, 'utf8')
  expect(exported(code)).toEqual(exported(real))
})
