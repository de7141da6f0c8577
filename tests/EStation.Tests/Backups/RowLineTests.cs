using System.Buffers;
using System.Text;
using Azure.Data.Tables;

namespace EStation.Backups;

public class RowLineTests
{
    private static readonly TableEntity Everything = new("220102", "video|1")
    {
        ["Text"] = "한글, 中文 \"quoted\"\n\u2028",
        ["Empty"] = "",
        ["Int"] = -5,
        ["Long"] = long.MaxValue,
        ["Double"] = 0.1 + 0.2,
        ["Whole"] = 3.0,
        ["Flag"] = true,
        ["At"] = new DateTimeOffset(2026, 11, 24, 2, 0, 0, 123, TimeSpan.Zero),
        ["Id"] = Guid.Parse("55ce4ed1-4b06-4bf1-b40e-4638452104da"),
        ["Bytes"] = new byte[] { 0, 1, 255 },
    };

    [Fact]
    public void A_row_comes_back_with_its_types()
    {
        var line = LineOf(Everything);
        Assert.DoesNotContain('\n', line);
        var back = RowLine.Read(line);
        Assert.Equal(("220102", "video|1"), (back.PartitionKey, back.RowKey));
        Assert.True(RowLine.Same(Everything, back));
        foreach (var column in Everything.Keys)
            Assert.Equal(Everything[column].GetType(), back[column].GetType());
    }

    [Theory]
    [InlineData("Int", 5L)] // the same number, but another type
    [InlineData("Text", "")]
    [InlineData("More", "x")]
    public void Rows_differ_by_values_types_and_columns(string column, object value) =>
        Assert.False(RowLine.Same(Everything, new TableEntity(Everything) { [column] = value }));

    [Fact]
    public void What_storage_sets_by_itself_makes_no_difference() =>
        Assert.True(RowLine.Same(Everything, new TableEntity(Everything) { Timestamp = DateTimeOffset.UnixEpoch, ETag = new("\"1\"") }));

    private static string LineOf(TableEntity row)
    {
        var line = new ArrayBufferWriter<byte>();
        RowLine.Write(line, row);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
