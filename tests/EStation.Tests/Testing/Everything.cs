using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EStation.Testing;

/// <summary>A search through all that a storage account holds: every column of every row, every blob, packed or not.</summary>
internal static class Everything
{
    /// <summary>Where any of the words stands.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string connectionString, params string[] words)
    {
        var found = new List<string>();
        var tables = new TableServiceClient(connectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                found.AddRange(
                    row.Where(column => Has(column.Value, words))
                        .Select(column => $"{table.Name}/{row.PartitionKey}/{row.RowKey}/{column.Key}")
                );
        }

        var blobs = new BlobServiceClient(connectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                if (Has((await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray(), words))
                    found.Add($"{container.Name}/{blob.Name}");
            }
        }

        return found;
    }

    /// <summary>Whether any of the words stands in a file, or in a part of it when it is a workbook.</summary>
    public static bool IsIn(byte[] file, params string[] words)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
            return Has(file, words);
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.Any(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return IsIn(reader.ReadToEnd(), words);
        });
    }

    public static bool Has(object? value, params string[] words) =>
        value switch
        {
            string text => IsIn(text, words),
            byte[] bytes => IsIn(Encoding.UTF8.GetString(bytes), words) || IsIn(Unpacked(bytes), words),
            _ => false,
        };

    // JSON may write Chinese as escapes; base64 may hold packed bytes.
    private static bool IsIn(string text, string[] words) =>
        Array.Exists(
            words,
            word =>
                text.Contains(word, StringComparison.Ordinal)
                || text.Contains(
                    string.Concat(word.Select(letter => letter > 127 ? $"\\u{(int)letter:X4}" : letter.ToString())),
                    StringComparison.OrdinalIgnoreCase
                )
                || Base64In(text).Any(inner => inner.Contains(word, StringComparison.Ordinal))
        );

    private static IEnumerable<string> Base64In(string text) =>
        System
            .Text.RegularExpressions.Regex.Matches(text, "[A-Za-z0-9+/]{40,}={0,2}")
            .Select(match => match.Value)
            .Where(match => match.Length % 4 == 0)
            .Select(match => Unpacked(Convert.FromBase64String(match)));

    private static string Unpacked(byte[] bytes)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var reader = new StreamReader(brotli);
            return reader.ReadToEnd();
        }
        catch (Exception plain) when (plain is InvalidOperationException or InvalidDataException or IOException)
        {
            return "";
        }
    }
}
