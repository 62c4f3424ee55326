import type { CsvRole } from './csvMapping.ts'

/** Names that say it all, in English and Chinese, and the usual ones of close neighbours. */
const full: readonly (readonly [CsvRole, RegExp])[] = [
  [
    'endYear',
    /^(end|to|until|last|finish) (year|yr)$|^year end$|^(结束|結束|截止|终止|終止)年份?$/,
  ],
  ['endMonth', /^(end|to|finish) month$|^(结束|結束)月份?$/],
  ['endDay', /^(end|to|finish) day$|^(结束|結束)日$/],
  ['endTime', /^(end|to|finish) time$/],
  ['end', /^(end|finish|to|until|till|stop|close|closed)( (dates?|on|at|date time|datetime))?$/],
  ['end', /^date (to|end|until)$|^(结束|結束|截止|终止|終止|完成)(日期|时间|時間)?$|^至$/],
  [
    'date',
    /^(dates?|when|edtf|datum|fecha|date time|datetime)$|^(日期|时间|時間|年代|日付|年月日?)$/,
  ],
  ['date', /^(exact|start|begin|beginning|event|from|full|iso) (dates?|date time|datetime)$/],
  ['date', /^(start|starts|begin|begins|from|since|founded)$|^date (from|start|local|iso)$/],
  ['date', /^(开始|開始|起始|发生|發生|事件)(日期|时间|時間)?$|^自$/],
  [
    'year',
    /^(start |from |event )?(year|yr)$|^(jahr|année|año|anno|ano)$|^(开始|開始)?(年份?|年度)$/,
  ],
  ['month', /^(start )?(month|mon)$|^月份?$/],
  ['day', /^(start )?(day|day of month)$|^日$/],
  ['time', /^(start )?(time|hour)$/],
  ['title', /^(title|headline|event|name|heading|subject|event (name|title)|milestone|what)$/],
  [
    'title',
    /^(标题|標題|事件|名称|名稱|题目|題目|事项|事項|大事|大事记|主要事件|事件名称|出来事)$/,
  ],
  ['title', /^(content|label|happening|entry|item|main)$/],
  ['summary', /^(summary|abstract|short description|blurb|subtitle|teaser|excerpt)$/],
  ['summary', /^(摘要|简介|簡介|概要|概述)$/],
  ['body', /^(description|desc|text|details?|body|notes?|comments?|story|long description)$/],
  ['body', /^(描述|说明|說明|详情|詳情|内容|內容|正文|备注|備註|注释|详细|詳細)$/],
  ['organizations', /^(organi[sz]ations?|org|company|companies|institutions?|lanes?|groups?)$/],
  ['organizations', /^(teams?|tracks?|swim ?lanes?|agency|actors?)$/],
  ['organizations', /^(组织|組織|机构|機構|公司|单位|單位|企业|企業|团队|部门|部門|分组)$/],
  ['people', /^(people|persons?|who|participants?|attendees?|leaders?)$/],
  ['people', /^(人物|人员|人員|姓名|参与者|參與者|负责人|負責人|当事人)$/],
  ['topics', /^(topics?|category|categories|tags?|types?|themes?|kinds?|keywords?|labels)$/],
  ['topics', /^(类别|類別|分类|分類|标签|標籤|主题|主題|类型|類型|关键词)$/],
  ['link', /^(links?|urls?|website|web site|href|source (url|link)s?|web|wikipedia)$/],
  ['link', /^(链接|鏈接|連結|网址|網址|来源链接)$/],
  ['image', /^(images?|pictures?|photos?|thumbnail|image (url|link)|media|img)$/],
  ['image', /^(图片|圖片|照片|配图|图像)$/],
  ['importance', /^(importance|priority|weight|level|rank)$|^(重要性|重要程度|级别|优先级)$/],
  ['id', /^(id|uid|key|slug|identifier)$|^(编号|編號|序号|序號)$/],
]

/** One of the words of a longer name. */
const parts: readonly (readonly [CsvRole, RegExp])[] = [
  ['end', /\b(end|until|finish)\b/],
  ['date', /\b(dates?|when|start|datetime)\b|日期|时间|時間/],
  ['year', /\byear\b|年份/],
  ['title', /\b(title|headline|event|name|milestone)\b|标题|標題|事件|名称|名稱/],
  ['body', /\b(description|text|details|notes?|html)\b|描述|说明|說明|内容|內容|备注/],
  ['topics', /\b(category|type|tags?|topic)\b|分类|类别|類別/],
  ['link', /\b(url|link|website)\b|链接|網址|网址/],
  ['image', /\b(image|photo|picture)\b|图片|圖片/],
]

/** Dates of the file's own life, not of what it tells. */
const bookkeeping = /\b(created|updated|modified|added|accessed|edited|retrieved)\b/

/** A role that the name of a column speaks for, and how loudly: 0 to 10. */
export interface NameVote {
  readonly role: CsvRole
  readonly strength: number
}

/** What the name of a column says about its role, without a look at the cells. */
export function votesOfName(column: string): readonly NameVote[] {
  const name = foldName(column)
  const votes: NameVote[] = []
  for (const [rank, [role, pattern]] of full.entries()) {
    if (pattern.test(name)) votes.push({ role, strength: 10 - rank / full.length })
  }
  const weak = bookkeeping.test(name) ? 1 : 5
  for (const [rank, [role, pattern]] of parts.entries()) {
    if (pattern.test(name)) votes.push({ role, strength: weak - rank / parts.length })
  }
  return votes
}

/** `startDate`, `start_date`, `Start date:` and `ＳＴＡＲＴ ＤＡＴＥ` become `start date`. */
function foldName(column: string): string {
  return column
    .normalize('NFKC')
    .slice(0, 100)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
