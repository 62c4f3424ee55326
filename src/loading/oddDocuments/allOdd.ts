import { brokenBytes } from './brokenBytes.ts'
import { brokenSyntax } from './brokenSyntax.ts'
import { hostileFields } from './hostileFields.ts'
import { oddDates } from './oddDates.ts'
import { oddFields } from './oddFields.ts'
import { oddReferences } from './oddReferences.ts'
import { oddRoots } from './oddRoots.ts'
import { oddTexts } from './oddTexts.ts'

/** Every odd document, with the theme that it belongs to. */
export const allOdd = Object.entries({
  brokenSyntax,
  brokenBytes,
  oddRoots,
  oddDates,
  oddReferences,
  oddTexts,
  oddFields,
  hostileFields,
}).flatMap(([theme, list]) => list.map((document) => ({ theme, ...document })))
