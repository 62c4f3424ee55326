/** What the package `throughline` offers. The host's client is `throughline/host`. */
export { EmbedError } from './embedError.ts'
export type { EmbedApi, EmbedEvents } from './embedApi.ts'
export type { Place, Size, StateParams, StepInfo } from './protocol.ts'
export { mountTimeline, type MountedTimeline, type TimelineSource } from './mountTimeline.ts'
export type { TimelineFilter, TimelineParams } from './timelineParams.ts'
