import { plural } from './counts.en.ts'
import { count } from './counts.ts'

/** English words for a timeline that comes in parts, fetched with what tells of them. */
export const partsMessages = {
  partial: (here: number, total: number) =>
    `${count(here)} of ${plural(total, 'event', 'events')} loaded, all counted`,
  partialHint:
    'Come nearer to load more. Search, topics, people and the list know the loaded events.',
  partsFailed: 'Some parts could not be loaded. Try again',
}

export type PartsMessages = typeof partsMessages
