import type { DocumentDiagnostic } from "../../graph/model/diagnostic.ts";

/** What was wrong, then what to do about it. */
export type Wording = readonly [message: string, hint: string];

/**
 * ReadProblem 读取问题: a file that could not be read as it is, or was read in a way worth knowing. A warning means that
 * the file is not in the graph, an info that it is (or that it is there already).
 */
export interface ReadProblem extends DocumentDiagnostic {
  /** As the user named it; `file` is its last part. */
  readonly path: string;
  readonly hint: string;
  readonly englishHint: string;
}

const problem =
  (severity: ReadProblem["severity"]) =>
  (code: string, path: string, chinese: Wording, english: Wording): ReadProblem => ({
    code,
    severity,
    path,
    file: fileName(path),
    message: chinese[0],
    hint: chinese[1],
    english: english[0],
    englishHint: english[1],
  });

const unread = problem("warning");
const noted = problem("info");

/** File name without folder, in NFC: what `SourceText.name` holds. */
export function fileName(path: string): string {
  const parts = path.split(/[/\\]/u).filter((part) => part !== "");
  return (parts.at(-1) ?? path).normalize("NFC");
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const problems = {
  pathMissing: (path: string) =>
    unread(
      "path-missing",
      path,
      ["路径不存在", "检查拼写；相对路径从当前文件夹算起"],
      ["no such file or folder", "check the spelling; a relative path starts at the current folder"],
    ),
  linkBroken: (path: string) =>
    unread(
      "link-broken",
      path,
      ["符号链接指向的文件不存在", "修复或删除这个链接"],
      ["the symbolic link points nowhere", "mend or remove the link"],
    ),
  folderEmpty: (path: string) =>
    unread(
      "folder-empty",
      path,
      ["文件夹里没有可读的文件", "放入 .txt 文件；以“.”开头的隐藏文件不读"],
      ["no file to read in this folder", "put .txt files there; hidden files are not read"],
    ),
  folderUnreadable: (path: string, cause: string) =>
    unread(
      "folder-unreadable",
      path,
      [`文件夹打不开（${cause}）`, "检查访问权限"],
      [`the folder cannot be opened (${cause})`, "check the permissions"],
    ),
  notAFile: (path: string) =>
    unread(
      "not-a-file",
      path,
      ["不是普通文件（管道、套接字或设备）", "换成普通的 .txt 文件"],
      ["not a regular file (a pipe, socket or device)", "give a regular .txt file instead"],
    ),
  fileUnreadable: (path: string, cause: string) =>
    unread(
      "file-unreadable",
      path,
      [`文件读不出来（${cause}）`, "检查访问权限，或重新复制一份"],
      [`the file cannot be read (${cause})`, "check the permissions, or copy it again"],
    ),
  fileTooLarge: (path: string, size: number, limit: number) =>
    unread(
      "file-too-large",
      path,
      [`文件有 ${megabytes(size)}，超过上限 ${megabytes(limit)}`, "拆成单个公文，或用 --max-size 放宽上限"],
      [
        `the file has ${megabytes(size)}, more than the limit of ${megabytes(limit)}`,
        "split it into single documents, or raise the limit with --max-size",
      ],
    ),
  fileEmpty: (path: string) =>
    unread(
      "file-empty",
      path,
      ["文件是空的，没有文字", "重新导出原文，或删除这个文件"],
      ["the file is empty, it holds no text", "export the text again, or remove the file"],
    ),
  fileBinary: (path: string, disguise: string | undefined) =>
    unread(
      "file-binary",
      path,
      [
        disguise === undefined ? "是二进制内容，不是文本" : `内容其实是 ${disguise}，不是文本`,
        "用原来的软件打开，另存为 UTF-8 编码的 .txt",
      ],
      [
        disguise === undefined ? "binary content, not text" : `the content is ${disguise}, not text`,
        "open it in its own program and save it as .txt in UTF-8",
      ],
    ),
  invalidEncoding: (path: string, encoding: string, line: number | undefined) =>
    unread(
      "encoding-invalid",
      path,
      [
        `不是完整的 ${encoding} 文本${line === undefined ? "" : `，第 ${line} 行起有无法识别的字节`}`,
        "重新下载或导出，另存为 UTF-8 编码的 .txt",
      ],
      [
        `not valid ${encoding}${line === undefined ? "" : `: bytes that mean nothing, first on line ${line}`}`,
        "download or export it again and save it as .txt in UTF-8",
      ],
    ),
  unknownEncoding: (path: string) =>
    unread(
      "encoding-unknown",
      path,
      ["认不出文字编码（不是 UTF-8、GB18030、Big5 或 UTF-16）", "另存为 UTF-8 编码的 .txt"],
      ["unknown text encoding (not UTF-8, GB18030, Big5 or UTF-16)", "save it as .txt in UTF-8"],
    ),
  formatNotRead: (path: string, format: string) =>
    unread(
      "format-not-read",
      path,
      [`暂不读取 ${format} 文件`, "另存为 .txt 再放进来"],
      [`${format} files are not read yet`, "save it as .txt and add that"],
    ),
  encodingConverted: (path: string, encoding: string) =>
    noted(
      "encoding-converted",
      path,
      [`按 ${encoding} 编码读取`, "若有乱码，请另存为 UTF-8"],
      [`read as ${encoding}`, "if characters look wrong, save it as UTF-8"],
    ),
  sameBytes: (path: string, first: string) =>
    noted(
      "same-bytes",
      path,
      [`与 ${first} 内容完全相同，只读一次`, "可删除其中一个"],
      [`the same bytes as ${first}, read once`, "one of the two can be removed"],
    ),
  sameName: (path: string, first: string) =>
    noted(
      "same-name",
      path,
      [`与 ${first} 同名而内容不同，图中难以分辨`, "给其中一个改名"],
      [`same name as ${first} with other content, hard to tell apart in the graph`, "rename one of the two"],
    ),
} as const;
