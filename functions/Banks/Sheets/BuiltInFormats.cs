namespace EStation.Banks.Sheets;

/// <summary>Number formats that a workbook refers to by id alone (ECMA-376, 18.8.30), as Excel in Chinese shows them.</summary>
public static class BuiltInFormats
{
    private const string Amount = "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
    private const string ExactAmount = "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
    private const string MonthAndDay = "m\"月\"d\"日\"";
    private const string YearAndMonth = "yyyy\"年\"m\"月\"";
    private const string HalfDay = "上午/下午h\"时\"mm\"分\"";
    private const string HalfDayExactly = "上午/下午h\"时\"mm\"分\"ss\"秒\"";

    private static readonly Dictionary<int, string> Codes = new()
    {
        [0] = CellFormat.General,
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "¥#,##0;¥-#,##0",
        [6] = "¥#,##0;¥-#,##0",
        [7] = "¥#,##0.00;¥-#,##0.00",
        [8] = "¥#,##0.00;¥-#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "yyyy/m/d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "yyyy/m/d h:mm",
        [27] = YearAndMonth,
        [28] = MonthAndDay,
        [29] = MonthAndDay,
        [30] = "m-d-yy",
        [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [32] = "h\"时\"mm\"分\"",
        [33] = "h\"时\"mm\"分\"ss\"秒\"",
        [34] = HalfDay,
        [35] = HalfDayExactly,
        [36] = YearAndMonth,
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = Amount,
        [42] = Amount.Replace("* ", "¥* ", StringComparison.Ordinal),
        [43] = ExactAmount,
        [44] = ExactAmount.Replace("* ", "¥* ", StringComparison.Ordinal),
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
        [50] = YearAndMonth,
        [51] = MonthAndDay,
        [52] = YearAndMonth,
        [53] = MonthAndDay,
        [54] = MonthAndDay,
        [55] = HalfDay,
        [56] = HalfDayExactly,
        [57] = YearAndMonth,
        [58] = MonthAndDay,
    };

    public static string? Find(int id) => Codes.GetValueOrDefault(id);
}
