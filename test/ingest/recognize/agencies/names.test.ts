import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { createAgencyRecognizer } from "../../../../ingest/recognize/agencies/index.ts";

const recognizer = createAgencyRecognizer(loadKnowledge());

describe("whole names", () => {
  const cases: readonly (readonly [name: string, kind: "known" | "shaped" | "group" | undefined, why: string])[] = [
    ["市发改委", "known", "stem and rank, both short"],
    ["市发展和改革委员会", "known", "both long"],
    ["人社局", "known", "without a place"],
    ["市商务和粮食局", "known", "和 inside a name"],
    ["市科技和知识产权局", "known", "a short stem joined to another"],
    ["县经信科技局", "known", "stems joined without 和"],
    ["区环境与国土资源局", "known", "与 inside a name"],
    ["团市委", "known", "the youth league stands before its place"],
    ["共青团苏州市委", "known", "with a full place"],
    ["市府办", "known", "colloquial office of the government"],
    ["市纪委监委", "known", "two bodies under one roof"],
    ["中组部", "known", "party centre"],
    ["中央纪委国家监委", "known", "party and state"],
    ["国家发展改革委", "known", "national short form"],
    ["人行兰州中心支行", "known", "a national body's branch"],
    ["国家税务总局绵阳市税务局", "known", "vertical body in full"],
    ["海关总署广东分署", "known", "branch by its own word"],
    ["市公安局交警支队", "known", "a department after its head"],
    ["县政协提案委", "known", "committee of the conference"],
    ["市市场监管局（市知识产权局）", "known", "a second name in a bracket of its own"],
    ["宣传部(网宣办)", "known", "half-width bracket"],
    ["國家發展委員會", "known", "traditional script"],
    ["行政院及所屬各機關", "group", "an institution with all below it"],
    ["生态保护处", "shaped", "department inside a house"],
    ["省推进智能制造领导小组办公室", "shaped", "a leading group's office begins with a verb"],
    ["区城乡投资集团有限公司", "shaped", "enterprise"],
    ["白马湖水库管理处", "shaped", "a proper name before the rank"],
    ["浙江海洋大学", "shaped", "university"],
    ["各县（市、区）人民政府", "group", "divisions in a bracket"],
    ["各市、州、县人民政府", "group", "divisions joined by 、 are one group"],
    ["各县‹市、区›人民政府", "group", "another bracket"],
    ["各区市县政府", "group", "divisions without a separator"],
    ["市直各部门", "group", "owner before the head"],
    ["省各有关单位", "group", "place before the head"],
    ["各基础电信企业", "group", "a modifier between head and noun"],
    ["各乡镇司法所", "group", "any name after 各"],
    ["县水利局相关业务科室", "group", "departments of a named body"],
    ["市场监管部门", "group", "a field with 部门"],
    ["成员单位", "group", "of whatever was set up before"],
    ["县级以上人民政府水行政主管部门", "group", "a kind of office at every level from a bound up"],
    ["县级以上地方园林主管部门", "group", "the bound without its government"],
    ["市、区城市管理部门", "group", "levels that share an office"],
    ["市（区）公安机关", "group", "a level in a bracket"],
    ["省、市、县三级民政部门", "group", "levels counted"],
    ["设区的市级人民政府", "group", "a level that has a verb in it"],
    ["区级残联组织", "group", "a mass organisation at a level"],
    ["依法设立的湿地管理机构", "group", "told by how it was set up"],
    ["县(市、区)人民政府确定的渔港主管部门", "group", "told by who chose it"],
    ["渡口所在地乡（镇）人民政府", "group", "told by where it stands"],
    ["市、县（市）、柳河区渔业主管部门", "group", "a named district among the levels"],
    ["市、县（市）、柳河区道路", undefined, "levels and a district, but no body"],
    ["加强渡口所在地乡镇人民政府", undefined, "a verb before the place"],
    ["县级以上公路", undefined, "a bound on something else"],
    ["市、区共同出资", undefined, "levels, but no office"],
    ["财政", undefined, "a bare field is no body by itself"],
    ["市场", undefined, "no place 市 with a stem 场"],
    ["支持企业", undefined, "a verb and its object"],
    ["各项任务", undefined, "each, but of no bodies"],
    ["有关规定", undefined, "concerning, but no body"],
    ["到处", undefined, "ends like a department"],
    ["决策部署", undefined, "ends like an agency"],
    ["企业家", undefined, "a rank within another word"],
    ["加强部门协作", undefined, "a clause"],
    ["8家单位", undefined, "a number of bodies names none"],
    ["", undefined, "nothing"],
  ];
  it.each(cases)("%s is %s: %s", (name, kind) => {
    expect(recognizer.accepts(name)).toBe(kind);
  });

  it("takes bare fields and places where the caller's list allows them", () => {
    expect(recognizer.accepts("财政", { fields: true })).toBe("known");
    expect(recognizer.accepts("武侯区", { fields: true })).toBe("known");
    expect(recognizer.accepts("白马镇", { fields: true })).toBe("known");
    expect(recognizer.accepts("各镇", { fields: true })).toBe("group");
    expect(recognizer.accepts("武侯区")).toBeUndefined();
  });
});

describe("names in running text", () => {
  const cases: readonly (readonly [text: string, at: string, name: string | undefined, why: string])[] = [
    ["由市财政局会同市教育局制定办法", "市财政局", "市财政局", "会同 ends the name"],
    ["市发展改革委牵头，各区配合", "市发展", "市发展改革委", "牵头 ends the name"],
    ["区残联负责受理", "区残联", "区残联", "负责 ends the name"],
    ["市委书记主持会议", "市委", undefined, "a post, not the committee"],
    ["市教育局局长负责", "市教育局局", "市教育局", "the head of it: the body still stands before 局长"],
    ["市公安局市司法局负责", "市公安局", "市公安局", "a missing separator"],
    ["省财政厅和省审计厅负责", "省财政厅", "省财政厅", "和 joins two bodies"],
    ["教育部办公厅印发", "教育部", "教育部办公厅", "its general office"],
    ["市卫生健康委（以下简称市卫健委）", "市卫生", "市卫生健康委", "a definition is not part of the name"],
    ["市民政局（牵头）", "市民政局", "市民政局", "a role is not part of the name"],
    ["市场主体自主决定", "市场", undefined, "a word that begins with 市"],
    ["支持企业建设技术中心", "支持", undefined, "begins with a verb"],
  ];
  it.each(cases)("%s at %s gives %s: %s", (text, at, name) => {
    const from = text.indexOf(at.slice(0, 2));
    const match = recognizer.match(text, from);
    expect(match === undefined ? undefined : text.slice(from, match.to)).toBe(name);
  });
});
