import type { FailureMessages } from './failureMessages.en.ts'

/** Simplified Chinese words for when there is no timeline to show. */
export const failureMessages: FailureMessages = {
  failure: {
    where: '请求的地址',
    retry: '重试',
    shipped: '查看本页自带的时间线',
    place: (line, column) => `第 ${String(line)} 行，第 ${String(column)} 列`,
    cancelled: '已取消载入',
    cancelledText: '时间线没有载入完，所以没有内容可显示。',
    unknown: '无法载入时间线',
    unknownText: '发生了本页无法说明的情况。',
    'bad-src': '无法打开这个地址',
    'bad-srcText': {
      scheme: (scheme) => `时间线只能来自 https: 或 http: 地址，而这个地址以 ${scheme} 开头。`,
      'mixed-content': () => '本页是安全页面，而该地址不是，浏览器不允许混用。',
      credentials: () => '地址中含有用户名或密码，链接中不应出现这些。',
      unreadable: () => '它不是一个有效的地址。',
    },
    'bad-srcHelp': '请修改本页地址中“src=”之后的部分。',
    'bad-inline': '无法解开此链接中的时间线',
    'bad-inlineText':
      '整条时间线就写在链接里，在“#d=”之后。最常见的原因是某个程序截断了链接的末尾。',
    'bad-inlineHelp': '请重新复制完整的链接，或向对方索取文件。',
    'not-kept': '文件已不再打开',
    'not-keptText': '它是从本设备读取的，没有保存在别处，而页面此后重新加载过。',
    'not-keptHelp': '请再次打开该文件。',
    offline: '当前离线',
    offlineText: '没有网络连接，无法获取时间线。',
    offlineHelp: '恢复连接后请重试。',
    network: '服务器没有响应',
    networkText: '时间线与本页在同一台服务器上，而服务器现在没有响应。',
    networkHelp: '请稍后重试。',
    'network-or-cors': '对方网站不允许本页读取时间线',
    'network-or-corsText': (target, origin) =>
      `要么 ${target} 没有响应，要么它不允许 ${origin} 读取该文件。浏览器不会说明是哪一种。`,
    'network-or-corsHelp': (header) =>
      `如果文件是您的，请让服务器发送“${header}: *”标头；否则请把文件复制到本页所在的服务器。`,
    'not-found': '这个地址没有时间线',
    'not-foundText': (status) => `服务器返回 ${String(status)}：找不到文件。`,
    'not-foundHelp': '请检查拼写（包括大小写），并确认文件已上传。',
    http: '服务器没有提供时间线',
    httpText: (status) => `服务器返回状态码 ${String(status)}。`,
    httpHelp: (status) =>
      status === 401 || status === 403
        ? '该文件没有公开，请联系服务器管理者。'
        : '请稍后重试，或联系服务器管理者。',
    timeout: '服务器响应太慢',
    timeoutText: (seconds, received) =>
      `收到 ${received} 之后，${String(seconds)} 秒内没有任何数据。`,
    timeoutHelp: '请重试，最好换用更好的网络。',
    interrupted: '连接中断',
    interruptedText: (received, total) =>
      total === undefined ? `收到 ${received} 后中断。` : `收到 ${received}（共 ${total}）后中断。`,
    interruptedHelp: '请重试。',
    'too-large': '文件太大',
    'too-largeText': (limit, total) =>
      `本页最多读取 ${limit}${total === undefined ? '' : `，而该文件有 ${total}`}。`,
    'too-largeEvents': (limit) => `本页最多从一个文件读取 ${limit} 个事件。`,
    'too-largeHelp': '请把它拆成几条时间线，或在服务器上放成一个瓦片文件夹。',
    empty: '文件是空的',
    emptyText: '文件已收到，但里面没有内容。',
    emptyHelp: '请重新上传。',
    'is-gzip': '文件是压缩的',
    'is-gzipText': '这是一个 gzip 文件，但服务器没有说明。',
    'is-gzipHelp': '请解压文件，或让服务器发送“Content-Encoding: gzip”。',
    'is-utf16': '文件编码不对',
    'is-utf16Text': '文件是 UTF-16 编码，而 JSON 须用 UTF-8。',
    'is-utf16Help': '请另存为 UTF-8。',
    'is-html': '这是网页，不是时间线',
    'is-htmlText': '该地址是一个 HTML 网页，开头如下：',
    'is-htmlHelp': '请使用 JSON 文件本身的地址；在代码托管网站上，即“Raw”按钮的地址。',
    'not-json': '文件不是 JSON',
    'not-jsonText': '读到这里无法继续：',
    'no-events': '这不是时间线',
    'no-eventsText': '文件是 JSON，但缺少时间线必需的内容：',
    'newer-version': '这条时间线来自更新的版本',
    'newer-versionText': '它是为本程序的更新版本编写的：',
  },
  empty: {
    title: '还没有事件',
    text: '时间线已载入，但事件列表是空的。',
    help: '每个事件需要日期和标题。在“events”中加入第一个事件，它就会显示在这里：',
    example: '我们的第一天',
    problems: '有些事件被略去了',
    problemsText: (problems) => `读取时发现 ${problems.toLocaleString('zh-Hans')} 个问题。`,
  },
}
