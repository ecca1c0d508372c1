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
  lists: {
    customers: '客户',
    subscriptions: '订阅',
    renewals: '续订',
    requests: '请求',
    imports: '导入',
    links: '链接',
  },
}

export const calendarFile: Catalogue['calendarFile'] = {
  button: '日历文件',
  title: '这些续订的日历文件',
  hint: '可导入 Outlook 或其他日历。再次导出时，事件会移动而不会重复。',
  name: '续订',
  summary: '{{customer}}：{{offer}} 结束（{{seats}}）',
  source: '来源：{{file}}，确认于 {{date}}',
  alarms: '提醒',
  alarm_other: '提前 {{count, number}} 天',
  save: '另存为…',
  saved: '已保存：{{fileName}}',
  events_other: '{{count, number}} 个事件。',
}

export const reports: Catalogue['reports'] = {
  button: '纸质材料',
  titles: { 'call-card': '通话卡片', report: '客户报告', portfolio: '客户组合报告' },
  print: '打印通话卡片…',
  many_other: '{{count, number}} 个客户的通话卡片 (PDF)',
  manyReports_other: '{{count, number}} 个客户的报告 (PDF)',
  saved: '已保存：{{fileName}}',
  savedMany_other: '已保存 {{count, number}} 个文件。',
  printed: '已发送到打印机。',
  made: '制作于 {{date}}',
  contact: '联系人',
  has: '订阅与到期情况',
  due: '90 天内到期',
  high: '高优先级',
  others: '还有谁向其销售',
  noOthers: '未知有其他合作伙伴。',
  requests: '请求',
  notes: '最近的备注',
  total_other: '合计：{{count, number}} 项订阅',
  more_other: '另有 {{count, number}} 项。',
  moreDue_other:
    '纸上只有前 {{shown, number}} 项；另有 {{count, number}} 项到期更晚，可在列表及其导出文件中查看。',
  freshness:
    '{{total, number}} 项订阅中有 {{confirmed, number}} 项确认于 {{newest}}，最早的确认于 {{oldest}}。来源：{{files}}。',
  noSource: '没有来源列出任何订阅。',
}
