import { count } from './counts.ts'
import type { PartsMessages } from './partsMessages.en.ts'

/** Simplified Chinese words for a timeline that comes in parts. */
export const partsMessages: PartsMessages = {
  partial: (here, total) => `已载入 ${count(total)} 个事件中的 ${count(here)} 个，计数包含全部`,
  partialHint: '放大即可载入更多。搜索、主题、人物和列表只涉及已载入的事件。',
  partsFailed: '部分内容未能载入，点按重试',
}
