// The server gives the reasons of a refusal, field by field and line by line, in one language, English, as names of faults for machines
// too. Here they are said as people here would say them; what is not known yet is shown as it came.
import { language } from "../shell/texts";

const fields: [RegExp, string, string][] = [
  [/^option (\d+)/, "选项 $1", "보기 $1"],
  [/^options/, "选项", "보기"],
  [/^text/, "题目", "문제"],
  [/^explanation/, "解析", "해설"],
  [/^category/, "类别", "분류"],
  [/^pool/, "用途", "용도"],
  [/^source/, "来源", "출처"],
  [/^answer/, "答案", "정답"],
  [/^id/, "编号", "번호"],
];

const languages: [string, string, string][] = [
  [".ko", "（朝鲜语）", " (조선어)"],
  [".mn", "（蒙古语）", " (몽골어)"],
  [".en", "（英语）", " (영어)"],
];

const faults: [RegExp, string, string][] = [
  [/^is missing(: say why)?$/, "没有填写", "비어 있습니다"],
  [/^is missing: a station must have all five$/, "不具备，必须五项齐全", "갖추지 못했습니다. 다섯 가지를 모두 갖추어야 합니다"],
  [/^is longer than (\d+) characters$/, "超过 $1 个字", "$1자를 넘습니다"],
  [/^has control characters$/, "含有无法显示的字符", "보이지 않는 문자가 있습니다"],
  [/^is no valid text$/, "不是有效的文字", "올바른 글이 아닙니다"],
  [/^must be between ([\d,]+) and ([\d,]+)$/, "须在 $1 到 $2 之间", "$1에서 $2 사이여야 합니다"],
  [/^must be one of .*$/, "不是可选的值", "고를수 있는 값이 아닙니다"],
  [/^must be later than .*$|^must be after .*$/, "须晚于前一个时间", "앞의 시간보다 늦어야 합니다"],
  [/^must be between the years .*$/, "年份不对", "년도가 맞지 않습니다"],
  [/^is over$/, "已经过去", "이미 지났습니다"],
  [/^is not there$/, "不存在", "없습니다"],
  [/^is no mainland mobile number$/, "不是大陆手机号", "중국 대륙의 휴대전화 번호가 아닙니다"],
  [/^is no division of the province$|^is no region code$/, "不是本省的地区", "성 안의 지역이 아닙니다"],
  [/^is more than the (\d+) ranked questions of the bank$/, "多于题库中的 $1 道正式题", "문제은행의 정식 문제 $1개보다 많습니다"],
  [/^is more than the (\d+) ranked questions there$/, "多于该类别的 $1 道正式题", "그 분류의 정식 문제 $1개보다 많습니다"],
  [
    /^shows a phone (\d+) questions a day, more than (\d+) times the (\d+) that can be drawn$/,
    "每部手机一天会看到 $1 道题，超过可抽的 $3 道题的 $2 倍，题目和答案会被刷完。请减少次数或题数，或扩充题库",
    "휴대전화 한대가 하루에 $1문제를 보게 되여 낼수 있는 $3문제의 $2배를 넘으므로 문제와 정답이 모두 드러납니다. 회수나 문제 수를 줄이거나 문제은행을 늘리세요",
  ],
  [
    /^must be 1 or more each and together at most draw.count$/,
    "每类至少 1 道，合计不超过每份试卷的题数",
    "분류마다 1문제 이상, 모두 합해 시험지 문제 수를 넘을수 없습니다",
  ],
  [/^must be 1 to (\d+) texts$/, "须有 1 到 $1 个", "1~$1개여야 합니다"],
  [/^has one twice$/, "有重复", "겹치는것이 있습니다"],
  [/^must be true for what is published$/, "发布的视频必须通过科学性把关", "공개하려면 과학성 심사를 통과해야 합니다"],
  [/^must be at most (\d+)$/, "最多 $1 个", "최대 $1개"],
  [/^must be at most (\d+) days before 'to'$/, "时间段最长 $1 天，开始不能晚于结束", "기간은 최대 $1일이며 시작이 끝보다 늦을수 없습니다"],
  [/^needs a time zone, .*$/, "须注明时区，如 2026-11-23T08:00:00+08:00", "시간대를 밝혀야 합니다. 례: 2026-11-23T08:00:00+08:00"],
  [/^has nothing that can be seen$/, "没有看得见的文字", "보이는 글자가 없습니다"],
  [/^has characters that no text needs$/, "含有不能使用的特殊字符", "사용할수 없는 특수 문자가 있습니다"],
  [/^has a line break$/, "不能换行", "줄을 바꿀수 없습니다"],
  [/^is of the wrong type$/, "格式不对", "형식이 맞지 않습니다"],
  [/^must be ranked or practice$/, "须为“正式”或“练习”", "‘정식’ 또는 ‘련습’이어야 합니다"],
  [/^must be 1 to 64 letters, digits, '-' or '_'$/, "只能用 1 到 64 个字母、数字、“-”或“_”", "영문자, 숫자, ‘-’, ‘_’ 1~64자여야 합니다"],
  [/^has the same id or the same words as line (\d+)$/, "与第 $1 行的题目重复", "$1행과 같은 문제입니다"],
  [/^must be 2 to (\d+)$/, "须有 2 到 $1 个", "2~$1개여야 합니다"],
  [/^must be 2 for a statement that is true or false$/, "判断题只能有两个", "맞다/틀리다 문제는 둘이어야 합니다"],
  [/^have no right one$/, "没有正确答案", "정답이 없습니다"],
  [/^have more than one right one$/, "单选题有多个正确答案", "하나 고르기에 정답이 여럿입니다"],
  [/^have two that say the same$/, "有两个内容相同", "같은 내용이 둘 있습니다"],
  [/^have two with the same id$/, "有两个编号相同", "같은 번호가 둘 있습니다"],
  [/^have an id that is not letters and digits$/, "编号只能用字母和数字", "번호는 영문자와 숫자여야 합니다"],
  [
    /^must name options that are there, as in A or ACD, or say 正确 or 错误$/,
    "须写已有选项的字母（如 A 或 ACD），或写“正确”“错误”",
    "있는 보기의 글자(A 또는 ACD)나 ‘正确’, ‘错误’를 써야 합니다",
  ],
  [/^is null$|^is no question$/, "不是题目", "문제가 아닙니다"],
  [/^[\w.[\]]+ is of the wrong type$/, "内容的格式不对", "내용의 형식이 맞지 않습니다"],
  [/^is not valid JSON$/, "不是有效的 JSON", "올바른 JSON이 아닙니다"],
  [
    /^the file must be an object with an array 'questions'$/,
    "文件须为含有数组“questions”的对象",
    "파일은 배열 ‘questions’를 가진 객체여야 합니다",
  ],
  [/^has braces that do not belong together$/, "花括号不成对", "중괄호가 짝이 맞지 않습니다"],
  [/^has characters for private use$/, "含有私用区字符", "사용자 정의 문자가 있습니다"],
  [/^has a quote in the wrong place$/, "引号位置不对", "따옴표 위치가 틀렸습니다"],
  [/^the table has more than (\d+) columns or (\d+) lines$/, "表格超过 $1 列或 $2 行", "표가 $1렬 또는 $2행을 넘습니다"],
  [
    /^the file takes too long to read; import it in parts$/,
    "文件读取时间过长，请分几次导入",
    "파일을 읽는 데 너무 오래 걸립니다. 나누어 들여오십시오",
  ],
  [/^the workbook is too large when unpacked$/, "工作簿解压后过大", "통합 문서가 너무 큽니다"],
  [
    /^the file is no Excel workbook \(.xlsx\) of at most [\d,]+ rows.*$/,
    "文件不是 Excel 工作簿（.xlsx），或超过 20,000 行，或已损坏",
    "Excel 통합 문서(.xlsx)가 아니거나 20,000행을 넘거나 손상되였습니다",
  ],
  [/^the file has more than (\d+) questions$/, "题目超过 $1 道", "문제가 $1개를 넘습니다"],
  [/^the file has no question that can be used$/, "文件里没有可用的题目", "쓸수 있는 문제가 없습니다"],
  [
    /^the file is no text in UTF-8, UTF-16 or GB 18030$/,
    "文件不是 UTF-8、UTF-16 或 GB 18030 编码的文本",
    "UTF-8, UTF-16, GB 18030 글 파일이 아닙니다",
  ],
  [
    /^the table needs a header with at least the columns .*$/,
    "表头至少要有“题目”和“答案”两列",
    "표 머리에 적어도 ‘题目’와 ‘答案’ 열이 있어야 합니다",
  ],
  [/^the cell (\w+) shows the error (.*)$/, "单元格 $1 显示错误值 $2", "$1 칸의 값이 잘못되였습니다($2)"],
  [
    /^the cell (\w+) has a formula without a value; .*$/,
    "单元格 $1 的公式没有保存结果，请用表格软件打开并保存后再导入",
    "$1 칸의 공식에 결과가 저장되지 않았습니다. 표 프로그람으로 열어 저장한 뒤 다시 가져오세요",
  ],
  [
    /^the cell (\w+) has a number in the format '(.*)', which may be shown otherwise; write it as text$/,
    "单元格 $1 的数字格式（$2）无法确定显示内容，请改为文本",
    "$1 칸의 수자 서식($2)은 어떻게 보이는지 알수 없습니다. 글자로 써 주세요",
  ],
  [/^the cell (\w+) cannot be read$/, "单元格 $1 无法读取", "$1 칸을 읽을수 없습니다"],
  [/^the row is hidden; it was left out$/, "该行已隐藏，没有导入", "숨긴 행이라 가져오지 않았습니다"],
  [/^the column (\w+) has no heading; it was left out$/, "$1 列没有表头，没有导入", "$1렬은 머리가 없어 가져오지 않았습니다"],
  [/^the column '(.*)' is not known; it was left out$/, "不认识“$1”列，没有导入", "‘$1’ 렬은 알수 없어 가져오지 않았습니다"],
  [/^the column '(.*)' is there twice; only the first was read$/, "“$1”列有重复，只导入了第一列", "‘$1’ 렬이 겹쳐 첫 렬만 가져왔습니다"],
  [
    /^only the sheet '(.*)' was read; '(.*)' has questions too$/,
    "只导入了工作表“$1”，工作表“$2”里也有题目",
    "시트 ‘$1’만 가져왔습니다. 시트 ‘$2’에도 문제가 있습니다",
  ],
  [
    /^text without answers \(a description\) is not offered; it was left out$/,
    "没有答案的说明文字，已略去",
    "정답이 없는 설명 글이라 뺐습니다",
  ],
  [
    /^pictures, sound and film are not offered; the question was left out$/,
    "暂不支持图片、声音和影像，该题已略去",
    "그림, 소리, 영상은 지원하지 않아 그 문제를 뺐습니다",
  ],
  [/^questions of the kind '(.*)' are not offered; it was left out$/, "暂不支持“$1”题型，该题已略去", "‘$1’ 유형은 지원하지 않아 뺐습니다"],
  [
    /^questions with several answers of which any one is right are not offered; it was left out$/,
    "暂不支持“多个答案任选其一”的题，已略去",
    "정답 여럿 중 하나만 골라도 되는 문제는 지원하지 않아 뺐습니다",
  ],
  [/^answers that are right in part count as wrong$/, "部分正确的选项按错误计", "일부만 맞는 보기는 틀린것으로 칩니다"],
  [
    /^the letters before its options were left out$/,
    "选项前的字母已去掉（每份试卷的选项顺序不同）",
    "보기 앞의 글자를 뺐습니다(시험지마다 보기 순서가 다릅니다)",
  ],
  [
    /^the option '(.*)' names others by letters, which differ on each paper$/,
    "选项“$1”用字母指其他选项，而每份试卷的选项顺序不同，请改写",
    "보기 ‘$1’이(가) 글자로 다른 보기를 가리킵니다. 시험지마다 순서가 다르니 고쳐 쓰십시오",
  ],
  [/^essay questions are not offered; it was left out$/, "暂不支持问答题，该题已略去", "서술형 문제는 지원하지 않아 뺐습니다"],
  [/^numerical questions are not offered; it was left out$/, "暂不支持数值题，该题已略去", "수치 문제는 지원하지 않아 뺐습니다"],
  [/^matching questions are not offered; it was left out$/, "暂不支持配对题，该题已略去", "짝 맞추기 문제는 지원하지 않아 뺐습니다"],
  [/^short-answer questions are not offered; it was left out$/, "暂不支持填空题，该题已略去", "빈칸 문제는 지원하지 않아 뺐습니다"],
];

const at = () => (language() === "ko" ? 2 : 1);

/** A reason, alone or after the name of a field: "options have no right one". */
export const reason = (said: string): string =>
  said.split("; ").length > 1 && !faults.some(([fault]) => fault.test(said))
    ? said
        .split("; ")
        .map(reason)
        .join(language() === "ko" ? ", " : "，")
    : (known(said) ?? fielded(said) ?? said);

const known = (said: string) => {
  const found = faults.find(([fault]) => fault.test(said));
  return found && said.replace(found[0], found[at()]!);
};

const fielded = (said: string) => {
  for (const field of fields) {
    const match = field[0].exec(said);
    if (!match) continue;
    const rest = said.slice(match[0].length);
    const tongue = languages.find(([suffix]) => rest.startsWith(suffix));
    const fault = known((tongue ? rest.slice(tongue[0].length) : rest).trim());
    if (fault)
      return `${match[0].replace(field[0], field[at()]!)}${tongue ? tongue[at()] : ""}${language() === "ko" ? " — " : "："}${fault}`;
  }
  return undefined;
};
