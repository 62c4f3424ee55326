import { defineTimelineElement } from './timelineElement.ts'

defineTimelineElement()
