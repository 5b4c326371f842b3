import { expect, test } from "vitest";
import type { NodeLabel, Properties } from "../../../graph/model/graph-data.ts";
import { bareTitle, canvasName, nameOf } from "../../../viewer/web/data/names.ts";

test.each([
  ["关于印发《河堤工作方案》的通知", "河堤工作方案", "a wrapper is known by what it encloses"],
  ["测试市人民政府关于转发《水务要点》的通知", "水务要点", "with its issuer before it"],
  ["关于做好防汛工作的通知", "关于做好防汛工作的通知", "a notice of its own"],
  ["《防洪条例》", "防洪条例", "bare of its brackets"],
  ["关于贯彻《防洪条例》的意见", "关于贯彻《防洪条例》的意见", "what is only named is not enclosed"],
])("%s → %s: %s", (title, expected) => {
  expect(bareTitle(title)).toBe(expected);
});

test.each<[NodeLabel, string, Properties, string, string]>([
  [
    "Document",
    "doc/甲",
    { title: "关于印发《河堤方案》的通知", number: "测府发〔2021〕3号" },
    "测府发〔2021〕3号",
    "by its number",
  ],
  ["Document", "doc/甲", { title: "关于印发《河堤方案》的通知" }, "《河堤方案》", "by what it encloses"],
  ["Document", "doc/sha256-1", { source: "a.txt" }, "a.txt", "by its file, where nothing else is known"],
  ["Article", "article/测委发〔2020〕1号#7", { label: "第7条" }, "第7条", "by its own label"],
  [
    "Task",
    "task/甲#一",
    { title: "建立健全河道堤防日常巡查维护长效管理机制" },
    "建立健全河道堤防日常巡查维…",
    "cut short",
  ],
  ["Agency", "agency/测试市水务局", {}, "测试市水务局", "by its id, where it has no name"],
])("a %s %s %o is written %s: %s", (label, id, properties, expected) => {
  expect(canvasName({ id, label, properties })).toBe(expected);
});

test("an article's whole name says of which document", () => {
  const name = nameOf({ id: "article/测委发〔2020〕1号#7", label: "Article", properties: { label: "第7条" } });
  expect(name).toBe("测委发〔2020〕1号 第7条");
});
