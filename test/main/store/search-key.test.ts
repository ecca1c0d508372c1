import { describe, expect, test } from 'vitest'
import { nameKey, searchKey } from '#main/store/search-key.ts'

const keysOf = (name: string) => searchKey({ name, domain: null, tenantId: null }).split('\n')

describe('characters with several readings are found as people read them', () => {
  test.each([
    ['重庆华联贸易有限公司', 'chongqinghualianmaoyiyouxiangongsi', 'cqhlmyyxgs'],
    ['厦门云帆科技', 'xiamenyunfankeji', 'xmyfkj'],
    ['大厦物业', 'dashawuye', 'dswy'],
    ['长沙金桥', 'changshajinqiao', 'csjq'],
    ['长春第一汽车', 'changchundiyiqiche', 'ccdyqc'],
    ['校长之家', 'xiaozhangzhijia', 'xzzj'],
    ['乐山旅游', 'leshanlvyou', 'lsly'],
    ['音乐集团', 'yinyuejituan', 'yyjt'],
    ['浙江乐清电气', 'zhejiangyueqingdianqi', 'zjyqdq'],
    ['朝阳区教育局', 'chaoyangqujiaoyuju', 'cyqjyj'],
    ['台州银行', 'taizhouyinhang', 'tzyh'],
    ['东莞六安会计师事务所', 'dongguanluankuaijishishiwusuo', 'dglakjssws'],
    ['曾氏集团', 'zengshijituan', 'zsjt'],
    ['仇英文化', 'qiuyingwenhua', 'qywh'],
    ['单雄信文化', 'shanxiongxinwenhua', 'sxxwh'],
    ['山东单县食品', 'shandongshanxianshipin', 'sdsxsp'],
    ['尉迟建材', 'yuchijiancai', 'ycjc'],
    ['绿洲食品', 'lvzhoushipin', 'lzsp'],
    ['绿洲食品', 'luzhoushipin', 'lzsp'],
  ])('%s as %s', (name, spelled, initials) => {
    expect(keysOf(name)).toContain(spelled)
    expect(keysOf(name)).toContain(initials)
  })

  test('the other reading of a name that may begin with a family name is kept', () => {
    expect(keysOf('单晶硅业')).toEqual(expect.arrayContaining(['danjingguiye', 'shanjingguiye']))
    expect(keysOf('曾经沧海')).toEqual(expect.arrayContaining(['cengjingcanghai']))
  })

  test('no text is kept twice', () => {
    const keys = keysOf('Contoso 康拓')
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('names stand where a reader of pinyin looks for them', () => {
  const names = [
    'Contoso Ltd',
    '安徽六安茶业',
    '长春第一汽车',
    '长沙金桥',
    '朝阳科技',
    '重庆华联',
    '单晶硅业',
    '东莞制造',
    'fabrikam',
    '乐山旅游',
    '仇英文化',
    '单县食品',
    '厦门云帆',
    '乐清电气',
    '曾氏集团',
    '重工机械',
  ]
  const sorted = names.toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))
  expect(sorted).toEqual([
    '安徽六安茶业', // an
    '长春第一汽车', // chang chun
    '长沙金桥', // chang sha
    '朝阳科技', // chao
    '重庆华联', // chong
    'Contoso Ltd',
    '单晶硅业', // dan
    '东莞制造', // dong
    'fabrikam',
    '乐山旅游', // le
    '仇英文化', // qiu
    '单县食品', // shan
    '厦门云帆', // xia
    '乐清电气', // yue
    '曾氏集团', // zeng
    '重工机械', // zhong
  ])
})
