import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { createAgencyResolver, type Home } from "../../../../ingest/resolve/agencies/index.ts";

const resolver = createAgencyResolver(loadKnowledge());
const homeOf = (issuer: string): Home => resolver.homeOf({ issuers: [issuer], addressees: [] });

const city = homeOf("绵阳市人民政府");
const province = homeOf("江西省人民政府");
const municipality = homeOf("重庆市人民政府");
const county = homeOf("米易县人民政府");
const region = homeOf("广西壮族自治区人民政府");
const central = homeOf("国务院办公厅");
const union = homeOf("绵阳市总工会");
const bureau = homeOf("平潭综合实验区环境与国土资源局");
const tax = homeOf("国家税务总局福建省税务局");
const university = homeOf("浙江海洋大学");
const nowhere = resolver.homeOf({ issuers: [], addressees: [] });

type Row = readonly [surface: string, home: Home, name: string, why: string];

describe("full names", () => {
  const cases: readonly Row[] = [
    ["市发展改革委", city, "绵阳市发展和改革委员会", "stem and rank in full"],
    ["市发改局", county, "攀枝花市发展和改革局", "市 in a county's document is the city above"],
    ["省财政厅", city, "四川省财政厅", "省 in a city's document"],
    ["市委组织部", city, "中共绵阳市委组织部", "party committee"],
    ["市委统战部", city, "中共绵阳市委统一战线工作部", "its department in full"],
    ["市编办", city, "中共绵阳市委机构编制委员会办公室", "colloquial, without 委"],
    ["团市委", city, "共青团绵阳市委员会", "youth league"],
    ["市工商联", city, "绵阳市工商业联合会", "mass organisation"],
    ["市政协提案委", city, "中国人民政治协商会议绵阳市委员会提案委员会", "committee of the conference"],
    ["市人大常委会办公室", city, "绵阳市人民代表大会常务委员会办公室", "congress"],
    ["市法院", city, "绵阳市中级人民法院", "the court of that level"],
    ["县法院", county, "米易县人民法院", "and of the county"],
    ["市税务局", city, "国家税务总局绵阳市税务局", "vertical body"],
    ["省人社厅", province, "江西省人力资源和社会保障厅", "the commonest short form"],
    ["江西银保监局", province, "中国银行保险监督管理委员会江西监管局", "regulator's branch"],
    ["人行南昌中心支行", province, "中国人民银行南昌中心支行", "central bank's branch"],
    ["市商务粮食局", city, "绵阳市商务和粮食局", "joined stems that the gazetteer knows"],
    ["市大数据发展局", city, "绵阳市大数据发展局", "an official name of its own is not shortened"],
    ["市公安局交警支队", city, "绵阳市公安局交警支队", "a department after its head"],
    ["市教委", municipality, "重庆市教育委员会", "municipality"],
    ["彭水县政府", municipality, "彭水苗族土家族自治县人民政府", "autonomous county by its short name"],
    ["自治区农业农村厅", region, "广西壮族自治区农业农村厅", "autonomous region"],
    ["区直各单位", region, "广西壮族自治区直各单位", "区 in an autonomous region"],
    ["北部湾港集团", region, "北部湾港集团", "an enterprise keeps its name"],
    ["发展改革委", central, "国家发展和改革委员会", "bare in a central document"],
    ["发展改革委", city, "绵阳市发展和改革委员会", "bare in a city's document"],
    ["国家发改委", city, "国家发展和改革委员会", "national wherever it stands"],
    ["中组部", city, "中共中央组织部", "party centre"],
    ["财政部", province, "财政部", "ministry"],
    ["各县（市、区）人民政府", city, "绵阳市各县（市、区）人民政府", "a group carries its place"],
    ["各省级人民政府", central, "各省级人民政府", "and none in a central document"],
    ["市直有关部门", city, "绵阳市直有关部门", "市 of the group is the city"],
    ["统计部门", city, "绵阳市统计局", "a field in a city's document"],
    ["外事部门", city, "绵阳市人民政府外事办公室", "an office of the government"],
    ["教育厅", province, "江西省教育厅", "no place: the document's own"],
    ["办公室", union, "绵阳市总工会办公室", "the house's own department"],
    ["经审办", union, "绵阳市总工会经费审查委员会办公室", "short form that unions use"],
    ["机关党委", union, "中共绵阳市总工会机关委员会", "the house's party committee"],
    ["组织部", union, "绵阳市总工会组织部", "a union's own 组织部"],
    ["市委组织部", union, "中共绵阳市委组织部", "not the house's: it has a place"],
    ["市总职工服务中心", union, "绵阳市总工会职工服务中心", "市总 is the house"],
    ["生态保护处", bureau, "平潭综合实验区环境与国土资源局生态保护处", "a bureau's department"],
    ["局办公室", bureau, "平潭综合实验区环境与国土资源局办公室", "局 is the house"],
    ["区经发局", bureau, "平潭综合实验区经济发展局", "区 is the special area"],
    ["省局各处室", tax, "国家税务总局福建省税务局各处室", "省局 is the house"],
    ["校团委", university, "浙江海洋大学团委", "校 is the house"],
    ["图书馆", university, "浙江海洋大学图书馆", "everything bare is the university's"],
    ["上海市黄浦区财政局", city, "上海市黄浦区财政局", "its own place"],
    ["朝阳区教育局", homeOf("北京市人民政府"), "北京市朝阳区教育局", "of two 朝阳区 the one at home"],
    ["区残联", city, "绵阳市区残联", "whichever district: a group"],
  ];
  it.each(cases)("%s (case %#) is resolved", (surface, home, name, why) => {
    const found = resolver.resolve(surface, home);
    expect([found.name, found.resolved, why]).toEqual([name, true, why]);
    expect(found.steps.length).toBeGreaterThan(0);
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  const open: readonly (readonly [surface: string, why: string, home: Home])[] = [
    ["市财政局", "市 of which city? a province has many: at most a group", province],
    ["朝阳区教育局", "two regions have the name and neither is near", city],
    ["市财政局", "no home", nowhere],
    ["办公室", "whose office?", city],
    ["甲乙丙丁", "no name at all", city],
  ];
  it.each(open)("%s is not guessed: %s", (surface, _, home) => {
    const found = resolver.resolve(surface, home);
    expect(found.resolved && !found.group).toBe(false);
  });
});

describe("what surrounds a name", () => {
  it("inherits the place of the member before it", () => {
    expect(resolver.resolve("教育厅", city, { previous: "省卫生健康委" }).name).toBe("四川省教育厅");
    expect(resolver.resolve("教育局", city, { previous: "市卫生健康委" }).name).toBe("绵阳市教育局");
  });

  it("that follow a group share its places and are a group too", () => {
    const after = (surface: string, home: Home, previous: string): readonly [string, string] => {
      const { name, kind } = resolver.resolve(surface, home, { previous });
      return [name, kind];
    };
    expect(after("财政局", city, "各区民政局")).toEqual(["绵阳市各区财政局", "group"]);
    expect(after("财政局", city, "各县（市、区）民政局（残联）")).toEqual(["绵阳市各县（市、区）财政局", "group"]);
    expect(after("卫生健康委", central, "各省、自治区、直辖市财政厅（局）")[0]).toBe("各省、自治区、直辖市卫生健康委");
    expect(after("市直各部门", city, "各区民政局")[0]).toBe("绵阳市直各部门");
    expect(after("财政局", city, "各区人民政府")[0]).toBe("绵阳市财政局");
    expect(after("长江航务管理局", central, "各省交通运输厅")[0]).not.toContain("各省");
  });

  it("keep 办公厅 where they call themselves so", () => {
    expect(resolver.resolve("市政府办公厅", city).name).toBe("绵阳市人民政府办公厅");
    expect(resolver.resolve("市政府办公室", city).name).toBe("绵阳市人民政府办公室");
  });

  it("are no departments of a house whose name they hold", () => {
    const ministry = homeOf("商务部办公厅");
    expect(resolver.resolve("商务部办公厅", ministry).name).toBe("商务部办公厅");
    expect(resolver.resolve("商务部市场运行司", ministry).name).toBe("商务部市场运行司");
  });

  it("of the tax administration keep an area as it is called", () => {
    expect(resolver.resolve("国家税务总局平潭综合实验区税务局", tax).name).toBe("国家税务总局平潭综合实验区税务局");
    expect(resolver.resolve("政务部门", city).kind).toBe("group");
    expect(resolver.resolve("中华人民共和国国务院", central).name).toBe("国务院");
  });

  it("takes the organisation that a label names as the house", () => {
    expect(resolver.resolve("宣传部", city, { layer: "市总" }).name).toBe("绵阳市总工会宣传部");
    expect(resolver.resolve("各有关部门（单位）", city, { layer: "市总" }).name).toBe("绵阳市总工会各有关部门（单位）");
    expect(resolver.resolve("宣传部", city).name).toBe("中共绵阳市委宣传部");
  });

  it("names a body of the mainland in simplified characters, a group of levels by its place once", () => {
    expect(resolver.resolve("市財政局", city).name).toBe("绵阳市财政局");
    expect(resolver.resolve("市鄉村振興工作領導小組辦公室", city).name).toBe("绵阳市乡村振兴工作领导小组办公室");
    expect(resolver.resolve("市、县区水行政主管部门", city).name).toBe("绵阳市、县区水行政主管部门");
  });
});

describe("kind, level and region", () => {
  const cases: readonly (readonly [string, Home, string, string | undefined, string | undefined])[] = [
    ["市财政局", city, "government", "city", "绵阳市"],
    ["市委宣传部", city, "party", "city", "绵阳市"],
    ["市总工会", city, "union", "city", "绵阳市"],
    ["市妇联", city, "massOrganization", "city", "绵阳市"],
    ["市人大", city, "congress", "city", "绵阳市"],
    ["市政协", city, "cppcc", "city", "绵阳市"],
    ["市检察院", city, "judicial", "city", "绵阳市"],
    ["省社科院", city, "institution", "province", "四川省"],
    ["市城投集团", city, "enterprise", "unit", "绵阳市"],
    ["办公室", union, "department", "city", "绵阳市"],
    ["各区", city, "group", "city", "绵阳市"],
    ["海关总署", city, "government", "central", undefined],
    ["县水利局", county, "government", "county", "米易县"],
    ["国家能源局综合司", city, "department", "central", undefined],
    ["市公安局经开分局", city, "department", "city", "绵阳市"],
  ];
  it.each(cases)("%s is of kind %#", (surface, home, kind, level, place) => {
    const found = resolver.resolve(surface, home);
    expect([found.kind, found.level, found.region, found.group]).toEqual([kind, level, place, kind === "group"]);
  });

  it("tells what a department is part of", () => {
    expect(resolver.resolve("办公室", union).partOf).toBe("绵阳市总工会");
    expect(resolver.resolve("市公安局交警支队", city).partOf).toBe("绵阳市公安局");
    expect(resolver.resolve("财政部税政司", city).partOf).toBe("财政部");
    expect(resolver.resolve("市财政局", city).partOf).toBeUndefined();
  });

  it("keeps surface and short form as aliases", () => {
    const found = resolver.resolve("市人社局", city);
    expect(found.aliases).toEqual(["市人社局"]);
    expect(found.shortName).toBe("绵阳市人社局");
  });

  it("reads bodies of Taiwan in their own script", () => {
    const home = resolver.homeOf({
      issuers: [],
      addressees: [],
      text: "本計畫由國發會會同經濟部辦理，並請勞動部協助推動各項業務。",
    });
    expect(resolver.resolve("國發會", home)).toMatchObject({
      name: "國家發展委員會",
      resolved: true,
      kind: "government",
    });
    expect(resolver.resolve("教育部", home)).toMatchObject({ name: "教育部", region: "台湾省" });
  });
});
