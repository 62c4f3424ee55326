import { around, oddDocuments } from './oddDocument.ts'

/** Texts that are no JSON, as hands and editors make them. */
export const brokenSyntax = oddDocuments([
  [
    'a comma after the last event',
    around('{"date": "2016", "title": "A"},'),
    'not-json',
    'trailing-comma 2:31',
  ],
  [
    'a comma after the last field',
    around('{"date": "2016", "title": "A",}'),
    'not-json',
    'trailing-comma 2:30',
  ],
  [
    'no comma between events',
    '{"events": [\n{"date": "2016"}\n{"date": "2017"}]}',
    'not-json',
    'missing-comma 3:1',
  ],
  ['no colon', '{"events": [\n{"date" "2016"}]}', 'not-json', 'missing-colon 2:9'],
  ['no value', '{"events": [\n{"date": }]}', 'not-json', 'missing-value 2:10'],
  ['the wrong bracket', '{"events": [\n{"date": "2016"]}', 'not-json', 'wrong-bracket 2:16'],
  ['a comment', '{\n// my timeline\n"events": []}', 'not-json', 'comment 2:1'],
  ['single quotes', "{'events': []}", 'not-json', 'single-quotes 1:2'],
  ['curly quotes', '{“events”: []}', 'not-json', 'curly-quotes 1:2'],
  ['a name without quotes', '{\n  events: []}', 'not-json', 'unquoted-key 2:3'],
  [
    'NaN',
    around('{"date": "2016", "title": "A", "importance": NaN}'),
    'not-json',
    'unknown-word 2:46',
  ],
  ['undefined', around('{"date": undefined}'), 'not-json', 'unknown-word 2:10'],
  ['a date as a sum', around('{"date": 2016-05-31, "title": "A"}'), 'not-json', 'bad-number 2:10'],
  [
    'a number with a nought before it',
    around('{"date": 0044, "title": "A"}'),
    'not-json',
    'bad-number 2:10',
  ],
  [
    'a path with backslashes',
    around('{"date": "2016", "title": "C:\\pictures"}'),
    'not-json',
    'bad-escape 2:30',
  ],
  [
    'a line break in a text',
    around('{"date": "2016", "title": "A\nB"}'),
    'not-json',
    'control-in-string 2:29',
  ],
  ['a blank that does not break', '{\u00a0"events": []}', 'not-json', 'invisible-character 1:2'],
  ['two documents', '{"events": []}\n{"events": []}', 'not-json', 'text-after-end 2:1'],
  [
    'cut off in a text',
    around('{"date": "2016", "title": "A"}', '{"date": "20').slice(0, -4),
    'not-json',
    'cut-off 3:12',
  ],
  [
    'cut off between events',
    '{"version": 1, "title": "T", "events": [\n{"date": "2016"},\n',
    'not-json',
    'cut-off 3:1',
  ],
  ['brackets, 200,000 deep', '['.repeat(200_000), 'not-json', 'cut-off 1:200001'],
  ['JavaScript', 'var timeline = {"events": []}', 'not-json', 'unknown-word 1:1'],
])
