import type { ShareMessages } from './shareMessages.en.ts'

/** Simplified Chinese words for sharing and embedding. */
export const shareMessages: ShareMessages = {
  share: {
    title: '分享与嵌入',
    kind: '形式',
    kinds: {
      link: '链接',
      frame: '内嵌框架',
      sandboxed: '沙盒框架',
      element: '网页元素',
      reveal: 'reveal.js',
      markdown: 'Markdown',
      slidev: 'Slidev',
    },
    kindText: {
      link: '打开后与这里看到的一样。',
      frame: '适用于任何支持 HTML 的网页或演示文稿。',
      sandboxed: '适用于只允许运行脚本的网站。',
      element: '成为您网页的一部分：没有框架，尺寸和颜色由您的样式决定。',
      reveal:
        'reveal.js 演示文稿中的一页。脚本在整份文稿中只需放一次，并把 RevealThroughline 加入 Reveal.initialize 的插件。',
      markdown: '带链接的一行文字。',
      slidev: 'Slidev 演示文稿中的一页，铺满整页。',
    },
    snippet: '要复制的内容',
    copyLink: '复制链接',
    sendLink: '发送…',
    copySnippet: '复制',
    what: '包含的内容',
    view: '当前视图',
    filters: '当前筛选',
    story: '逐步演示',
    everything: '显示全部，未选择事件',
    noFilters: '没有筛选',
    noSteps: '这条时间线没有步骤',
    storyView: '演示的每一步都有自己的视图',
    asList: '列表',
    fromOverview: '从总览开始演示',
    fromStep: (step, title) => `从第 ${String(step)} 步开始演示：${title}`,
    atStep: (step, title) => `停在第 ${String(step)} 步：${title}`,
    parts: ' · ',
    size: '尺寸',
    sizes: { slide: '幻灯片', page: '网页', phone: '手机' },
    measures: (width, height) => `${String(width)} × ${String(height)}`,
    fullWidth: (height) => `全宽 × ${String(height)}`,
    theme: '配色',
    language: '语言',
    readers: '由读者决定',
    asHere: (value) => `与这里相同：${value}`,
    preview: '预览',
    previewTitle: (title) => `预览：${title}`,
    save: {
      legend: '保存数据',
      kinds: { json: '文档（JSON）', csv: '表格（CSV）', ics: '日历（ICS）' },
      saved: (kind) => `已保存：${kind}。`,
    },
    cautions: {
      unreachable: () => '这个地址只存在于这台电脑上，别人无法打开。请先把页面放到网站服务器上。',
      foreign: (host) => `数据来自 ${host}，该服务器必须允许其他网页读取（CORS）。`,
      notCarried: () =>
        '此时间线是从本设备打开的，内容太多，链接装不下：别人看到的会是本页自带的故事。请把文件放到网站服务器上，再用其地址打开。',
      inParts: () => '这条时间线分块载入，只有页面本身能打开：请使用链接或普通框架。',
      inLinkOnly: () =>
        '时间线写在链接里。要这样使用，请先把它另存为文件并放到网站服务器上，再在此处填写其地址。',
      elsewhere: (host) =>
        `数据从 ${host} 读取。在其他服务器的网页上，只有 ${host} 允许其他网页读取时才能显示（CORS）。`,
    },
  },
}
