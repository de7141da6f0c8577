using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Receipts;

/// <summary>A gateway's delivery report of a message.</summary>
/// <param name="Code">The carrier's code.</param>
/// <param name="Reference">The message's, where the gateway sends it back.</param>
public sealed record Receipt(Phone Phone, bool Delivered, string Code, string? Reference)
{
    /// <summary>Codes that say for sure that the number does not exist, or that its owner refuses messages.</summary>
    private static readonly HashSet<string> Ends = ["MK:0001", "MOBILE_IN_BLACK", "USER_REJECT"];

    public ReceiptState State =>
        Delivered ? ReceiptState.Delivered
        : Ends.Contains(Code) ? ReceiptState.Undeliverable
        : ReceiptState.Failed;

    /// <summary>A list, as Alibaba Cloud or Tencent Cloud sends it. Entries that are no receipts are left out.</summary>
    /// <returns>Null when it is no list.</returns>
    public static IReadOnlyList<Receipt>? ParseList(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonArray list ? [.. list.OfType<JsonObject>().Select(Parse).OfType<Receipt>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Receipt? Parse(JsonObject entry)
    {
        if (!Phone.TryParse(Text(entry, "phone_number") ?? Text(entry, "mobile"), null, out var phone))
            return null;
        return entry["success"] is JsonValue success && success.TryGetValue<bool>(out var delivered)
            ? new(phone, delivered, Text(entry, "err_code") ?? "", Text(entry, "out_id"))
            : new(phone, Text(entry, "report_status") == "SUCCESS", Text(entry, "errmsg") ?? "", Text(entry, "ext"));
    }

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

public enum ReceiptState
{
    Delivered,

    /// <summary>As for a phone that is off.</summary>
    Failed,

    /// <summary>Sending to this number again is of no use.</summary>
    Undeliverable,
}
