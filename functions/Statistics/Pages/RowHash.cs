using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace EStation.Statistics.Pages;

/// <summary>A hash of a row's columns: whether figures are the same, without when they were made.</summary>
public static class RowHash
{
    public static string Of(TableEntity row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (column, value) in row.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(column));
            hash.AppendData(value as byte[] ?? Encoding.UTF8.GetBytes(value?.ToString() ?? ""));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
