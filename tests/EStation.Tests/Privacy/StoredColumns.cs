using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Identity;
using EStation.People;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Privacy;

/// <summary>A column of stored rows, or a blob, in which something of a person was found.</summary>
internal sealed record StoredColumn(string Table, string Rows, string Column, Personal What);

/// <summary>
/// Finds where a person is in storage: in every column and key of every row of every table and in every blob that there is, packed, in
/// base64 or encrypted.
/// </summary>
internal static class StoredColumns
{
    public static async Task<IReadOnlySet<StoredColumn>> FindAsync(TestHost host, Farmer person, params string[] names)
    {
        var found = new HashSet<StoredColumn>();
        var phone = Phone.Parse(person.Phone);
        (Personal What, string[] Words)[] sought =
        [
            (Personal.Id, [person.Id]),
            (Personal.Phone, [person.Phone]),
            (Personal.PhoneHash, [.. host.Get<PhoneTable>().HashesOf(phone)]),
            (Personal.Name, names),
        ];
        var tables = new TableServiceClient(host.ConnectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                foreach (var (column, value) in row)
                {
                    foreach (var (what, _) in sought.Where(part => Everything.Has(value, part.Words)))
                        found.Add(new StoredColumn(table.Name, KindOf(row.RowKey), NameOf(column), what));
                    if (value is string text && Decrypts(host, text, phone))
                        found.Add(new StoredColumn(table.Name, KindOf(row.RowKey), NameOf(column), Personal.Phone));
                }
            }
        }

        var blobs = new BlobServiceClient(host.ConnectionString, Filmmaker.Blobs);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                foreach (var (what, words) in sought)
                {
                    if (Everything.Has(content, words) || Everything.Has(blob.Name, words))
                        found.Add(new StoredColumn(container.Name, "", "content", what));
                }
            }
        }

        return found;
    }

    /// <summary>"attempt|…" are rows of one kind; keys without a bar are of none.</summary>
    public static string KindOf(string rowKey) =>
        rowKey.IndexOf('|', StringComparison.Ordinal) is > 0 and var end && char.IsAsciiLetter(rowKey[0]) ? rowKey[..end] : "";

    // Columns that are named by what is in them, as by the day or the village, have a name up to the first figure or bar.
    public static string NameOf(string column) =>
        string.Concat(column.TakeWhile(letter => !char.IsAsciiDigit(letter) && letter is not ('|' or '_')));

    private static bool Decrypts(TestHost host, string text, Phone phone)
    {
        try
        {
            return host.Get<PhoneVault>().Decrypt(text) == phone;
        }
        catch (Exception other) when (other is CryptographicException or FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
