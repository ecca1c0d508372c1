/** Words that sample company names, offers and tags are made of; every company is invented. */
export const places = [
  ['北京', 'beijing'],
  ['上海', 'shanghai'],
  ['深圳', 'shenzhen'],
  ['广州', 'guangzhou'],
  ['重庆', 'chongqing'],
  ['长沙', 'changsha'],
  ['厦门', 'xiamen'],
  ['杭州', 'hangzhou'],
  ['成都', 'chengdu'],
  ['南京', 'nanjing'],
  ['苏州', 'suzhou'],
  ['青岛', 'qingdao'],
] as const

export const stems = [
  ['华联', 'hualian'],
  ['云帆', 'yunfan'],
  ['启明', 'qiming'],
  ['金桥', 'jinqiao'],
  ['远景', 'yuanjing'],
  ['恒信', 'hengxin'],
  ['绿洲', 'lvzhou'],
  ['东方晨光', 'chenguang'],
  ['海纳', 'haina'],
  ['博远', 'boyuan'],
  ['天成', 'tiancheng'],
  ['锦绣', 'jinxiu'],
  ['新锐', 'xinrui'],
  ['永泰', 'yongtai'],
] as const

export const trades = [
  '贸易',
  '科技',
  '物流',
  '生物医药',
  '精密制造',
  '教育咨询',
  '食品',
  '建筑设计',
  '新能源',
  '文化传媒',
] as const

export const latinStems = [
  'Northwind Trading',
  'Meridian Logistics',
  'Bluepeak Foods',
  'Harbour & Stone',
  'Lotus Precision',
  'Orchid Biotech',
  'Redwood Furniture',
  'Silverline Optics',
  'Jade River Textiles',
  'Kestrel Engineering',
] as const

/** Offers as they appear in the file, with a plausible number of seats. */
export const offers = [
  ['Office 365 企业版 E1', 10, 400],
  ['Office 365 企业版 E3', 5, 250],
  ['Microsoft 365 商业标准版', 3, 120],
  ['Microsoft 365 商业基础版', 3, 160],
  ['Exchange Online（计划 1）', 5, 300],
  ['Exchange Online（计划 2）', 2, 40],
  ['Project 计划 3', 1, 20],
  ['Visio 计划 2', 1, 25],
  ['Power BI Pro', 2, 60],
  ['Dynamics 365 Sales Professional', 2, 30],
] as const

export const tagWords = ['重点客户', '续费风险', '教育行业', 'VIP', '华东', '新签', '多经销商'] as const
