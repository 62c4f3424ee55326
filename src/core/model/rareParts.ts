import { findDuplicateKeys, locateInJson } from './locateInJson.ts'
import { upgradeDocument } from './upgradeDocument.ts'

/**
 * What reading needs for hardly any document: for one of an older version, and for one in which something
 * is wrong. A page fetches it when a reading asks.
 */
export const rareParts = { findDuplicateKeys, locateInJson, upgradeDocument }
