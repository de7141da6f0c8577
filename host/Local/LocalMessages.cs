using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace EStation.LocalHost;

/// <summary>Reads SMS messages that the app stored instead of sending. They are in a table of <c>AzureWebJobsStorage</c>, so that every
/// host on that storage shows all of them.</summary>
internal sealed partial class LocalMessages(string? connectionString)
{
    public const string Table = "LocalMessages";

    private const int Most = 50;

    /// <param name="text">11 digits, or +86 and those.</param>
    /// <returns>The number in E.164, null for anything else.</returns>
    public static string? PhoneOf(string? text) =>
        text is not null && Phone().Match(text) is { Success: true } match ? "+86" + match.Groups[1].Value : null;

    /// <returns>At most 50, newest first, in the order of their keys.</returns>
    public Task<IReadOnlyList<LocalMessage>> OfAsync(string phone, CancellationToken cancellationToken) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {phone}"), messages => messages, cancellationToken);

    public Task<IReadOnlyList<LocalMessage>> OfAllAsync(CancellationToken cancellationToken) =>
        ReadAsync(filter: null, messages => messages.OrderByDescending(message => message.SentAt), cancellationToken);

    private async Task<IReadOnlyList<LocalMessage>> ReadAsync(
        string? filter,
        Func<IAsyncEnumerable<LocalMessage>, IAsyncEnumerable<LocalMessage>> order,
        CancellationToken cancellationToken
    )
    {
        if (connectionString is null)
            return [];

        var rows = new TableClient(connectionString, Table).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        try
        {
            return await order(rows.Select(LocalMessage.Of)).Take(Most).ToListAsync(cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // The first message creates the table.
            return [];
        }
    }

    // An unencoded plus sign in a query arrives as a space.
    [GeneratedRegex(@"\A(?:[+ ]86)?(1\d{10})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}

internal sealed record LocalMessage(string Phone, string? Text, string? Challenge, string? Code, DateTime? SentAt)
{
    public static LocalMessage Of(TableEntity row) =>
        new(row.PartitionKey, row.GetString("Text"), row.GetString("Challenge"), row.GetString("Code"), row.GetDateTime("SentAt"));
}
