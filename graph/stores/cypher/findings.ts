/** What the checker knows to go wrong on Grafeo: what it is, and what to write instead. */
export interface Rule {
  /** `refuse` where the answer would be wrong; `warn` where it may be, depending on the data. */
  readonly severity: "refuse" | "warn";
  readonly message: string;
  readonly instead: string;
}

const refuse = (message: string, instead: string): Rule => ({ severity: "refuse", message, instead });
const warn = (message: string, instead: string): Rule => ({ severity: "warn", message, instead });

export const RULES = {
  "entity-as-id": refuse(
    "这样返回的节点或边会变成内部编号 (a node or edge returned this way becomes an internal number)",
    "直接返回变量，或返回属性，如 x.id AS id (return the variable itself or its properties)",
  ),
  "mixed-comparison": refuse(
    "文本与数值比较的结果不可靠 (comparing text with a number is unreliable): '1' = 1",
    "两边用同一类型，如 toInteger(toFloat(x)) 或 toString(x) (give both sides one type)",
  ),
  "mixed-list": warn(
    "列表混有文本与数值，其比较与排序不可靠 (the list mixes text and numbers)",
    "让列表只含一种类型 (keep to one type)",
  ),
  "mixed-order": refuse(
    "不同类型的值无法可靠排序 (values of different types cannot be ordered reliably)",
    "先转为同一类型再排序 (bring them to one type first)",
  ),
  "boolean-order": refuse(
    "真假值不能比大小 (booleans cannot be ordered)",
    "用 CASE WHEN x THEN 1 ELSE 0 END 比较 (compare numbers made with CASE)",
  ),
  "list-order": refuse("列表不能比大小 (lists cannot be ordered)", "逐个元素比较 (compare their elements)"),
  "null-inside": refuse(
    "含 null 的列表或映射，其相等与 IN 判断不可靠 (equality of lists or maps that hold null is unreliable)",
    "先去掉 null (take the nulls out first)",
  ),
  "list-equality": warn(
    "若列表或映射含 null，相等与 IN 的判断会不同 (if a null is inside, equality and IN differ)",
    "确认其中没有 null，或逐个元素比较 (make sure that there is none)",
  ),
  "null-in-empty": warn(
    "null IN [] 得 null 而不是 false (null IN [] gives null, not false)",
    "先判断 $x IS NOT NULL (test for null first)",
  ),
  "list-plus-value": refuse(
    "列表加单个值会得到 null (a list plus a single value gives null)",
    "把值放进列表，如 list + [x] (put the value into a list)",
  ),
  "list-plus-unknown": warn(
    "若加号另一侧不是列表，结果会是 null (if the other side is no list, the result is null)",
    "写成 list + [x] (write list + [x])",
  ),
  "negative-slice": refuse(
    "切片的负下标或 null 不起作用 (negative or null bounds of a slice do not work)",
    "用 size(list) - n 计算下标 (compute the bound with size(list))",
  ),
  "unknown-slice": warn(
    "若切片下标为负数或 null，结果会不同 (a negative or null bound would give another result)",
    "确保下标不小于 0 (make sure that it is not below 0)",
  ),
  "null-quantifier": refuse(
    "对含 null 的列表，all/any/none/single 的结果不可靠 (unreliable on a list that holds null)",
    "先去掉 null：[x IN list WHERE x IS NOT NULL] (take the nulls out first)",
  ),
  "unsure-quantifier": warn(
    "条件遇到缺失的属性时，none、single 与否定的结果会不同 (differs where a property is missing)",
    "先过滤缺失的属性：WHERE x.p IS NOT NULL AND … (filter missing properties first)",
  ),
  "percentile-parameter": refuse(
    "百分位不能用参数 (the percentile cannot be a parameter)",
    "写成数字，如 percentileCont(x, 0.9) (write the number)",
  ),
  "empty-range": refuse(
    "路径长度的下限大于上限，会被当作下限 (the lower bound of the length is above the upper)",
    "下限不大于上限 (keep the lower bound at or below the upper)",
  ),
  "power-chain": refuse(
    "连续的 ^ 从右算起 (a chain of ^ is computed from the right)",
    "加括号：(a ^ b) ^ c (write the brackets)",
  ),
  "edge-label": refuse(
    "不能用 r:TYPE 判断边的类型 (r:TYPE does not test an edge's type)",
    "写成 type(r) = 'TYPE' (write type(r) = 'TYPE')",
  ),
  temporal: refuse(
    "日期时间函数的结果不可靠 (date and time functions are unreliable)",
    "日期以 ISO 文本存储，直接比较文本，如 t.deadline < '2030-01-01' (compare ISO texts)",
  ),
  "round-negative": refuse(
    "负数的 round 取整方向不同 (round of a negative number goes the other way)",
    "用 floor(x + 0.5) (write floor(x + 0.5))",
  ),
  "round-unknown": warn(
    "若为负数的一半（如 -1.5），round 的方向不同 (halves below zero are rounded the other way)",
    "用 floor(x + 0.5) (write floor(x + 0.5))",
  ),
  "float-text": refuse(
    "小数转为文本会丢掉 .0 (a float turned into text loses its .0)",
    "返回数值本身 (return the number itself)",
  ),
  "decimal-text": refuse(
    "toInteger 不认带小数的文本 (toInteger does not read text with decimals)",
    "写成 toInteger(toFloat(x)) (write toInteger(toFloat(x)))",
  ),
  "unknown-text": warn(
    "若为带小数的文本，toInteger 得 null (text with decimals would give null)",
    "写成 toInteger(toFloat(x)) (write toInteger(toFloat(x)))",
  ),
  "pattern-null": warn(
    "模式推导会丢掉值为 null 的项 (a pattern comprehension drops nulls)",
    "用 coalesce(x.p, '') 保留 (keep them with coalesce)",
  ),
  "shortest-filter": refuse(
    "shortestPath 之后的 WHERE 只筛选已找到的一条路径 (WHERE is applied after the search, to the one path found)",
    "用变长路径加 ORDER BY length(p) LIMIT 1 (use a bounded variable-length path, ordered by length)",
  ),
  "order-by-old-name": refuse(
    "ORDER BY 的算式用了已改名的变量，不会排序 (an ORDER BY expression over a variable that RETURN renames does not order)",
    "用新名字，如 RETURN x AS y ORDER BY -y (use the new name)",
  ),
  "swapped-names": refuse(
    "变量改了名，旧名又给了别的值，两者会混淆 (a variable is renamed and its old name given to another value: one is taken for the other)",
    "给另一个值起新名字，如 RETURN x AS y, count(*) AS n (give the other value a name of its own)",
  ),
  unreadable: warn(
    "无法核对此处之后的语句，结果可能不可靠 (from here on the query could not be checked)",
    "改用常见写法 (word it in a common way)",
  ),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

export interface Finding {
  readonly rule: RuleName;
  readonly from: number;
  readonly to: number;
}
