using System.Text;
using EStation.Http;

namespace EStation.Banks.Sheets;

public static class BankTemplate
{
    private static readonly string[] Header =
    [
        "类别",
        "用途",
        "题型",
        "题目",
        "题目.ko",
        "选项A",
        "选项A.ko",
        "选项B",
        "选项B.ko",
        "选项C",
        "选项C.ko",
        "选项D",
        "选项D.ko",
        "答案",
        "解析",
        "解析.ko",
        "来源",
    ];

    private static readonly string[][] Examples =
    [
        [
            "健康生活",
            "正式",
            "单选题",
            "成人正常腋下体温一般是多少？",
            "성인의 정상 겨드랑이 체온은 보통 얼마입니까?",
            "36～37℃",
            "36~37℃",
            "38～39℃",
            "38~39℃",
            "34～35℃",
            "34~35℃",
            "",
            "",
            "A",
            "腋下正常体温约为36～37℃。",
            "정상 겨드랑이 체온은 약 36~37℃입니다.",
            "示例",
        ],
        [
            "应急避险",
            "正式",
            "多选题",
            "发现燃气泄漏，下列哪些做法正确？",
            "",
            "开窗通风",
            "",
            "关闭阀门",
            "",
            "打开电灯查看",
            "",
            "到室外再打电话",
            "",
            "ABD",
            "电火花可能引起爆炸。",
            "",
            "示例",
        ],
        [
            "食品安全",
            "练习",
            "判断题",
            "发芽的土豆去掉芽就可以放心吃。",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "错误",
            "发芽的土豆含较多龙葵素。",
            "",
            "示例",
        ],
    ];

    private const string Gift = """
        $CATEGORY: 健康生活

        // [id:example-1] [tag:ranked]
        ::示例1::成人正常腋下体温一般是多少？{
        =36～37℃
        ~38～39℃
        ~34～35℃
        ####腋下正常体温约为36～37℃。
        }

        $CATEGORY: 食品安全

        // [id:example-2] [tag:practice]
        ::示例2::发芽的土豆去掉芽就可以放心吃。{FALSE####发芽的土豆含较多龙葵素。}

        """;

    private const string Json = """
        {
          "questions": [
            {
              "category": "健康生活", "pool": "ranked", "kind": "single",
              "text": { "zh": "成人正常腋下体温一般是多少？", "ko": "성인의 정상 겨드랑이 체온은 보통 얼마입니까?" },
              "options": [
                { "text": { "zh": "36～37℃", "ko": "36~37℃" }, "right": true },
                { "text": { "zh": "38～39℃", "ko": "38~39℃" } }
              ],
              "explanation": { "zh": "腋下正常体温约为36～37℃。" },
              "source": "示例"
            }
          ]
        }

        """;

    public static byte[] In(BankFormat format) =>
        format switch
        {
            BankFormat.Gift => Encoding.UTF8.GetBytes(Gift),
            BankFormat.Json => Encoding.UTF8.GetBytes(Json),
            BankFormat.Csv => SheetFile.Csv(Examples.Prepend(Header)),
            _ => SheetFile.Xlsx(Header, Examples),
        };
}
