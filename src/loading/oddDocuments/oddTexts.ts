import { around, oddDocuments, type OddRow, withFields } from './oddDocument.ts'

const titled = (name: string, title: string, ...says: string[]): OddRow => [
  name,
  around(`{"date": "2016", "title": ${title}}`),
  1,
  ...says,
]

/** Titles and texts that are long, empty, of other scripts, or want to be more than text. */
export const oddTexts = oddDocuments([
  ['no title', around('{"date": "2016"}'), 1, 'warning title-missing events[0].title 2:1'],
  titled('null', 'null', 'warning title-missing events[0].title 2:27'),
  titled('blanks', '" \\t "', 'warning title-missing events[0].title 2:27'),
  titled('a number', '2016', 'note text-as-number events[0].title 2:27'),
  titled('true', 'true', 'warning value-unusable events[0].title 2:27'),
  titled('a list', '["A"]', 'warning value-unusable events[0].title 2:27'),
  titled('a language without words', '{"en": ""}', 'warning title-missing events[0].title 2:27'),
  titled(
    'a language with a number',
    '{"en": "A", "zh-Hans": 5}',
    'note text-as-number events[0].title["zh-Hans"] 2:50',
  ),
  titled(
    'a language with a list',
    '{"en": ["A"]}',
    'warning value-unusable events[0].title.en 2:34',
    'warning title-missing events[0].title 2:27',
  ),
  titled('10,000 letters', JSON.stringify('word '.repeat(2000))),
  titled('10,000 letters without a blank', JSON.stringify('w'.repeat(10_000))),
  titled('a million letters', JSON.stringify('w'.repeat(1_000_000))),
  titled('a million marks on one letter', JSON.stringify(`a${'\u0301'.repeat(1_000_000)}`)),
  ['a body of a million letters', withFields(`"body": "${'text '.repeat(200_000)}"`), 1],
  titled('Arabic', '"قصة البنك الأول"'),
  titled('Hebrew in English', '"The word שלום, and (brackets)"'),
  titled('Chinese, Japanese, Korean', '"微众银行 ウィーバンク 위뱅크"'),
  titled('Thai, without blanks', '"ธนาคารแห่งแรกของจีนที่ไม่มีสาขา"'),
  titled('a family of emoji', '"👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇨🇳"'),
  titled('combining marks', '"Z̴͉̈a̷̙̚l̶̰͠g̵͙̍o̸͕͝"'),
  titled('half of an emoji', '"A \\ud83d B"', 'note characters-removed events[0].title 2:27'),
  titled(
    'the other half',
    '"\\ude00"',
    'note characters-removed events[0].title 2:27',
    'warning title-missing events[0].title 2:27',
  ),
  titled('both halves', '"\\ud83d\\ude00"'),
  titled(
    'a turn of direction',
    '"invoice\\u202efdp.exe"',
    'note characters-removed events[0].title 2:27',
  ),
  titled('controls', '"A\\u0000B\\u001b[31mC"', 'note characters-removed events[0].title 2:27'),
  titled('line breaks', '"A\\r\\nB\\nC"'),
  titled('a blank of no width', '"A\\u200bB"'),
  titled('a script', '"<script>window.hurt = 1</script>"'),
  titled('an image that calls', '"<img src=x onerror=\\"window.hurt = 1\\">"'),
  titled('markup of drawings', '"</text></svg><svg onload=window.hurt=1>"'),
  titled('an entity', '"&lt;b&gt; &amp; &#x3C;script&#x3E;"'),
  titled('a template', '"${window.hurt = 1} {{constructor.constructor(1)}}"'),
  [
    'markup in Markdown',
    withFields('"body": "<iframe src=x></iframe> [x](javascript:alert(1)) ![x](data:x)"'),
    1,
  ],
])
