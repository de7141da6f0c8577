using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Receipts;

/// <summary>The answer that both gateways expect of a receipt's address.</summary>
public sealed record ReceiptsResponse(int Code, string Msg, int Result, string Errmsg);

/// <summary>
/// Takes delivery receipts. Gateways sign nothing: the address is the secret. A receipt that comes again changes nothing.
/// </summary>
public sealed class PostReceipts(ReceiptsOptions options, PhoneTable phones, TimeProvider time)
{
    private const int MostBytes = 256 * 1024;

    [Function(nameof(PostReceipts))]
    [Access(Needs.Nothing)]
    [Answers<ReceiptsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/message-receipts/{secret}")] HttpRequest request,
        string secret,
        CancellationToken cancellation
    )
    {
        if (!options.IsKnownBy(secret))
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadBytesAsync(request, MostBytes, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (Receipt.ParseList(body) is not { } receipts)
            return Answer.Refuse(Refusal.JsonInvalid);
        foreach (var receipt in receipts)
            await TakeAsync(receipt);
        return Answer.Ok(new ReceiptsResponse(0, "OK", 0, "OK"));
    }

    private async Task TakeAsync(Receipt receipt)
    {
        Measures.Receipts.Add(1, new KeyValuePair<string, object?>("state", receipt.State.ToString()));
        var now = time.Now();
        if (receipt.State == ReceiptState.Undeliverable)
            await phones.DecideAsync(receipt.Phone, use => (use.Unreachable(now), true));
    }
}
