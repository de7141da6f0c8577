using System.Text;

namespace EStation.Receipts;

public class ReceiptTests
{
    [Fact]
    public void Alibaba_Clouds_receipts_are_read()
    {
        var list = Parse(
            """
            [{"phone_number":"13812345678","send_time":"2017-01-01 00:00:00","report_time":"2017-01-01 00:00:00","success":true,
              "err_code":"DELIVERED","err_msg":"用户接收成功","sms_size":"1","biz_id":"12345","out_id":"67890"},
             {"phone_number":"13812345679","success":false,"err_code":"MOBILE_IN_BLACK"},
             {"phone_number":"13812345670","success":false,"err_code":"MOBILE_NOT_ON_SERVICE"}]
            """
        );
        Assert.Equal([ReceiptState.Delivered, ReceiptState.Undeliverable, ReceiptState.Failed], list!.Select(receipt => receipt.State));
        Assert.Equal("67890", list![0].Reference);
    }

    [Fact]
    public void Tencent_Clouds_receipts_are_read()
    {
        var list = Parse(
            """
            [{"user_receive_time":"2015-10-17 08:03:04","nationcode":"86","mobile":"13812345678","report_status":"SUCCESS",
              "errmsg":"DELIVRD","description":"用户短信送达成功","sid":"5000:1","ext":"67890"},
             {"nationcode":"86","mobile":"13812345679","report_status":"FAIL","errmsg":"MK:0001"},
             {"nationcode":"86","mobile":"13812345670","report_status":"FAIL","errmsg":"EXPIRED"}]
            """
        );
        Assert.Equal([ReceiptState.Delivered, ReceiptState.Undeliverable, ReceiptState.Failed], list!.Select(receipt => receipt.State));
        Assert.Equal("67890", list![0].Reference);
    }

    [Theory]
    [InlineData("""[null, 1, [], {}, {"mobile":7}, {"phone_number":"12","success":true}]""", 0)]
    [InlineData("[]", 0)]
    [InlineData("{}", null)]
    [InlineData("[{", null)]
    [InlineData("", null)]
    public void What_is_no_receipt_is_left_out(string json, int? receipts) => Assert.Equal(receipts, Parse(json)?.Count);

    private static IReadOnlyList<Receipt>? Parse(string json) => Receipt.ParseList(Encoding.UTF8.GetBytes(json));
}
