import { relative, sep } from 'node:path'
import { neverInEmbeds } from './sizeBudget.mjs'

/** One sentence for each module that an embed must not carry. Names are relative to the root. */
export function findIntruders(modules, rules = neverInEmbeds) {
  return modules.flatMap((module) =>
    rules
      .filter((rule) => rule.pattern.test(module))
      .map((rule) => `${module} (${rule.name}) does not belong into an embed`),
  )
}

/** Fails the build of an embed with something in it that is not for embeds. */
export function keepOut() {
  return {
    name: 'throughline-keep-out',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle)
        .flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules) : []))
        .map((module) => relative('.', module).split(sep).join('/'))
      const found = findIntruders(modules)
      if (found.length > 0) this.error(found.join('\n'))
    },
  }
}
