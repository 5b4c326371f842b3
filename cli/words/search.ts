/** What `ceyuan search` says. */
export const searchInChinese = {
  description: "按字词查找单位、任务、条款、文件等",
  words: "要找的字词，一个字也行，写全写一部分都可以",
  label: "只找这一类，可重复",
  limit: "最多列出多少个（上限 1000）",
  columns: { label: "类别", name: "名称", found: "所在文字", id: "标识" },
  title: "查找结果",
  empty: "要找的字词不能为空",
  more: "还有更多，用 --limit 放宽，或多写几个字",
  none: (words: string) => `图里没有“${words}”`,
};

export const searchInEnglish: typeof searchInChinese = {
  description: "find bodies, tasks, clauses, documents and more by their words",
  words: "the words to find: one hanzi is enough, and so is a part of a name",
  label: "only of this kind, repeatable",
  limit: "largest number to list (1000 at most)",
  columns: { label: "Kind", name: "Name", found: "Found in", id: "Id" },
  title: "Found",
  empty: "the words to find cannot be empty",
  more: "there are more; --limit shows them, and longer words find fewer",
  none: (words) => `"${words}" stands nowhere in the graph`,
};
