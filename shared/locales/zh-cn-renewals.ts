import type { Catalogue } from './catalogue.ts'

export const exports: Catalogue['exports'] = {
  button: '导出',
  label: '导出此列表',
  utc: '{{title}}（UTC）',
  format: '格式',
  formats: {
    xlsx: 'Excel 工作簿 (.xlsx)',
    csv: '供 Excel 使用的 CSV，UTF-8 (.csv)',
    tsv: '制表符分隔的文本 (.tsv)',
    md: 'Markdown 表格 (.md)',
  },
  columns: '列',
  shown_other: '显示的 {{count, number}} 列',
  all_other: '全部 {{count, number}} 列',
  language: '文件的语言',
  size: '{{rows, number}} 行 × {{columns, number}} 列',
  save: '另存为…',
  saved: '已保存：{{fileName}}',
  savedSize: '{{rows, number}} 行，{{columns, number}} 列。',
  hidden: '客户安全屏幕已打开。文件会包含所有客户。',
  lists: { customers: '客户', subscriptions: '订阅', requests: '请求', imports: '导入', links: '链接' },
}
